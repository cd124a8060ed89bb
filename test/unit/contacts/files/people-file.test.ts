import { describe, expect, test } from 'vitest';
import { type ColumnRole, peoplePreviewSchema } from '../../../../core/people-import.ts';
import { openFile } from '../../../../main/contacts/files/open-file.ts';
import {
  type OpenedFile,
  openPeopleFile,
  readNotTooMany,
  readPeople,
} from '../../../../main/contacts/files/people-file.ts';
import { bytesOf, fixtureBytes, readBytes, readText, shown, shownColumns } from './samples.ts';

async function open(text: string, name = 'people.csv'): Promise<OpenedFile> {
  const answer = await openPeopleFile(bytesOf(text), name, 'RU');
  if (!answer.ok) expect.fail(answer.failure.code);
  return answer.value.opened;
}

const failure = async (bytes: Uint8Array, name: string) => {
  const answer = await openPeopleFile(bytes, name, 'RU');
  return answer.ok ? null : answer.failure;
};

describe('what a file is', () => {
  const vcard = 'BEGIN:VCARD\nFN:Anna\nTEL:+79000000001\nEND:VCARD\n';

  test.each([
    ['contacts.vcf', vcard, 'vcard'],
    ['contacts.txt', vcard, 'vcard'],
    ['contacts', `\ufeff\n${vcard}`, 'vcard'],
    ['contacts.csv', vcard, 'vcard'],
    ['people.txt', 'Anna +79000000001', 'text'],
    ['PEOPLE.TXT', 'Anna\t+79000000001', 'text'],
    ['people.csv', 'Anna;+79000000001', 'csv'],
    ['people', 'Anna;+79000000001', 'csv'],
  ])('%s with %j is %s', async (name, text, kind) => {
    const read = await readText(text, name);

    expect(read.kind).toBe(kind);
    expect(shown(read)).toEqual(['+7 900 000-00-01 Anna']);
  });

  test.each(['people.xlsx', 'people.csv', 'people.txt', 'people.vcf'])('a table stays one as %s', async (name) => {
    expect((await readBytes(fixtureBytes('school-list.xlsx'), name)).kind).toBe('xlsx');
  });

  test.each([
    ['a/b/contacts.vcf', 'Anna;+79000000001', { code: 'file-no-cards', file: 'contacts.vcf' }],
    ['contacts.vcf', '', { code: 'file-empty', file: 'contacts.vcf' }],
    ['people.txt', ' \r\n ', { code: 'file-empty', file: 'people.txt' }],
    ['people.csv', '', { code: 'file-empty', file: 'people.csv' }],
    ['people.txt', '<!doctype html><p>Anna', { code: 'file-is-other', file: 'people.txt', is: 'web-page' }],
    [
      'people.txt',
      '\u0001\u0002\u0003\u0004 +79000000001',
      { code: 'file-is-other', file: 'people.txt', is: 'unknown' },
    ],
    ['people.txt', '%PDF-1.7', { code: 'file-is-other', file: 'people.txt', is: 'pdf' }],
    [
      'a/b/people.csv',
      'Anna;"+7900\n',
      { code: 'file-unreadable', file: 'people.csv', kind: 'csv', why: 'quotes', line: 1 },
    ],
  ])('%s with %j cannot be read', async (name, text, said) => {
    expect(await failure(bytesOf(text), name)).toEqual(said);
  });

  test('more than 20 MB, and more than 100,000 lines or cards, are refused', async () => {
    const megabytes = { code: 'file-too-big', most: { of: 'megabytes', count: 20 } };
    const rows = { code: 'file-too-big', most: { of: 'rows', count: 100_000 } };

    expect(await failure(new Uint8Array(20 * 1024 * 1024 + 1).fill(65), 'people.txt')).toMatchObject(megabytes);
    expect(await failure(new Uint8Array(20 * 1024 * 1024 + 1).fill(65), 'people.vcf')).toMatchObject(megabytes);
    expect(await failure(bytesOf('a\n'.repeat(100_101)), 'people.txt')).toMatchObject(rows);
    expect(await failure(bytesOf('BEGIN:VCARD\n'.repeat(100_101)), 'people.vcf')).toMatchObject(rows);
  });

  test('100,000 people are read, whatever stands above them, and not one more', async () => {
    const numbers = Array.from({ length: 100_001 }, (_, n) => `+7900${String(n).padStart(7, '0')}`);
    const fileOf = (count: number) => bytesOf(['Телефон', ...numbers.slice(0, count), ''].join('\n'));
    const people = { code: 'file-too-big', file: 'people.csv', most: { of: 'people', count: 100_000 } };

    const most = await openPeopleFile(fileOf(100_000), 'people.csv', 'RU');

    expect(most.ok && most.value.read.people).toHaveLength(100_000);
    expect(await failure(fileOf(100_001), 'a/b/people.csv')).toEqual(people);
  });

  test('people are counted, not lines, also when other columns are chosen', async () => {
    const line = (n: number) => `+7900${String(n).padStart(7, '0')};+7901${String(n).padStart(7, '0')}`;
    const pairs = Array.from({ length: 50_001 }, (_, n) => line(n)).join('\n');
    const people = { code: 'file-too-big', file: 'people.csv', most: { of: 'people', count: 100_000 } };
    const opened = await openFile(bytesOf(pairs), 'people.csv');
    const readAs = (roles: ColumnRole[]) => {
      const how = { fileName: 'people.csv', reading: { table: 0, headingLine: null, roles }, country: 'RU' as const };
      return opened.ok && readNotTooMany(opened.value, how);
    };

    expect(await failure(bytesOf(pairs), 'people.csv')).toEqual(people);
    expect(readAs(['phone', 'phone'])).toEqual({ ok: false, failure: people });
    expect(readAs(['phone', 'leave-out'])).toMatchObject({ ok: true, value: { lines: 50_001 } });
  });
});

