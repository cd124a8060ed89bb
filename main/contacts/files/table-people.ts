import type { ColumnRole, TableReading } from '../../../core/people-import.ts';
import type { Country } from '../../../core/phone.ts';
import type { Row } from '../../spreadsheet/table.ts';
import { findNumbersIn, type LineRead } from './line-read.ts';
import { listsOf } from './list-names.ts';

/**
 * Reads the rows under the headings as the reading says. Passed over are rows without anything in the columns that are read
 * (a running number, a sum), and those that repeat the headings or number the columns.
 */
export function* readRows(rows: readonly Row[], reading: TableReading, country: Country | null): Generator<LineRead> {
  const columns = columnsOf(reading.roles);
  const headings = rows.find(({ line }) => line === reading.headingLine)?.cells.join('\t');
  for (const row of rows) {
    if (reading.headingLine !== null && row.line <= reading.headingLine) continue;
    const { cells } = row;
    if (!columns.telling.some((column) => (cells[column] ?? '') !== '')) continue;
    if (cells.join('\t') === headings || numbersColumns(cells)) continue;
    yield readRow(row, columns, country);
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

/** `1 2 3 …` under the headings of forms. */
const numbersColumns = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell, column) => cell === String(column + 1));

function readRow({ line, cells }: Row, columns: Columns, country: Country | null): LineRead {
  const text = (among: readonly number[], between: string): string =>
    among.length === 1
      ? (cells[among[0] ?? 0] ?? '')
      : among
          .map((column) => cells[column] ?? '')
          .filter(Boolean)
          .join(between);
  return {
    line,
    // In the order of the columns: a list that begins with the family name is meant so.
    name: text(columns.parts, ' ') || text(columns.names, ' '),
    note: text(columns.notes, '\n'),
    lists: columns.lists.flatMap((column) => listsOf(cells[column] ?? '')),
    numbers: columns.phones.flatMap((column) => findNumbersIn(cells[column] ?? '', country)),
    textOf: () => cells.filter(Boolean).join(' · '),
  };
}
