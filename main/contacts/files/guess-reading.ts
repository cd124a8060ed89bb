import type { TableReading } from '../../../core/people-import.ts';
import type { Country } from '../../../core/phone.ts';
import { type Content, contentOf, hasNumber } from '../../spreadsheet/column-content.ts';
import { findHeading } from '../../spreadsheet/find-heading.ts';
import { sampleOf, widthOf } from '../../spreadsheet/sample-rows.ts';
import type { Table } from '../../spreadsheet/table.ts';
import { type Meaning, meaningOf } from './column-words.ts';
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
  const heading = findHeading(rows, { hasNumber: (cell) => hasNumber(cell, country), weigh });
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

const weights: Readonly<Partial<Record<Meaning, number>>> = {
  phone: 3,
  'perhaps-phone': 2,
  name: 2,
  'bare-name': 2,
  'first-name': 2,
  'last-name': 2,
  'middle-name': 2,
};

function weigh(cell: string): number {
  const meaning = meaningOf(cell);
  return meaning === null ? 0 : (weights[meaning] ?? 1);
}
