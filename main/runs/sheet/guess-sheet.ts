import type { SheetReading, SheetRole, SheetShape } from '../../../core/group-sheet.ts';
import type { Country } from '../../../core/phone.ts';
import { hasNumber } from '../../spreadsheet/column-content.ts';
import { findHeading } from '../../spreadsheet/find-heading.ts';
import { sampleOf, widthOf } from '../../spreadsheet/sample-rows.ts';
import type { Row, Table } from '../../spreadsheet/table.ts';
import { findGroup, findNames, findPeople, type PeopleColumns } from './guess-columns.ts';
import { type Column, columnsOf, isMostly } from './sheet-columns.ts';
import { weigh } from './sheet-words.ts';

/** What can be guessed; the country is the account's or a person's choice. */
export type GuessedReading = Omit<SheetReading, 'country'>;

type Guess = { readonly reading: GuessedReading; readonly numbers: number };

/** The sheet with the most numbers, read as it is likely to be meant. */
export function guessSheet(tables: readonly Table[], country: Country | null): GuessedReading {
  const guesses = tables.map((table, place) => guessTable(table, place, country));
  return guesses.reduce((one, other) => (other.numbers > one.numbers ? other : one)).reading;
}

/** The same for one sheet. `numbers` is about how many rows have one. */
export function guessTable({ rows }: Table, place: number, country: Country | null): Guess {
  const heading = findHeading(rows, { hasNumber: (cell) => hasNumber(cell, country), weigh });
  const under = heading === null ? rows : rows.slice(rows.indexOf(heading) + 1);
  const sample = sampleOf(under);
  const columns = columnsOf(heading?.cells ?? [], sample, { width: widthOf(rows), country });
  const people = findPeople(columns);
  const group = findGroup(columns, people, (column) => repeatsOf(under, column) > 1 / 4);
  const shape = shapeOf(under, columns, { people, group });
  const shares = [...people.phone, ...people.people].map((column) => columns[column]?.content.numbers ?? 0);
  return {
    reading: {
      table: place,
      headingLine: heading?.line ?? null,
      shape,
      roles: rolesOf(columns, { people, group, shape }),
      namePattern: patternOf(columns, group),
    },
    numbers: (Math.max(0, ...shares) / Math.max(1, sample.length)) * under.length,
  };
}

/** How many of the rows say a group that was said before, or none: from 0 to 1. */
function repeatsOf(rows: readonly Row[], column: number): number {
  const names = new Set<string>();
  for (const { cells } of rows) {
    const name = cells[column];
    if (name) names.add(name);
  }
  return rows.length === 0 ? 0 : 1 - names.size / rows.length;
}

type Found = { readonly people: PeopleColumns; readonly group: number | null };

/** Groups that come again and again have a row for each person, if there is not more than one person in most rows. */
function shapeOf(rows: readonly Row[], columns: readonly Column[], { people, group }: Found): SheetShape {
  const isFull = columns.some(
    ({ several, content }, place) => people.people.includes(place) && isMostly(several, content),
  );
  const repeats = group === null ? 0 : repeatsOf(rows, group);
  if (isFull) return repeats > 1 / 2 ? 'row-is-person' : 'row-is-group';
  if (people.phone.length > 1) return repeats > 1 / 4 ? 'row-is-person' : 'row-is-group';
  if (repeats > 0) return 'row-is-person';
  const taken = [group, ...people.phone, ...people.people, ...people.admins];
  const free = columns.map((column, place) => (taken.includes(place) ? null : column));
  return group !== null && findNames(free, people.phone).length === 0 ? 'row-is-group' : 'row-is-person';
}

function rolesOf(
  columns: readonly Column[],
  { people, group, shape }: Found & { readonly shape: SheetShape },
): SheetRole[] {
  const roles = columns.map((): SheetRole => 'leave-out');
  const put = (role: SheetRole, places: readonly number[]): void => {
    for (const place of places) roles[place] = role;
  };
  const having = (is: (column: Column) => boolean): number[] =>
    columns.flatMap((column, place) => (is(column) && roles[place] === 'leave-out' ? [place] : []));

  put('phone', people.phone);
  put('people', people.people);
  put('admins', people.admins);
  put('group', group === null ? [] : [group]);
  put('message', having(({ meaning }) => meaning === 'message').slice(0, 1));
  put('picture', having(({ meaning }) => meaning === 'picture').slice(0, 1));
  put('only-admins', having(({ meaning }) => meaning === 'only-admins').slice(0, 1));
  const isPerson = shape === 'row-is-person';
  if (isPerson) put('is-admin', having(({ meaning }) => meaning === 'admins' || meaning === 'role').slice(0, 1));
  const numbers = isPerson ? [...people.phone, ...people.people].toSorted((one, other) => one - other) : people.phone;
  if (isPerson || numbers.length > 0) {
    put(
      'name',
      findNames(
        columns.map((column, place) => (roles[place] === 'leave-out' ? column : null)),
        numbers,
      ),
    );
  }
  return roles;
}

/** `Class` and `Letter` in columns of their own make one name. */
function patternOf(columns: readonly Column[], group: number | null): string | null {
  const letter = columns.find(({ meaning }) => meaning === 'letter');
  const column = group === null ? undefined : columns[group];
  if (!letter || !column || column.heading === '' || !isMostly(column.figures, column.content)) return null;
  return `{${column.heading}}{${letter.heading}}`;
}