describe('reading again', () => {
  const text = 'ФИО;Ник;Телефон;Доп\nАнна Петрова;Аня;+7 900 000-00-01;8 900 000 00 02\n';

  test('the columns are those that a person has chosen', async () => {
    const opened = await open(text);

    const read = readPeople(opened, { table: 0, headingLine: 1, roles: ['note', 'name', 'phone', 'leave-out'] }, 'RU');

    expect(shown(read)).toEqual(['+7 900 000-00-01 Аня (Анна Петрова)']);
    expect(read.table?.reading.roles).toEqual(['note', 'name', 'phone', 'leave-out']);
  });

  test('without headings the first line is one of the people', async () => {
    const opened = await open(text);

    const read = readPeople(opened, { table: 0, headingLine: null, roles: ['name', 'leave-out', 'phone'] }, 'RU');

    expect(shown(read)).toEqual(['+7 900 000-00-01 Анна Петрова', '! 1 no-number ФИО · Ник · Телефон · Доп']);
    expect(read.table).toMatchObject({ headings: ['', '', '', ''], rows: [['ФИО', 'Ник', 'Телефон', 'Доп'], {}] });
  });

  test('another sheet without roles is guessed anew', async () => {
    const answer = await openPeopleFile(fixtureBytes('school-list.xlsx'), 'school-list.xlsx', 'RU');
    if (!answer.ok) expect.fail(answer.failure.code);

    const other = readPeople(answer.value.opened, { table: 0, headingLine: null, roles: [] }, 'RU');
    const back = readPeople(answer.value.opened, { table: 1, headingLine: null, roles: [] }, 'RU');

    expect(other.table?.reading.table).toBe(0);
    expect(other.people).toEqual([]);
    expect(back).toEqual(answer.value.read);
  });

  test('roles that are missing or too many, and a sheet that is not there, do no harm', async () => {
    const opened = await open(text);
    const roles = ['name', 'leave-out', 'phone', 'phone', 'note', 'list'] as const;

    const many = readPeople(opened, { table: 0, headingLine: 1, roles: [...roles] }, 'RU');
    const few = readPeople(opened, { table: 0, headingLine: 1, roles: ['name'] }, 'RU');
    const none = readPeople(opened, { table: 7, headingLine: 9, roles: ['name'] }, 'RU');

    expect(many.table?.reading.roles).toHaveLength(4);
    expect(shown(few)).toEqual(['! 2 no-number Анна Петрова · Аня · +7 900 000-00-01 · 8 900 000 00 02']);
    expect(none.table?.reading.table).toBe(0);
  });

  test('contacts and texts have no columns to choose', async () => {
    const opened = await open('Анна +7 900 000-00-01', 'people.txt');

    expect(readPeople(opened, { table: 0, headingLine: 1, roles: ['note'] }, 'RU')).toEqual(
      readPeople(opened, null, 'RU'),
    );
  });

  test('numbers without their code are those of the country', async () => {
    const opened = await open('Anna +1 202 555 0100\nBoris 202 555 0101', 'people.txt');

    expect(shown(readPeople(opened, null, 'US'))).toEqual(['+1 202 555 0100 Anna', '? +1 202 555 0101 Boris']);
    expect(readPeople(opened, null, null)).toMatchObject({ people: [{ name: 'Anna' }], bad: [{ line: 2 }] });
  });
});

