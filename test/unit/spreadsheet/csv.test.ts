import { expect, test } from 'vitest';
import { cellsOf, fixture, read, rowsOf } from './samples.ts';

const people = [
  ['Класс', 'Имя', 'Телефон', 'Заметка'],
  ['5А', 'Анна Петрова', '+7 900 000-00-01', 'староста; отвечает за "газету"'],
  ['5А', 'Борис Орлов', '8 (900) 000-00-02'],
  ['5Б', 'Вера Ёлкина', '79000000003', 'первая строка\nвторая строка'],
  ['5Б', 'Глеб Сидоров', '+79000000004', '№ 7 — «Хор»'],
];

test.each(['people-windows-1251.csv', 'people-utf-8.csv', 'people-utf-16.csv', 'people-gnumeric.csv'])(
  '%s is read as it was written',
  async (name) => {
    expect(await cellsOf(fixture(name))).toEqual(people);
  },
);

test('people-koi8-r.csv is read as it was written', async () => {
  const [head, anna, boris, vera] = people;

  expect(await cellsOf(fixture('people-koi8-r.csv'))).toEqual([
    head,
    anna,
    boris,
    vera,
    ['5Б', 'Глеб Сидоров', '+79000000004', 'Хор'],
  ]);
});

test.each([';', ',', '\t', '|'])('cells may be parted by %j', async (separator) => {
  const lines = [
    ['Имя', 'Телефон', 'Класс'],
    ['Анна', '+79000000001', '5А'],
    ['Борис', '+79000000002'],
  ];

  expect(await cellsOf(lines.map((line) => line.join(separator)).join('\n'))).toEqual(lines);
});

test('commas in every name do not part a table of semicolons', async () => {
  const text = 'Фамилия, имя;Телефон\nПетрова, Анна;+79000000001\nОрлов, Борис;+79000000002\n';

  expect(await cellsOf(text)).toEqual([
    ['Фамилия, имя', 'Телефон'],
    ['Петрова, Анна', '+79000000001'],
    ['Орлов, Борис', '+79000000002'],
  ]);
});

test('semicolons inside one column do not part a table of commas', async () => {
  const text = 'Group,People\nChoir,+79000000001; +79000000002\nChess,+79000000003\n';

  expect(await cellsOf(text)).toEqual([
    ['Group', 'People'],
    ['Choir', '+79000000001; +79000000002'],
    ['Chess', '+79000000003'],
  ]);
});

test('semicolons in every row, now more and now fewer, do not part a table of commas', async () => {
  const text = 'a; b,1\nc; d; e,2\nf; g; h; i,3\n';

  expect(await cellsOf(text)).toEqual([
    ['a; b', '1'],
    ['c; d; e', '2'],
    ['f; g; h; i', '3'],
  ]);
});

test('rows that all have another length are parted by what stands in each of them', async () => {
  const text = 'Хор;1;2;3\nШахматы;1\nТеатр;1;2\nТанцы, бальные;1;2;3;4\nЛепка, глина;1;2;3;4;5\n';

  expect(await cellsOf(text)).toEqual(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(';')),
  );
});

test('rows of all lengths under a title are parted all the same', async () => {
  const text =
    'Кружки на 2026, осень\n\nХор;+79000000001;+79000000002;+79000000003\nШахматы;+79000000004\nТеатр;;+79000000005\n';

  expect(await cellsOf(text)).toEqual([
    ['Кружки на 2026, осень'],
    ['Хор', '+79000000001', '+79000000002', '+79000000003'],
    ['Шахматы', '+79000000004'],
    ['Театр', '', '+79000000005'],
  ]);
});

test("Excel's own line that names the separator is obeyed, and is no row", async () => {
  expect(await rowsOf('sep=|\r\na;b|c\r\nd;e|f\r\n')).toEqual([
    [2, 'a;b', 'c'],
    [3, 'd;e', 'f'],
  ]);
});

test.each(['\n', '\r\n', '\r'])('lines end with %j, and are counted as the file has them', async (end) => {
  const text = ['name;phone', '', '"two', 'lines";1', ';;', '', 'last;2', '', ''].join(end);

  expect(await rowsOf(text)).toEqual([
    [1, 'name', 'phone'],
    [3, 'two\nlines', '1'],
    [7, 'last', '2'],
  ]);
});

test('quotes stand around a cell, twice inside it, and mean nothing in the middle of a plain one', async () => {
  const text = '"a;b";"say ""hi""";5" pipe;"";"  c  " \t\u00a0\n';

  expect(await cellsOf(text)).toEqual([['a;b', 'say "hi"', '5" pipe', '', 'c']]);
});

test('spaces around cells, no-break ones, empty cells at the end and NUL bytes are left out', async () => {
  expect(await cellsOf('\u00a0Анна \0; +7 900\u00a0000-00-01\t;;\n')).toEqual([['Анна', '+7 900\u00a0000-00-01']]);
});

test('an apostrophe that keeps a number or a sign as text is taken off, others stay', async () => {
  expect(await cellsOf("'79000000001;'+7 900 000-00-01;'=1+1;'n' Roll;d'Arc;'9 класс'")).toEqual([
    ['79000000001', '+7 900 000-00-01', '=1+1', "'n' Roll", "d'Arc", "'9 класс'"],
  ]);
});

test.each([
  ['is never closed', 'name;phone\nAnna;1\n"Boris;2\nVera;3\n', 3],
  ['is never closed after a cell of two lines', '"a\nb";1\nc;"d\n\n', 3],
  ['is never closed beside a cell of two lines', 'name;phone\n"a\nb";"c\n', 3],
  ['is closed in the middle of a cell', 'name;phone\n"Choir "North"";1\nAnna;2\n', 2],
])('a quote that %s is told with its line, and nothing is given', async (_, text, line) => {
  const failure = { code: 'file-unreadable', file: 'list.csv', kind: 'csv', why: 'quotes', line };

  expect(await read(text)).toEqual({ ok: false, failure });
});

test('one column without any separator is a table too', async () => {
  expect(await cellsOf('+79000000001\n+79000000002\n')).toEqual([['+79000000001'], ['+79000000002']]);
});
