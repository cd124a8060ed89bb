import { describe, expect, test } from 'vitest';
import { groupsMax, openSheet, readSheet, sheetFailure } from '../../../../main/runs/sheet/sheet.ts';
import { makeXlsx } from '../../../support/xlsx.ts';
import { bytesOf, csvOf, readBytes, readText, shown, shownColumns } from './samples.ts';

type Case = readonly [what: string, rows: readonly (readonly string[])[], groups: readonly string[]];

describe('a row for each group', () => {
  const cases: readonly Case[] = [
    [
      'people in one cell, with names and without',
      [
        ['Группа', 'Участники'],
        ['5А', '+79000000001; 8 900 000-00-02, Анна Петрова 89000000003'],
        ['5Б', 'Иванов Иван 89000000004\nПетрова, Анна +7 900 000-00-05\nСидоров'],
      ],
      [
        '2 5А: +79000000001, ? +79000000002, ? Анна Петрова +79000000003',
        '3 5Б: ? Иванов Иван +79000000004, Петрова, Анна +79000000005, ! Сидоров',
      ],
    ],
    [
      'names and numbers in turn in a cell',
      [
        ['Name', 'Members'],
        ['Choir', 'Anna; +79000000001; Boris; +79000000002'],
        ['Band', 'Vera:\n+79000000003\nGleb:\n+79000000004'],
        ['Club', 'Parents:\n+79000000005\n+79000000006'],
      ],
      [
        '2 Choir: Anna +79000000001, Boris +79000000002',
        '3 Band: Vera +79000000003, Gleb +79000000004',
        '7 Club: +79000000005, +79000000006',
      ],
    ],
    [
      'a number a column',
      [
        ['Group', 'Phone 1', 'Phone 2', 'Phone 3'],
        ['Choir', '+79000000001', '+79000000002', ''],
        ['Band', '+79000000003', '', '+79000000004'],
      ],
      ['2 Choir: +79000000001, +79000000002', '3 Band: +79000000003, +79000000004'],
    ],
    [
      'pairs of names and phones',
      [
        ['Название чата', 'Имя 1', 'Телефон 1', 'Имя 2', 'Телефон 2'],
        ['Хор', 'Анна', '+79000000001', 'Борис', '+79000000002'],
        ['Джаз', 'Вера', '+79000000003', 'Глеб', ''],
      ],
      ['2 Хор: Анна +79000000001, Борис +79000000002', '3 Джаз: Вера +79000000003, ! Глеб'],
    ],
    [
      'pictures by their files',
      [
        ['Группа', 'Участники', 'Фото группы'],
        ['Хор', '+79000000001', 'хор.jpg'],
        ['Джаз', '+79000000003', 'нет'],
        ['Клуб', '+79000000004', ''],
      ],
      ['2 Хор: +79000000001 (shows: хор.jpg)', '3 Джаз: +79000000003', '4 Клуб: +79000000004'],
    ],
    [
      'admins by number, by name and by mistake; a message; who writes',
      [
        ['Группа', 'Участники', 'Админы', 'Приветствие', 'Пишут только админы'],
        ['Хор', 'Анна +79000000001; Борис +79000000002', 'анна', 'Привет\nвсем', 'да'],
        ['Джаз', 'Вера +79000000003; Глеб +79000000005', '+79000000004 Егор; Дарья', '', 'нет'],
      ],
      [
        '2 Хор: Анна +79000000001, Борис +79000000002 (admins: Анна) (only admins) (says: Привет\nвсем)',
        // A cell of two lines is two lines of the file.
        '4 Джаз: Вера +79000000003, Глеб +79000000005, Егор +79000000004, ! Дарья (admins: Егор)',
      ],
    ],
    [
      'without headings',
      [
        ['5А', '+79000000001, +79000000002'],
        ['5Б', '+79000000003, +79000000004'],
      ],
      ['1 5А: +79000000001, +79000000002', '2 5Б: +79000000003, +79000000004'],
    ],
    [
      'a name twice stays two rows, for a person to look at',
      [
        ['Группа', 'Участники'],
        ['Хор', '+79000000001, +79000000002'],
        ['Джаз', '+79000000003, +79000000004'],
        ['Бас', '+79000000003, +79000000006'],
        ['хор', '+79000000005, +79000000001'],
      ],
      [
        '2 Хор: +79000000001, +79000000002',
        '3 Джаз: +79000000003, +79000000004',
        '4 Бас: +79000000003, +79000000006',
        '5 хор: +79000000005, +79000000001',
      ],
    ],
    [
      'short and long digits are kept as bad numbers, running numbers are not',
      [
        ['Группа', 'Участники'],
        ['Хор', '1; +79000000001; 2; 12345; 790000000; нет'],
        ['Джаз', 'Анна +79000000002, 123456; нет'],
        ['Бас', '1; Анна +79000000003; 2; Борис +79000000004'],
      ],
      [
        '2 Хор: +79000000001, ! 12345, ! 790000000',
        '3 Джаз: Анна +79000000002, ! 123456',
        '4 Бас: Анна +79000000003, Борис +79000000004',
      ],
    ],
  ];

  test.each(cases)('%s', async (_, rows, groups) => {
    const read = await readText(csvOf(rows));

    expect(read.reading.shape).toBe('row-is-group');
    expect(shown(read)).toEqual(groups);
  });
});

