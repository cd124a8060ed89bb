import { basename } from 'node:path';
import type { Entry } from '../../../core/contact.ts';
import type { Failure } from '../../../core/failure.ts';
import type { SheetPreview, SheetReading } from '../../../core/group-sheet.ts';
import { type Country, callingCodeOf, toCountry } from '../../../core/phone.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { readTableFile } from '../../spreadsheet/read-table-file.ts';
import { widthOf } from '../../spreadsheet/sample-rows.ts';
import type { Row, Table } from '../../spreadsheet/table.ts';
import type { RowExtras } from '../store.ts';
import { countGroups, firstOf } from './count-groups.ts';
import { guessSheet, guessTable } from './guess-sheet.ts';
import { readGroups } from './read-groups.ts';

/** An opened file of groups as plain data: all that is needed to read it again in another way. */
export type OpenedSheet = { readonly kind: 'csv' | 'xlsx'; readonly tables: readonly Table[] };

/**
 * A group as a file asks for it. `line` is the first one that it stands in. Nobody is judged yet: `entries` are all that
 * stand there, who is written twice comes twice (`mergeEntries` makes one of them).
 */
export type SheetGroup = {
  readonly line: number;
  /** As it stands there, at most 1,000 characters. */
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly extras: RowExtras;
};

/** What a file of groups gives: all that its preview shows, and the groups in the order of the file. */
export type ReadSheet = Omit<SheetPreview, 'sheetId' | 'file'> & { readonly groups: readonly SheetGroup[] };

/** No run is longer; more groups than this take half a year. */
export const groupsMax = 5000;

/**
 * Opens a table of groups and reads it as it is likely to be meant. `country` is that of the account. `no-groups` is a file of
 * headings alone; where no group is found among rows the person still chooses the columns.
 */
export async function openSheet(
  bytes: Uint8Array,
  fileName: string,
  country: Country | null,
): Promise<Result<{ readonly opened: OpenedSheet; readonly read: ReadSheet }, Failure>> {
  const file = await readTableFile(bytes, fileName);
  if (!file.ok) return file;
  const opened: OpenedSheet = file.value;
  const read = readSheet(opened, null, country);
  if (read.counts.rows === 0) return err({ code: 'no-groups', file: basename(fileName) });
  return ok({ opened, read });
}

/** Whether a run can be made of it: `no-groups`, or `too-many-groups` over `groupsMax`; null when it can. */
export function sheetFailure({ groups }: Pick<ReadSheet, 'groups'>, file: string): Failure | null {
  if (groups.length === 0) return { code: 'no-groups', file };
  return groups.length > groupsMax ? { code: 'too-many-groups', file, most: groupsMax } : null;
}

/**
 * Reads an opened table. Without a reading all is guessed; so is the sheet of a reading whose `roles` are empty. A country of
 * the reading goes before that of the account.
 */
export function readSheet(opened: OpenedSheet, wanted: SheetReading | null, country: Country | null): ReadSheet {
  const { kind, tables } = opened;
  const reads = toCountry(wanted?.country ?? null) ?? country;
  const reading = completeReading(tables, wanted, reads);
  const rows = tables[reading.table]?.rows ?? [];
  const under = rows.filter(({ line }) => reading.headingLine === null || line > reading.headingLine);
  const groups = readGroups(rows, reading, reads);
  return {
    kind,
    reading,
    sheets: tables.map(({ name }) => name),
    ...shownRows(rows, under, reading),
    counts: { rows: under.length, ...countGroups(groups) },
    first: firstOf(groups),
    callingCode: reads === null ? null : callingCodeOf(reads),
    groups,
  };
}

/** What is asked for, with a role for every column there is; the guess where nothing is asked for. */
function completeReading(tables: readonly Table[], wanted: SheetReading | null, country: Country | null): SheetReading {
  const table = wanted === null ? undefined : tables[wanted.table];
  if (wanted === null || table === undefined)
    return { ...guessSheet(tables, country), country: wanted?.country ?? null };
  if (wanted.roles.length === 0)
    return { ...guessTable(table, wanted.table, country).reading, country: wanted.country };
  const width = widthOf(table.rows);
  return { ...wanted, roles: Array.from({ length: width }, (_, column) => wanted.roles[column] ?? 'leave-out') };
}

const shownMax = 20;
const shownCellMax = 200;

function shownRows(
  rows: readonly Row[],
  under: readonly Row[],
  { roles, headingLine }: SheetReading,
): Pick<SheetPreview, 'headings' | 'rows'> {
  const asWide = (cells: readonly string[]): string[] =>
    roles.map((_, column) => (cells[column] ?? '').slice(0, shownCellMax).toWellFormed());
  return {
    headings: asWide(rows.find(({ line }) => line === headingLine)?.cells ?? []),
    rows: under.slice(0, shownMax).map(({ line, cells }) => ({ line, cells: asWide(cells) })),
  };
}
