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
    if (row.entries.every(({ at }) => at === 'bad') && isSum(cells)) continue;
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
    isAdmin: isPerson ? having('is-admin')[0] : undefined,
    message: having('message')[0],
    picture: having('picture')[0],
    onlyAdmins: having('only-admins')[0],
    telling: [...nameColumns(reading, headings), ...having('people', 'phone', 'name', 'admins')],
  };
}

/** `Total: 25`, `Total of the school` under a list. */
const isSum = (cells: readonly string[]): boolean =>
  /^(?:итого|всего|total)(?:\s*[:–-].*|\s+(?:\d|по\s|в\s|of\s|in\s).*)?$/iu.test(cells.find(Boolean) ?? '');

function readRow(cells: readonly string[], columns: Columns, country: Country | null): RowRead {
  const entries: Entry[] = [];
  for (const slot of columns.slots) readSlot(cells, slot, { country, entries });
  for (const column of columns.people) readCellInto(cells[column], entries, country, '');
  const admins: Entry[] = [];
  for (const column of columns.admins) readCellInto(cells[column], admins, country, '');
  const { isAdmin, message, picture, onlyAdmins } = columns;
  return {
    entries,
    admins: isAdmin !== undefined && isAdminWord(cells[isAdmin] ?? '') ? entries : admins,
    message: message === undefined ? '' : (cells[message] ?? ''),
    picture: picture === undefined ? '' : pictureIn(cells[picture] ?? ''),
    onlyAdmins: onlyAdmins !== undefined && isOnlyAdmins(cells[onlyAdmins] ?? ''),
  };
}

const pictureNameMax = 255;
/** The name of a file; that nobody wrote it down is no name. */
const pictureIn = (cell: string): string =>
  /^(?:нет|no|none|[-–—])$/iu.test(cell) ? '' : cell.slice(0, pictureNameMax).toWellFormed().trim();

type Into = { readonly country: Country | null; readonly entries: Entry[] };

/** Somebody with her numbers; a name without any number is kept as one who is still to be found. */
function readSlot(cells: readonly string[], { names, phones }: Slot, { country, entries }: Into): void {
  const name = nameIn(cells, names);
  const before = entries.length;
  for (const column of phones) readCellInto(cells[column], entries, country, name);
  if (name !== '' && entries.length === before) entries.push({ at: 'bad', text: name, name: '', reason: 'letters' });
}

function readCellInto(cell: string | undefined, entries: Entry[], country: Country | null, name: string): void {
  if (cell) for (const entry of readPeopleCell(cell, country, name)) entries.push(entry);
}

const nameMax = 200;

/** In one line. */
function nameIn(cells: readonly string[], columns: readonly number[]): string {
  let name = '';
  for (const column of columns) {
    const cell = cells[column];
    if (cell) name += name === '' ? cell : ` ${cell}`;
  }
  const line = oddSpace.test(name) ? name.replace(/\s+/gu, ' ') : name;
  return line.length > nameMax ? line.slice(0, nameMax).toWellFormed().trim() : line;
}

/** All but one plain space. */
const oddSpace = /\s{2}|[^\S ]/u;
