import type { TableReading } from '../../../core/people-import.ts';
import type { Country } from '../../../core/phone.ts';
import type { Row, Table } from '../../spreadsheet/table.ts';
import { type Content, contentOf, hasNumber } from './column-content.ts';
import { meaningOf } from './column-words.ts';
import { findHeading } from './find-heading.ts';
import { rolesOf } from './guess-roles.ts';

/** The sheet with the most numbers, its headings and its columns, guessed from the headings and from what stands under them. */
export function guessReading(tables: readonly Table[], country: Country | null): TableReading {
  const guesses = tables.map((table, place) => guessTable(table, place, country));
  const best = guesses.reduce((one, other) => (other.numbers > one.numbers ? other : one));
  return best.reading;
}

/** The same for one sheet. `numbers` is about how many rows have one. */
export function guessTable(
  { rows }: Table,
  place: number,
  country: Country | null,
): { readonly reading: TableReading; readonly numbers: number } {
  const heading = findHeading(rows, (cell) => hasNumber(cell, country));
  const under = heading === null ? rows : rows.slice(rows.indexOf(heading) + 1);
  const sample = sampleOf(under);
  const columns = Array.from({ length: widthOf(rows) }, (_, column) => ({
    meaning: meaningOf(heading?.cells[column] ?? ''),
    content: contentOf(
      sample.map(({ cells }) => cells[column] ?? ''),
      country,
    ),
  }));
  const roles = rolesOf(columns);
  const shares = columns.map(({ content }, column) => (roles[column] === 'phone' ? share(content, sample.length) : 0));
  return {
    reading: { table: place, headingLine: heading?.line ?? null, roles },
    numbers: Math.max(0, ...shares) * under.length,
  };
}

const share = ({ numbers }: Content, rows: number): number => (rows === 0 ? 0 : numbers / rows);

/** As many as a reading may have. */
const columnsMax = 200;

/** How many columns the rows have, at most those that can be read. */
export function widthOf(rows: readonly Row[]): number {
  let width = 0;
  for (const { cells } of rows) width = Math.max(width, cells.length);
  return Math.min(width, columnsMax);
}

const sampleRows = 60;

/** Half of the sample is the beginning, half is taken from all over the rest. */
function sampleOf(rows: readonly Row[]): Row[] {
  if (rows.length <= sampleRows) return [...rows];
  const half = sampleRows / 2;
  const step = (rows.length - half) / half;
  const rest = Array.from({ length: half }, (_, place) => rows[half + Math.floor(place * step)]);
  return [...rows.slice(0, half), ...rest.filter((row) => row !== undefined)];
}
