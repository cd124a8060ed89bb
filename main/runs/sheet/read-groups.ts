import type { Entry } from '../../../core/contact.ts';
import type { SheetReading, SheetRole } from '../../../core/group-sheet.ts';
import type { Country } from '../../../core/phone.ts';
import { repeatsHeadings } from '../../spreadsheet/repeated-headings.ts';
import type { Row } from '../../spreadsheet/table.ts';
import { createGroups, type RowRead } from './collect-groups.ts';
import { createNameOf, nameColumns } from './name-pattern.ts';
import { readPeopleCell } from './people-cell.ts';
import { type Slot, slotsOf } from './phone-names.ts';
import type { SheetGroup } from './sheet.ts';
import { isAdminWord, isOnlyAdmins } from './yes-words.ts';

/**
 * The groups of a table in the order of their first lines. Rows that say nothing in the columns that are read are passed
 * over, and so are sums. Without anything to name groups by there is none.
 */
export function readGroups(rows: readonly Row[], reading: SheetReading, country: Country | null): SheetGroup[] {
  const headings = rows.find(({ line }) => line === reading.headingLine)?.cells ?? [];
  const nameOf = createNameOf(reading, headings);
  if (nameOf === null) return [];
  const columns = columnsOf(reading, headings);
  const groups = createGroups(reading.shape === 'row-is-person');
  for (const { line, cells } of rows) {
    if (reading.headingLine !== null && line <= reading.headingLine) continue;
    if (!columns.telling.some((column) => cells[column]) || repeatsHeadings(cells, headings)) continue;
    const row = readRow(cells, columns, country);
    if (row.entries.length === 0 && isSum(cells)) continue;
    groups.add(line, nameOf(cells), row);
  }
  return groups.all();
}

type Columns = ReturnType<typeof columnsOf>;

function columnsOf(reading: SheetReading, headings: readonly string[]) {
  const having = (...wanted: readonly SheetRole[]): number[] =>
    reading.roles.flatMap((role, column) => (wanted.includes(role) ? [column] : []));
  const [names, admins] = [having('name'), having('admins')];
  const isPerson = reading.shape === 'row-is-person';
  return {
    // In a row for a person all numbers are hers, whatever the column is called.
    slots: slotsOf(isPerson ? having('phone', 'people') : having('phone'), names, isPerson),
    people: isPerson ? [] : having('people'),
    admins,
    isAdmin: isPerson ? having('is-admin').slice(0, 1) : [],
    message: having('message').slice(0, 1),
    onlyAdmins: having('only-admins').slice(0, 1),
    telling: [...nameColumns(reading, headings), ...having('people', 'phone', 'name', 'admins')],
  };
}

/** `Total: 25` under a list. */
const isSum = (cells: readonly string[]): boolean =>
  /^(?:итого|всего|total|sum)(?!\p{L})/iu.test(cells.find(Boolean) ?? '');

function readRow(cells: readonly string[], columns: Columns, country: Country | null): RowRead {
  const read = (column: number): Entry[] => readPeopleCell(cells[column] ?? '', country);
  const isOneOf = (places: readonly number[], is: (cell: string) => boolean): boolean =>
    places.some((column) => is(cells[column] ?? ''));
  const entries = [...columns.slots.flatMap((slot) => readSlot(cells, slot, read)), ...columns.people.flatMap(read)];
  return {
    entries,
    admins: isOneOf(columns.isAdmin, isAdminWord) ? entries : columns.admins.flatMap(read),
    message: textIn(cells, columns.message),
    onlyAdmins: isOneOf(columns.onlyAdmins, isOnlyAdmins),
  };
}

/** Somebody with her numbers; a name without any number is kept as one who is still to be found. */
function readSlot(cells: readonly string[], { names, phones }: Slot, read: (column: number) => Entry[]): Entry[] {
  const name = oneLine(textIn(cells, names));
  const entries = phones.flatMap(read);
  if (name === '') return entries;
  if (entries.length === 0) return [{ at: 'bad', text: name, name: '', reason: 'letters' }];
  return entries.map((entry) => named(entry, name));
}

const textIn = (cells: readonly string[], columns: readonly number[]): string =>
  columns
    .map((column) => cells[column] ?? '')
    .filter(Boolean)
    .join(' ');

function named(entry: Entry, name: string): Entry {
  if (entry.at === 'ready') return { ...entry, person: { ...entry.person, name } };
  return entry.at === 'repair' ? { ...entry, name, guess: { ...entry.guess, name } } : { ...entry, name };
}

const nameMax = 200;
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').slice(0, nameMax).toWellFormed().trim();
