import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { bytesOf, fixtureBytes, readBytes, readText, shown } from './samples.ts';

const crlf = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');
const card = (version: string, ...lines: readonly string[]): string =>
  crlf('BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD');
const read = async (text: string): Promise<string[]> => shown(await readText(text, 'people.vcf'));
const tel = 'TEL:+79000000001';

describe('who somebody is', () => {
  test.each([
    ['the name that is shown', ['FN:Анна Петрова', 'N:Петрова;Анна;;;'], 'Анна Петрова'],
    ['in whatever order', ['N:Петрова;Анна;;;', 'FN:Анна Петрова'], 'Анна Петрова'],
    ['else the parts of the name', ['N:Петрова;Анна;Ивановна;д-р;'], 'д-р Анна Ивановна Петрова'],
    ['also when the shown one is empty', ['FN:', 'N:Петрова;Анна;;;'], 'Анна Петрова'],
    ['also when the shown one is a number', ['FN:+7 900 000-00-01', 'N:Петрова;;;;'], 'Петрова'],
    ['else the nickname', ['N:;;;;', 'NICKNAME:Аня'], 'Аня'],
    ['else the company', ['N:;;;;', 'ORG:Весна;Диспетчер'], 'Весна, Диспетчер'],
    ['else nothing', [], ''],
    ['and a number is no name', ['FN:+7 (900) 000-00-01', 'N:;+7 (900) 000-00-01;;;'], ''],
    ['what has backslashes is itself again', ['FN:Петрова\\, Анна\\; \\\\ "мама"'], 'Петрова, Анна; \\ "мама"'],
    ['a semicolon after an escaped backslash parts', ['N:Петрова\\\\;Анна'], 'Анна Петрова\\'],
    ['line breaks become spaces', ['FN:Анна\\nПетрова'], 'Анна Петрова'],
  ])('%s', async (_, lines, name) => {
    expect(await read(card('3.0', ...lines, tel))).toEqual([`+7 900 000-00-01 ${name}`.trim()]);
  });
});

describe('numbers', () => {
  test('everybody with several numbers is there with each of them', async () => {
    const text = card(
      '3.0',
      'FN:Анна',
      'TEL;TYPE=CELL:+79000000001',
      'item1.TEL:8 900 000 00 02',
      'item1.X-ABLabel:дача',
    );

    expect(await read(text)).toEqual(['+7 900 000-00-01 Анна', '? +7 900 000-00-02 Анна']);
  });

  test.each([
    ['TEL;CELL:+79000000001', '2.1'],
    ['TEL;TYPE="cell,voice";VALUE=uri:tel:+7-900-000-00-01', '4.0'],
    ['TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=9C):+79000000001', '2.1'],
    ['work.tel;type=pref:+79000000001', '3.0'],
    ['TEL;TYPE=CELL;X-NOTE="a:b;c":+79000000001', '3.0'],
    ['TEL:+7900\r\n 0000\r\n\t001', '3.0'],
    ['TEL:\u202a+7\u00a0900\u2011000-00-01\u202c', '3.0'],
  ])('%j is read', async (line, version) => {
    expect(await read(card(version, line))).toEqual(['+7 900 000-00-01']);
  });

  test('a fax is left out where there is another number', async () => {
    expect(await read(card('2.1', 'FN:Anna', 'TEL;WORK;FAX:+74951230000', tel))).toEqual(['+7 900 000-00-01 Anna']);
    expect(await read(card('3.0', 'FN:Anna', 'TEL;TYPE=FAX:+79000000001'))).toEqual(['+7 900 000-00-01 Anna']);
  });

  test('an extension, an order to the network and a missing number are bad cards, counted by their place', async () => {
    const text =
      card('4.0', 'FN:Anna', 'TEL;VALUE=uri:tel:+7-495-123-45-67;ext=12') +
      card('3.0', 'FN:Boris', 'TEL:*100#') +
      card('3.0', 'FN:Ivy', 'EMAIL:ivy@example.org');

    expect(await read(text)).toEqual([
      '! 1 extension Anna · tel:+7-495-123-45-67;ext=12',
      '! 2 too-short Boris · *100#',
      '! 3 no-number Ivy',
    ]);
  });
});

describe('letters', () => {
  /** `А` = D0 90 in UTF-8, C0 in windows-1251, E1 in koi8-r. */
  test.each([
    ['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=90'],
    ['FN;ENCODING=QUOTED-PRINTABLE:=D0=90'],
    ['FN;QUOTED-PRINTABLE;CHARSET=utf-8:=d0=90'],
    ['FN;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1251:=C0'],
    ['FN;ENCODING=QUOTED-PRINTABLE:=C0'],
    ['FN;ENCODING=QUOTED-PRINTABLE;CHARSET=nonsense:=C0'],
    ['FN;ENCODING=QUOTED-PRINTABLE;CHARSET=KOI8-R:=E1'],
    ['FN;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-8:=D0=\r\n=90'],
    ['FN;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-8:=D0=90=\r\n'],
    ['FN;ENCODING=BASE64;CHARSET=utf-8:0JA='],
  ])('%j is an А', async (line) => {
    expect(await read(card('2.1', line, tel))).toEqual(['+7 900 000-00-01 А']);
  });

  test('a line that is folded in the middle of a letter is put together before it is read', async () => {
    const bytes = Buffer.from(card('3.0', 'FN:Аня', tel));
    const inside = bytes.indexOf('Аня') + 1;
    const folded = Buffer.concat([bytes.subarray(0, inside), Buffer.from('\r\n '), bytes.subarray(inside)]);

    expect(shown(await readBytes(folded, 'people.vcf'))).toEqual(['+7 900 000-00-01 Аня']);
  });

  test.each(['utf-8', 'utf-8 with a mark', 'utf-16le', 'windows-1251'])('a file in %s is read', async (encoding) => {
    const text = card('3.0', 'FN:Анна', tel);
    const windows = Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x350;
    });
    const written: Readonly<Record<string, Uint8Array>> = {
      'utf-8': bytesOf(text),
      'utf-8 with a mark': bytesOf(`\ufeff${text}`),
      'utf-16le': Buffer.from(`\ufeff${text}`, 'utf16le'),
      'windows-1251': windows,
    };

    expect(shown(await readBytes(written[encoding] ?? windows, 'people.vcf'))).toEqual(['+7 900 000-00-01 Анна']);
  });
});

