import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { badLineReasons } from '../../../../core/people-import.ts';
import { type WrittenPerson, writeBadLines, writePeople } from '../../../../main/contacts/files/write-people.ts';
import { readTableFile } from '../../../../main/spreadsheet/read-table-file.ts';
import { readBytes } from './samples.ts';

const formats = ['csv', 'xlsx', 'vcard'] as const;
const fileOf = { csv: 'people.csv', xlsx: 'people.xlsx', vcard: 'people.vcf' };

const again = async (format: (typeof formats)[number], people: readonly WrittenPerson[], language: 'en' | 'ru') =>
  (await readBytes(await writePeople(format, people, language), fileOf[format], null)).people.map(
    ({ name, phone, note, lists }) => ({ name, phone, note, lists }),
  );

const hard: readonly WrittenPerson[] = (
  [
    [
      'Петрова, Анна; "мама" \'Пети\'',
      'строка\nдругая, с "кавычками"; и \\n',
      ['Хор; старшие', '5 «А»', 'a, b', '"q"'],
    ],
    ['=HYPERLINK("http://example.org")', '=1+1', ['=cmd']],
    ['+Борис', '+7 900 000-00-09', ['+']],
    ['-Вера', '- раз\n- два', ['-']],
    ['@Глеб', '@', ['@ ::: b']],
    ["'Дарья", "'=1", ["'a"]],
    ['😀 Егор 👩‍👩‍👧', '👍', ['👍']],
    ['', '', []],
    ['Имя', 'Телефон', ['Списки']],
    ['О’Нил\nмладший', 'a\\;b\\,c', ['x\\;y']],
    [`Длинное ${'имя '.repeat(40)}конец`, 'ю'.repeat(1_000), ['ы'.repeat(100)]],
    ['BEGIN:VCARD', 'END:VCARD\nTEL:+79000000077', ['END:VCARD']],
    ['123', '456', ['789']],
    ['89000000099', 'чужой номер вместо имени', []],
  ] as const
).map(([name, note, lists], n) => ({ name, note, lists, phone: `+7 900 000-00-${String(n).padStart(2, '0')}` }));

/** A name is one line. */
const asKept = (person: WrittenPerson): WrittenPerson => ({ ...person, name: person.name.replace(/\s+/gu, ' ') });

describe.each(formats)('written as %s and read again', (format) => {
  test.each(['en', 'ru'] as const)('nobody and nothing of them is lost (%s)', async (language) => {
    expect(await again(format, hard, language)).toEqual(hard.map(asKept));
  });

  /** Signs that mean something in one of the formats come more often than chance would have it. */
  const sign = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(...`",;:'\\=+-@\t\n\r*#[]{}|«»0123ab яЁ`, ' ::: ', '\r\n', 'END:VCARD', '=0D=0A'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
  );
  const words = (maxLength: number) =>
    fc.array(sign, { maxLength }).map((signs) => signs.join('').slice(0, 90).toWellFormed());
  /** As the contacts keep them. */
  const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const lines = (text: string): string =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim();
  const person = fc.record({
    name: words(12).map(oneLine),
    note: words(20).map(lines),
    lists: fc.uniqueArray(words(8).map(oneLine), { maxLength: 3 }).map((lists) => lists.filter(Boolean)),
  });

  test('whatever signs are in it, it comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 5 }), async (some) => {
        const people = some.map((one, n) => ({ ...one, phone: `+7 900 000-00-0${n}` }));
        expect(await again(format, people, 'ru')).toEqual(people);
      }),
      { numRuns: format === 'xlsx' ? 100 : 500 },
    );
  });

  test('nobody at all is a file too', async () => {
    const bytes = await writePeople(format, [], 'en');

    expect(format === 'vcard' ? bytes.length : (await readBytes(bytes, fileOf[format])).people).toEqual(
      format === 'vcard' ? 0 : [],
    );
  });
});

test.each([
  ['en', ['Name', 'Phone', 'Note', 'Lists']],
  ['ru', ['Имя', 'Телефон', 'Примечание', 'Списки']],
] as const)('the headings of tables are in the language (%s)', async (language, headings) => {
  for (const format of ['csv', 'xlsx'] as const) {
    const file = await readTableFile(await writePeople(format, hard, language), fileOf[format]);
    expect(file.ok && file.value.tables[0]?.rows[0]?.cells).toEqual(headings);
  }
});

describe('contacts', () => {
  test('are vCards that another reader understands', async () => {
    const text = new TextDecoder().decode(await writePeople('vcard', hard, 'ru'));

    const cards: ICAL.Component[] = ICAL.parse(text).map((jcard: unknown[]) => new ICAL.Component(jcard));

    // ical.js 2.2 leaves the backslash before a semicolon, which RFC 2426 wants there.
    const said = (name: string) =>
      cards.map((card) => String(card.getFirstPropertyValue(name) ?? '').replaceAll('\\;', ';'));
    expect(said('fn')).toEqual(hard.map(({ name, phone }) => name || phone));
    expect(said('version')).toEqual(hard.map(() => '3.0'));
    expect(cards.map((card) => card.getFirstProperty('categories')?.getValues()[0] ?? '')).toEqual(
      hard.map(({ lists }) => lists[0]?.replace(';', '\\;') ?? ''),
    );
  });

  test('have lines of at most 75 bytes, and no letter is cut in two', async () => {
    const bytes = Buffer.from(await writePeople('vcard', hard, 'ru'));
    const lines = bytes.toString('latin1').split('\r\n');

    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75);
    for (const line of lines) expect(Buffer.from(line, 'latin1').toString('utf8')).not.toContain('\ufffd');
  });
});

test('bad lines are written with their reasons in words, and never as formulas', async () => {
  const lines = badLineReasons.map((reason, n) => ({ line: n + 1, text: `=${n} +7 900 · «Анна»`, reason }));

  const file = await readTableFile(await writeBadLines(lines, 'ru'), 'left-out.xlsx');

  if (!file.ok) expect.fail(file.failure.code);
  const rows = file.value.tables[0]?.rows.map(({ cells }) => cells) ?? [];
  expect(rows[0]).toEqual(['Строка или карточка', 'Что в ней', 'Почему не вошла']);
  expect(rows[1]).toEqual(['1', '=0 +7 900 · «Анна»', 'нет номера']);
  expect(new Set(rows.map((cells) => cells[2])).size).toBe(badLineReasons.length + 1);
});