describe('people', () => {
  test('each number comes once, by the better name and with the lists of all its lines', async () => {
    const read = await readText(
      'Имя;Телефон;Класс;Примечание\nАнна;+79000000001;5А;мама Пети\nАнна Петрова;89000000001;5Б;\n;79000000001;;да',
      'people.csv',
    );

    expect(shown(read)).toEqual(['+7 900 000-00-01 Анна Петрова (мама Пети\nда) #5А #5Б']);
    expect(read).toMatchObject({ lines: 3, repeated: 2 });
  });

  test('the same number twice in one line is no repetition', async () => {
    const read = await readText('Имя;Моб;Тел\nАнна;+79000000001;89000000001', 'people.csv');

    expect(read).toMatchObject({ people: [{ name: 'Анна' }], lines: 1, repeated: 0 });
  });

  test.each([
    ['Анна;8 900 000-00-01, 8 900 000-00-02', ['? +7 900 000-00-01 Анна', '? +7 900 000-00-02 Анна']],
    ['Анна;+79000000001 (мама)', ['+7 900 000-00-01 Анна (мама)']],
    ['Анна Петрова;Анна +79000000001', ['+7 900 000-00-01 Анна Петрова']],
    [';Анна Петрова +79000000001', ['+7 900 000-00-01 Анна Петрова']],
    [';мама 89000000001, папа 89000000002', ['? +7 900 000-00-01 мама', '? +7 900 000-00-02 папа']],
    ["Анна;'+79000000001", ['+7 900 000-00-01 Анна']],
    ['Анна;79000000001', ['+7 900 000-00-01 Анна']],
    ['Анна;79000000001.0', ['+7 900 000-00-01 Анна']],
    ['Анна;79000000001,00', ['+7 900 000-00-01 Анна']],
    ['Анна;7.9000000001E+10', ['? +7 900 000-00-01 Анна']],
    ['Анна;7.9E+10', ['! 3 rounded Анна · 7.9E+10']],
    ['Анна;', ['! 3 no-number Анна']],
    ['Анна;нет', ['! 3 no-number Анна · нет']],
    ['Анна;кв. 12', ['! 3 no-number Анна · кв. 12']],
    ['Анна;12', ['! 3 too-short Анна · 12']],
    ['Анна;8 900 000 00 0', ['! 3 too-short Анна · 8 900 000 00 0']],
    ['Анна;8 900 000 00 011', ['! 3 too-long Анна · 8 900 000 00 011']],
    ['Анна;+7 900 000 00 0О', ['! 3 letters Анна · +7 900 000 00 0О']],
    ['Анна;+79000000001, 23-45-67', ['+7 900 000-00-01 Анна']],
    [
      'Анна;+79000000001, 8 900 000 00 0',
      ['+7 900 000-00-01 Анна', '! 3 too-short Анна · +79000000001, 8 900 000 00 0'],
    ],
    [' ; ', []],
    ['+7 900 000-00-01;+7 900 000-00-01', ['+7 900 000-00-01']],
  ])('the row %j gives %j', async (row, expected) => {
    const read = await readText(`Имя;Телефон\nБорис;+79000000009\n${row}`, 'people.csv');

    expect(shown(read).filter((line) => !line.endsWith('Борис'))).toEqual(expected);
  });

  test('sums, running numbers and lists without a person are passed over', async () => {
    const text = '№;ФИО;Телефон;Класс\n1;Анна;+79000000001;5А\n2;;;\n3;;;5Б\nИтого: 1;;;\n';

    expect(await readText(text, 'people.csv')).toMatchObject({ lines: 1, bad: [], people: [{ lists: ['5А'] }] });
  });

  test.each([
    ['5А; Хор', ['5А', 'Хор']],
    ['Хор, старшие', ['Хор, старшие']],
    ['* myContacts ::: Хор ::: * friends', ['Хор', 'friends']],
    ['"""a; b"";c"', ['a; b', 'c']],
    ['"один\nдва"', ['один', 'два']],
    [';', []],
  ])('the cell %j is the lists %j', async (cell, lists) => {
    const quoted = cell.includes('"') ? cell : `"${cell}"`;
    const read = await readText(`Name,Phone,Labels\nAnna,+79000000001,${quoted}`, 'people.csv');

    expect(read.people[0]?.lists).toEqual(lists);
  });

  test('a note is cut at what the contacts hold, not in the middle of a letter', async () => {
    const read = await readText(`Name,Phone,Note\nAnna,+79000000001,${'a'.repeat(999)}😀`, 'people.csv');

    expect(read.people[0]?.note).toBe('a'.repeat(999));
  });
});

