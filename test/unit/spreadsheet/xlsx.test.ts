import readExcelFile from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { numberText } from '../../../main/spreadsheet/cell-value.ts';
import type { Table } from '../../../main/spreadsheet/table.ts';
import { fixture, read, rowsOf } from './samples.ts';

const head = ['Класс', 'Имя', 'Телефон', 'Добавлен', 'Согласие', 'Номер', 'Длина'];
const classes = [
  [1, 'Школа № 5: классы и родители'],
  [3, ...head],
  [4, '5А', 'Анна Петрова', '79000000001', '2026-09-01', 'true', '001', '12'],
  [5, '5А', 'Борис Орлов', '+7 900 000-00-02', '2026-09-02', 'false', '002', '11'],
  [6, '5А', 'Вера "Вика" Ёлкина', '8 (900) 000-00-03', '2026-09-03 14:30', 'true', '003', '18'],
  [7, '5Б', 'Глеб\nСидоров', '79000000004', '1999-12-31', 'true', '004', '12'],
  [8, '5Б', 'Дарья Кузнецова', '79000000005', '2026-09-05', '', '005', '17'],
  [9, 'Всего', '5', '', 'конец', '0.3', '12.5'],
];

test.each(['classes-libreoffice.xlsx', 'classes-gnumeric.xlsx', 'classes-info-zip.xlsx'])(
  '%s: numbers in full, dates, formulas by their results, and a class that is merged over its pupils reaches each of them',
  async (name) => {
    expect(await rowsOf(fixture(name))).toEqual(classes);
  },
);

test('classes-openpyxl.xlsx: formulas that nobody has worked out yet are empty', async () => {
  const isFormula = (row: number, column: number) => column === 7 || (row === 9 && column > 1 && column < 5);
  const withoutFormulas = classes.map(([line, ...cells]) => {
    const shown = cells.map((cell, place) => (Number(line) > 3 && isFormula(Number(line), place + 1) ? '' : cell));
    return [line, ...shown.slice(0, shown.findLastIndex((cell) => cell !== '') + 1)];
  });

  expect(await rowsOf(fixture('classes-openpyxl.xlsx'))).toEqual(withoutFormulas);
});

test.each(['classes-libreoffice.xlsx', 'classes-openpyxl.xlsx'])(
  '%s: sheets by their names, the hidden and the empty one left out',
  async (name) => {
    const answer = await read(fixture(name));

    expect(answer).toMatchObject({ ok: true, value: { kind: 'xlsx' } });
    const tables = answer.ok ? answer.value.tables : [];
    expect(tables.map((table) => table.name)).toEqual(['Классы', 'Кружки']);
    expect(tables[1]?.rows).toEqual([
      { line: 1, cells: ['Кружок', 'Телефон'] },
      { line: 2, cells: ['Хор', '+79000000006'] },
      { line: 4, cells: ['Шахматы & <логика>', '79000000007'] },
    ]);
  },
);

test('guests-xlsxwriter.xlsx: days since 1904, letters of several formats, texts in the sheet itself, a chart beside it', async () => {
  const answer = await read(fixture('guests-xlsxwriter.xlsx'));

  const rows = [
    { line: 1, cells: ['Имя', 'Телефон', 'Родился', 'Приходит', 'Доля'] },
    { line: 2, cells: ['Анна Петрова (мама)', '79000000001', '1990-02-28', '09:30', '0.333333333333333'] },
    { line: 3, cells: ['=Орлов', '79000000002', '_x000D_ не код', 'true'] },
    { line: 5, cells: ['строка\nвторая 😀', '007', 'пробелы', '1000000000000000000000', '-0.0000001'] },
  ];
  expect(answer).toEqual({ ok: true, value: { kind: 'xlsx', tables: [{ name: 'Гости & друзья', rows }] } });
});

test.each(['classes-libreoffice.xlsx', 'classes-gnumeric.xlsx', 'classes-openpyxl.xlsx', 'classes-info-zip.xlsx'])(
  '%s: whatever another reader finds in a cell, stands there too',
  async (name) => {
    const bytes = fixture(name);
    const others = await readExcelFile<string>(new Blob([new Uint8Array(bytes)]), { parseNumber: numberText });

    const ours = await read(bytes);

    const tables = new Map(ours.ok ? ours.value.tables.map((table) => [table.name, cellsByPlace(table)]) : []);
    const missing = others.flatMap(({ sheet, data }) =>
      data.flatMap((cells, row) =>
        cells.flatMap((cell, column) => {
          const found = tables.get(sheet)?.get(`${row + 1} ${column}`) ?? '';
          return cell === null || sheet === 'Скрытый' || textOf(cell) === found ? [] : [{ cell, found }];
        }),
      ),
    );
    expect(others.flatMap(({ data }) => data.flat()).filter((cell) => cell !== null).length).toBeGreaterThan(40);
    expect(missing).toEqual([]);
  },
);

const cellsByPlace = ({ rows }: Table): Map<string, string> =>
  new Map(rows.flatMap(({ line, cells }) => cells.map((cell, column) => [`${line} ${column}`, cell])));

/** What the other reader gives for a cell, as we write it; it loses the last millisecond of a moment. */
const textOf = (cell: unknown): string =>
  cell instanceof Date
    ? new Date(cell.getTime() + 1)
        .toISOString()
        .replace(/T00:00.*$|:00\.\d+Z$/, '')
        .replace('T', ' ')
    : String(cell);
