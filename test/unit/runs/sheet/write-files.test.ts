import { describe, expect, test } from 'vitest';
import { sheetShapes } from '../../../../core/group-sheet.ts';
import { type ResultRow, resultWords, writeProblems, writeResults } from '../../../../main/runs/sheet/write-results.ts';
import { writeTemplate } from '../../../../main/runs/sheet/write-template.ts';
import { readTableFile } from '../../../../main/spreadsheet/read-table-file.ts';
import { openZip } from '../../../../main/spreadsheet/zip.ts';
import { readBytes, shown } from './samples.ts';

const formats = ['xlsx', 'csv'] as const;
const languages = ['en', 'ru'] as const;
const every = formats.flatMap((format) => languages.map((language) => [format, language] as const));

async function rowsOf(bytes: Uint8Array, format: string): Promise<(readonly string[])[]> {
  const file = await readTableFile(bytes, `results.${format}`);
  if (!file.ok) expect.fail(file.failure.code);
  return file.value.tables[0]?.rows.map(({ cells }) => cells) ?? [];
}

describe.each(every)('the example as %s (%s)', (format, language) => {
  const [yes, hello, first, second, third] =
    language === 'en'
      ? ['Anna Brown', 'Hello. News for parents will be here.', 'Year 5A parents', 'Year 5B parents', 'Choir']
      : ['Анна Петрова', 'Здравствуйте. Здесь будут новости для родителей.', 'Родители 5А', 'Родители 5Б', 'Хор'];
  const [boris, vera] = language === 'en' ? ['Boris Green', 'Vera White'] : ['Борис Орлов', 'Вера Белова'];
  const expected = {
    'row-is-group': [
      `2 ${first}: ${yes} +79000000001, ${boris} +79000000002, ${vera} +79000000003 (admins: ${yes}) (only admins) (says: ${hello})`,
      `3 ${second}: ${yes} +79000000001, +79000000004`,
      `4 ${third}: +79000000002, +79000000003, +79000000004 (admins: +7 900 000-00-04) (only admins)`,
    ],
    'row-is-person': [
      `2 ${first}: ${yes} +79000000001, ${boris} +79000000002 (admins: ${yes})`,
      `4 ${second}: ${vera} +79000000003`,
    ],
  };

  test.each(sheetShapes)('comes back as it is meant (%s)', async (shape) => {
    const read = await readBytes(await writeTemplate(format, shape, language), `example.${format}`, null);

    expect(read.reading.shape).toBe(shape);
    expect(shown(read)).toEqual(expected[shape]);
  });
});

const row: ResultRow = {
  line: 7,
  name: '=cmd|calc',
  what: 'created',
  reason: '',
  link: 'https://chat.whatsapp.com/AbCdEf0123456789',
  in: ['79000000001', '+7 900 000-00-02'],
  notIn: [
    { who: '@Anna', reason: 'privacy' },
    { who: 'Boris', reason: 'privacy' },
  ],
  atMs: new Date(2026, 8, 1, 14, 30).getTime(),
};

describe.each(formats)('the results as %s', (format) => {
  const write = async (rows: readonly ResultRow[], language: 'en' | 'ru' = 'en') =>
    rowsOf(await writeResults(format, rows, language), format);

  test('say who is in, who is not, and why', async () => {
    const notStarted = { ...row, what: 'waiting', link: '', in: [], notIn: [], atMs: null } as const;

    expect(await write([row, notStarted])).toEqual([
      ['Row', 'Group', 'State', 'Link', 'In the group', 'Who is in', 'Not in yet', 'Why', 'Time'],
      [
        '7',
        '=cmd|calc',
        'created',
        row.link,
        '2',
        '79000000001\n+7 900 000-00-02',
        '@Anna\nBoris',
        'privacy',
        '2026-09-01 14:30',
      ],
      ['7', '=cmd|calc', 'waiting'],
    ]);
  });

  test('name the people where the reasons differ, after that of the row', async () => {
    const notIn = [
      { who: 'Anna', reason: 'privacy' },
      { who: 'Boris', reason: 'no WhatsApp' },
    ];

    expect((await write([{ ...row, reason: 'late', notIn }]))[1]?.[7]).toBe('late\nAnna: privacy\nBoris: no WhatsApp');
  });

  test('have a word of their own for each state, in both languages', async () => {
    for (const language of languages) {
      const rows = await write(
        resultWords.map((what) => ({ ...row, what })),
        language,
      );
      expect(new Set(rows.map((cells) => cells[2])).size).toBe(resultWords.length + 1);
    }
  });

  test('go on in the next row where a cell cannot hold all people', async () => {
    const people = Array.from({ length: 1_000 }, (_, n) => `${'Имя '.repeat(10)}${n} +7 900 000-00-01`);

    const [, ...rows] = await write([{ ...row, in: people }]);

    expect(rows.length).toBeGreaterThan(1);
    expect(Math.max(...rows.flat().map((cell) => cell.length))).toBeLessThanOrEqual(32_767);
    expect(rows.map((cells) => cells[5]).join('\n')).toBe(people.join('\n'));
    expect(rows.map((cells) => [cells[1], cells[2]])).toContainEqual(['=cmd|calc', 'continued']);
  });
});

test('in an xlsx file every cell is a text, so that no number is rounded and no name comes to life', async () => {
  const zip = openZip(await writeResults('xlsx', [row], 'ru'), 10_000_000);
  const sheet = new TextDecoder().decode(zip.read('xl/worksheets/sheet1.xml') ?? new Uint8Array());

  expect(sheet.match(/<c /g)).toHaveLength(18);
  expect(sheet.match(/<c [^>]*t="(?:s|inlineStr)"/g)).toHaveLength(18);
  expect(sheet).not.toContain('<f>');
});

test('in a csv file what would be a formula has an apostrophe', async () => {
  const text = new TextDecoder().decode(await writeResults('csv', [row], 'ru'));

  expect(text).toContain(`;"'=cmd|calc";`);
  expect(text).toContain(`"'@Anna\nBoris"`);
});

test('the problems stand in their cell, one a line', async () => {
  const bytes = await writeProblems([{ line: 3, name: 'Хор', problems: ['Нет людей', 'Название длинное'] }], 'ru');

  expect(await rowsOf(bytes, 'xlsx')).toEqual([
    ['Строка', 'Группа', 'Что исправить'],
    ['3', 'Хор', 'Нет людей\nНазвание длинное'],
  ]);
});