describe('notes and lists', () => {
  test('notes keep their lines, categories become lists, each once', async () => {
    const text = card(
      '3.0',
      'FN:Anna',
      tel,
      'NOTE:one\\ntwo\\, three',
      'CATEGORIES:Choir,5\\,A,Choir',
      'CATEGORIES:Home',
    );

    expect(await read(text)).toEqual(['+7 900 000-00-01 Anna (one\ntwo, three) #Choir #5,A #Home']);
  });

  test('the groups that Google puts everybody into are no lists', async () => {
    expect(await read(card('3.0', 'FN:Anna', tel, 'CATEGORIES:Choir,myContacts'))).toEqual([
      '+7 900 000-00-01 Anna #Choir',
    ]);
  });
});

describe('what is not whole', () => {
  test('a card that never ends is still somebody, when its number is', async () => {
    const text = crlf('BEGIN:VCARD', 'FN:Anna', tel, 'BEGIN:VCARD', 'FN:Boris', 'BEGIN:VCARD', 'FN:Ivy', tel);

    expect(await read(text)).toEqual(['+7 900 000-00-01 Anna', '! 2 damaged Boris']);
  });

  test('a number at the very end of a file that was cut off is not believed', async () => {
    expect(await read('BEGIN:VCARD\r\nFN:Anna\r\nTEL:+7900000000')).toEqual(['! 1 damaged Anna']);
    expect(await read('BEGIN:VCARD\r\nFN:Anna\r\nTEL:+79000000001')).toEqual(['! 1 damaged Anna']);
    expect(await read('BEGIN:VCARD\r\nFN:Anna\r\nTEL:+79000000001\r\nEND:VCARD')).toEqual(['+7 900 000-00-01 Anna']);
  });

  test('a card whose beginning was cut off is still somebody', async () => {
    expect(await read(`FN:Anna\r\n${tel}\r\nEND:VCARD\r\n${card('3.0', 'FN:Ivy', 'TEL:+79000000002')}`)).toEqual([
      '+7 900 000-00-01 Anna',
      '+7 900 000-00-02 Ivy',
    ]);
  });

  test('lines that nobody understands harm nothing', async () => {
    expect(await read(card('3.0', 'FN', ';;;', 'TEL', 'TEL;', ':', 'N;CHARSET="x:Anna', 'FN:Anna', tel))).toEqual([
      '+7 900 000-00-01 Anna',
    ]);
  });

  test('empty cards are passed over', async () => {
    expect(await readText(card('3.0', 'EMAIL:a@example.org') + card('3.0', 'FN:Anna', tel), 'a.vcf')).toMatchObject({
      lines: 1,
      bad: [],
    });
  });

  test('photos cost nothing', async () => {
    const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${`${'A'.repeat(74)}\r\n `.repeat(200_000)}\r\n`;
    const startedMs = performance.now();

    const read = await readText(card('3.0', 'FN:Anna', photo, tel), 'people.vcf');

    expect(shown(read)).toEqual(['+7 900 000-00-01 Anna']);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});

/** The judge is another reader of vCards; it knows neither 2.1 nor what phones take over from it. */
test.each(['iphone-3.0.vcf', 'google-contacts.vcf', 'macos-4.0.vcf', 'rfc6350-4.0.vcf'])(
  'in %s ical.js finds the same names and lists',
  async (name) => {
    const bytes = fixtureBytes(name);
    const parsed = ICAL.parse(new TextDecoder().decode(bytes));
    const cards = typeof parsed[0] === 'string' ? [parsed] : parsed;

    const read = await readBytes(bytes, name);

    const judged: ICAL.Component[] = cards.map((jcard: unknown[]) => new ICAL.Component(jcard));
    const names = judged
      .map((one) => String(one.getFirstPropertyValue('fn') ?? ''))
      .filter((text) => /\p{L}/u.test(text));
    const said = [...read.people.map((person) => person.name), ...read.bad.map(({ text }) => text)].join('|');
    expect(names.filter((text) => !said.includes(text))).toEqual([]);
    const lists = judged.flatMap((one) => one.getFirstProperty('categories')?.getValues() ?? []);
    expect(new Set(read.people.flatMap((person) => person.lists))).toEqual(
      new Set(lists.filter((list) => list !== 'myContacts')),
    );
  },
);