test('what a preview shows fits the contract', async () => {
  const wide = ['Имя', 'Телефон', ...Array.from({ length: 298 }, (_, column) => `c${column}`)].join(';');
  const long = `Я${'ы'.repeat(5_000)}`;
  const text = `${wide}\n${long};+79000000001\n${Array.from({ length: 60 }, (_, n) => `${long}${n};12`).join('\n')}`;

  const { table, people, bad, kind } = await readText(text, 'people.csv');

  const preview = {
    ...{ importId: '1', file: 'people.csv', kind, table, listName: 'people', bad: bad.slice(0, 50) },
    people: people.slice(0, 20).map(({ name, phone, note }) => ({ name, phone, note })),
    counts: { lines: 1, people: 1, added: 0, changed: 0, repaired: 0, repeated: 0, bad: bad.length },
  };
  expect(peoplePreviewSchema.safeParse(preview).error).toBeUndefined();
  expect(table?.headings).toHaveLength(200);
  expect(people[0]?.name).toHaveLength(200);
});

test('an opened file is plain data: it survives the way to another thread', async () => {
  for (const name of ['school-list.xlsx', 'iphone-3.0.vcf', 'pasted-mail.txt']) {
    const answer = await openPeopleFile(fixtureBytes(name), name, 'RU');
    if (!answer.ok) expect.fail(answer.failure.code);
    const { opened, read } = answer.value;

    expect(readPeople(structuredClone(opened), null, 'RU')).toEqual(structuredClone(read));
  }
});

test('the columns of a table that is read are named by their headings', async () => {
  expect(shownColumns(await readText('Name,Phone\nAnna,+79000000001', 'people.csv'))).toEqual([
    'Name: name',
    'Phone: phone',
  ]);
});
