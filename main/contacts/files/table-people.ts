import type { ColumnRole, TableReading } from '../../../core/people-import.ts';
import type { Country } from '../../../core/phone.ts';
import { findNumbersIn, type NumberFound } from '../../spreadsheet/cell-numbers.ts';
import { repeatsHeadings } from '../../spreadsheet/repeated-headings.ts';
import type { Row } from '../../spreadsheet/table.ts';
import type { LineRead } from './line-read.ts';
import { listsOf } from './list-names.ts';

/**
 * Reads the rows under the headings as the reading says. Passed over are rows without anything in the columns that are read
 * (a running number, a sum), and those that repeat the headings or number the columns.
 */
export function* readRows(rows: readonly Row[], reading: TableReading, country: Country | null): Generator<LineRead> {
  const columns = columnsOf(reading.roles);
  const lists = createListReader();
  const headings = rows.find(({ line }) => line === reading.headingLine)?.cells ?? [];
  for (const row of rows) {
    if (reading.headingLine !== null && row.line <= reading.headingLine) continue;
    const { cells } = row;
    if (!columns.telling.some((column) => cells[column])) continue;
    if (repeatsHeadings(cells, headings)) continue;
    yield readRow(row, { columns, lists, country });
  }
}

type Columns = {
  readonly names: readonly number[];
  readonly parts: readonly number[];
  readonly phones: readonly number[];
  readonly notes: readonly number[];
  readonly lists: readonly number[];
  /** Those that make a line of a row. A list alone does not: its cell may reach over many rows. */
  readonly telling: readonly number[];
};

function columnsOf(roles: readonly ColumnRole[]): Columns {
  const having = (...wanted: readonly ColumnRole[]): number[] =>
    roles.flatMap((role, column) => (wanted.includes(role) ? [column] : []));
  const parts = having('first-name', 'middle-name', 'last-name');
  const [names, phones, notes, lists] = [having('name'), having('phone'), having('note'), having('list')];
  return { names, parts, phones, notes, lists, telling: [...names, ...parts, ...phones, ...notes] };
}

type HowToRead = {
  readonly columns: Columns;
  readonly lists: (cell: string) => readonly string[];
  readonly country: Country | null;
};

/** A column of lists says the same few things again and again. */
function createListReader(): HowToRead['lists'] {
  const known = new Map<string, readonly string[]>();
  return (cell) => {
    const lists = known.get(cell) ?? listsOf(cell);
    known.set(cell, lists);
    return lists;
  };
}

function readRow({ line, cells }: Row, { columns, lists, country }: HowToRead): LineRead {
  return {
    line,
    // In the order of the columns: a list that begins with the family name is meant so.
    name: textIn(cells, columns.parts, ' ') || textIn(cells, columns.names, ' '),
    note: textIn(cells, columns.notes, '\n'),
    lists: lists(textIn(cells, columns.lists, '\n')),
    numbers: numbersIn(cells, columns.phones, country),
    says: cells,
  };
}

function textIn(cells: readonly string[], columns: readonly number[], between: string): string {
  let text = '';
  for (const column of columns) {
    const cell = cells[column];
    if (cell) text += text === '' ? cell : between + cell;
  }
  return text;
}

function numbersIn(cells: readonly string[], columns: readonly number[], country: Country | null): NumberFound[] {
  const all: NumberFound[] = [];
  for (const column of columns) {
    const cell = cells[column];
    if (!cell) continue;
    for (const number of findNumbersIn(cell, country)) all.push(number);
  }
  return all;
}