describe('a row for each person', () => {
  const cases: readonly Case[] = [
    [
      'an empty group is that of the row above; case and spaces make no other group; rows need not stand together',
      [
        ['Класс', 'ФИО', 'Телефон'],
        ['5А', 'Иванов Иван', '+79000000001'],
        ['', 'Петров Пётр', '+79000000002'],
        ['5Б', 'Анна', '+79000000003'],
        [' 5а ', 'Дарья', '+79000000004'],
      ],
      ['2 5А: Иванов Иван +79000000001, Петров Пётр +79000000002, Дарья +79000000004', '4 5Б: Анна +79000000003'],
    ],
    [
      'titles above the headings, the name in parts, a class and its letter',
      [
        ['Списки классов на 2026 год'],
        [],
        ['Класс', 'Буква', 'Фамилия', 'Имя', 'Телефон'],
        ['5', 'А', 'Иванов', 'Иван', '+79000000001'],
        ['', 'Б', 'Петров', 'Пётр', '+79000000002'],
        ['6', 'А', 'Сидоров', 'Сидор', '+79000000003'],
        ['Итого', '', '', '', '3'],
      ],
      ['4 5А: Иванов Иван +79000000001', '5 5Б: Петров Пётр +79000000002', '6 6А: Сидоров Сидор +79000000003'],
    ],
    [
      'the number is that of the name beside it',
      [
        ['Group', 'Pupil', 'Parent', 'Phone', 'Note'],
        ['5A', 'Kirill Petrov', 'Anna Petrova', '+79000000001', ''],
        ['5A', 'Alina Stepanova', 'Ivan Stepanov', '+79000000002', 'head of the committee'],
      ],
      ['2 5A: Anna Petrova +79000000001, Ivan Stepanov +79000000002'],
    ],
    [
      'several phones of one person; a name without a number is kept',
      [
        ['Ученик', 'Класс', 'Телефон мамы', 'Телефон папы'],
        ['Иванов Иван', '5А', '+79000000001', '+79000000002'],
        ['Петров', '5Б', '', '+79000000003'],
        ['Сидоров', '5А', '', ''],
        ['Орлов', '5Б', '+79000000004', ''],
      ],
      [
        '2 5А: Иванов Иван +79000000001, Иванов Иван +79000000002, ! Сидоров',
        '3 5Б: Петров +79000000003, Орлов +79000000004',
      ],
    ],
    [
      'without headings',
      [
        ['5А', 'Иванов Иван', '+79000000001'],
        ['5А', 'Петров Пётр', '+79000000002'],
        ['5Б', 'Анна Орлова', '+79000000003'],
        ['5Б', 'Дарья Белова', '+79000000004'],
      ],
      [
        '1 5А: Иванов Иван +79000000001, Петров Пётр +79000000002',
        '3 5Б: Анна Орлова +79000000003, Дарья Белова +79000000004',
      ],
    ],
    [
      'who is an admin is ticked',
      [
        ['Group', 'Name', 'Phone', 'Admin'],
        ['Choir', 'Anna', '+79000000001', 'x'],
        ['Choir', 'Boris', '+79000000002', ''],
        ['Choir', 'Vera', '+79000000003', '1'],
      ],
      ['2 Choir: Anna +79000000001, Boris +79000000002, Vera +79000000003 (admins: Anna, Vera)'],
    ],
    [
      'what Excel made of numbers',
      [
        ['Группа', 'Имя', 'Телефон'],
        ['Хор', 'Анна', '79000000001'],
        ['Хор', 'Борис', '7,9001E+10'],
        ['Хор', 'Вера', "'+79000000003"],
        ['Хор', 'Глеб', '79000000004.0'],
      ],
      ['2 Хор: Анна +79000000001, ! Борис 7,9001E+10, Вера +79000000003, Глеб +79000000004'],
    ],
    [
      'somebody who stands there twice comes twice, and the headings that come again are no group',
      [
        ['Группа', 'Имя', 'Телефон'],
        ['Хор', 'Анна', '+79000000001'],
        ['Группа', 'Имя', 'Телефон'],
        ['Хор', 'Анна', '+79000000001'],
      ],
      ['2 Хор: Анна +79000000001, Анна +79000000001'],
    ],
  ];

  test.each(cases)('%s', async (_, rows, groups) => {
    const read = await readText(csvOf(rows));

    expect(read.reading.shape).toBe('row-is-person');
    expect(shown(read)).toEqual(groups);
  });

  test('classes in merged cells of an xlsx file belong to all of their rows', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join('')}</row>`;
    const sheet = `<sheetData>${row(1, cell('A1', 'Класс'), cell('B1', 'Имя'), cell('C1', 'Телефон'))}${row(
      2,
      cell('A2', '5А'),
      cell('B2', 'Анна'),
      '<c r="C2"><v>79000000001</v></c>',
    )}${row(3, cell('B3', 'Борис'), '<c r="C3"><v>7.9000000002E10</v></c>')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`;

    const read = await readBytes(makeXlsx({ sheets: [sheet] }), 'groups.xlsx');

    expect(shown(read)).toEqual(['2 5А: Анна +79000000001, Борис +79000000002']);
  });
});

describe('the person changes how it is read', () => {
  const rows = [
    ['Class', 'Year', 'Teacher', 'Phones'],
    ['5A', '2026', 'Anna', '+79000000001, +79000000002'],
    ['5B', '', 'Boris', '+79000000003, 9000000004'],
  ];

  async function again(change: object) {
    const opened = await openSheet(bytesOf(csvOf(rows)), 'groups.csv', 'RU');
    if (!opened.ok) expect.fail(opened.failure.code);
    const { read, opened: tables } = opened.value;
    return readSheet(tables, { ...read.reading, ...change }, 'RU');
  }

  test.each([
    ['{Class} {Year}', ['5A 2026', '5B']],
    ['{cLASS}, {Teacher}', ['5A, Anna', '5B, Boris']],
    ['{A}-{b}', ['5A-2026', '5B-']],
    ['{Nobody} {Class} {', ['{Nobody} 5A {', '{Nobody} 5B {']],
    ['Year {Year}', ['Year 2026', '']],
    ['All', ['All', 'All']],
  ])('the pattern %s names the groups', async (namePattern, names) => {
    expect((await again({ namePattern })).groups.map(({ name }) => name)).toEqual(names);
  });

  test('another shape, other columns, another country', async () => {
    const read = await again({ shape: 'row-is-person', roles: ['leave-out', 'group', 'name', 'phone'], country: 'US' });

    expect(shown(read)).toEqual([
      '2 2026: Anna +79000000001, Anna +79000000002, Boris +79000000003, ! Boris 9000000004',
    ]);
    expect(read.callingCode).toBe('+1');
  });

  test('without roles they are guessed anew, and the country stays', async () => {
    const read = await again({ roles: [], country: 'KZ' });

    expect(shownColumns(read)).toEqual(['Class: group', 'Phones: people']);
    expect(read.reading.country).toBe('KZ');
  });

  test('no column of groups gives no group, and all that is needed to choose one', async () => {
    const read = await again({ roles: ['leave-out'] });

    expect(read).toMatchObject({ groups: [], first: null, headings: ['Class', 'Year', 'Teacher', 'Phones'] });
    expect(read.rows).toHaveLength(2);
    expect(sheetFailure(read, 'groups.csv')).toEqual({ code: 'no-groups', file: 'groups.csv' });
  });
});

test('the preview shows the rows with their lines, and counts', async () => {
  const read = await readText(
    csvOf([
      ['Groups of the school'],
      ['Group', 'People'],
      ['A', '+79000000001, +79000000001, +79000000002'],
      ['B', '+79000000003, +79000000004'],
      ['C', 'Anna +79000000005, +79000000006, +79000000007, 123456'],
    ]),
  );

  expect(read).toMatchObject({
    kind: 'csv',
    sheets: [''],
    headings: ['Group', 'People'],
    counts: { rows: 3, groups: 3, people: 7, fewest: 2, most: 3, usual: 2 },
    first: { name: 'A', people: 2, names: ['+7 900 000-00-01', '+7 900 000-00-02'] },
    callingCode: '+7',
  });
  expect(read.rows[0]).toEqual({ line: 3, cells: ['A', '+79000000001, +79000000001, +79000000002'] });
});

test('of several sheets the one with the numbers is read, and another one when it is asked for', async () => {
  const sheet = (...rows: string[][]) =>
    `<sheetData>${rows.map((cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('')}</sheetData>`;
  const bytes = makeXlsx({
    sheets: [
      sheet(['About'], ['Written by the office']),
      sheet(['Group', 'Phones'], ['A', '+79000000001; +79000000002']),
    ],
  });

  const opened = await openSheet(bytes, 'groups.xlsx', null);

  if (!opened.ok) expect.fail(opened.failure.code);
  expect(opened.value.read).toMatchObject({ sheets: ['S1', 'S2'], reading: { table: 1 }, callingCode: null });
  const other = readSheet(opened.value.opened, { ...opened.value.read.reading, table: 0, roles: [] }, null);
  expect(other).toMatchObject({ reading: { table: 0 }, rows: [{ line: 1 }, { line: 2 }], groups: [] });
});

test.each([
  ['Группа;Участники\n', 'no-groups'],
  ['', 'file-empty'],
  ['<html><table>', 'file-is-other'],
])('%j cannot be a file of groups', async (text, code) => {
  expect(await openSheet(bytesOf(text), 'groups.csv', 'RU')).toMatchObject({ failure: { code, file: 'groups.csv' } });
});

test(`more than ${groupsMax} groups are shown, but make no run`, async () => {
  const rows = Array.from({ length: groupsMax + 1 }, (_, n) => [`Group ${n}`, '+79000000001, +79000000002']);
  const read = await readText(csvOf([['Group', 'People'], ...rows]));

  expect(read.counts.groups).toBe(groupsMax + 1);
  expect(sheetFailure(read, 'a.csv')).toEqual({ code: 'too-many-groups', file: 'a.csv', most: groupsMax });
  expect(sheetFailure({ groups: read.groups.slice(1) }, 'a.csv')).toBeNull();
});
