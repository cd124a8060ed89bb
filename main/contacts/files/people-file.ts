import type { Failure } from '../../../core/failure.ts';
import type { NumberedPerson } from '../../../core/merge-people.ts';
import type { BadLine, PeoplePreview, TableReading } from '../../../core/people-import.ts';
import type { Country } from '../../../core/phone.ts';
import { ok, type Result } from '../../../core/result.ts';
import { widthOf } from '../../spreadsheet/sample-rows.ts';
import type { Row, Table } from '../../spreadsheet/table.ts';
import { readCardPeople } from './card-people.ts';
import type { Card } from './cards.ts';
import { collectPeople } from './collect-people.ts';
import { guessReading, guessTable } from './guess-reading.ts';
import type { LineRead } from './line-read.ts';
import { openFile } from './open-file.ts';
import { readRows } from './table-people.ts';
import { readTextPeople } from './text-people.ts';

/** Somebody whom a file names. `lists` are those of its column or category; a `repaired` number was mended on the way. */
export type FilePerson = NumberedPerson & { readonly lists: readonly string[]; readonly repaired: boolean };

/** What a file gives. */
export type ReadPeople = {
  readonly kind: OpenedFile['kind'];
  /** Null for a vCard file and for text: nothing there is a matter of columns. */
  readonly table: PeoplePreview['table'];
  /** Each number once, in the order of the file. */
  readonly people: readonly FilePerson[];
  /** Every line that gives nobody, or has a number that is lost. For vCard `line` is the place of the card, from 1. */
  readonly bad: readonly BadLine[];
  readonly lines: number;
  readonly repeated: number;
};

/** An opened file as plain data: all that is needed to read it again with other columns. */
export type OpenedFile =
  | { readonly kind: 'csv' | 'xlsx'; readonly tables: readonly Table[] }
  | { readonly kind: 'vcard'; readonly cards: readonly Card[] }
  | { readonly kind: 'text'; readonly text: string };

/** Opens a file of people and reads it as it is likely to be meant. `fileName` is for its ending and for failures. */
export async function openPeopleFile(
  bytes: Uint8Array,
  fileName: string,
  country: Country | null,
): Promise<Result<{ readonly opened: OpenedFile; readonly read: ReadPeople }, Failure>> {
  const opened = await openFile(bytes, fileName);
  return opened.ok ? ok({ opened: opened.value, read: readPeople(opened.value, null, country) }) : opened;
}

/**
 * Reads an opened file. Without a reading the columns are guessed; so they are for the sheet of a reading whose `roles` are
 * empty. Files that are no tables have no columns.
 */
export function readPeople(opened: OpenedFile, reading: TableReading | null, country: Country | null): ReadPeople {
  switch (opened.kind) {
    case 'vcard':
      return withoutTable('vcard', readCardPeople(opened.cards, country));
    case 'text':
      return withoutTable('text', readTextPeople(opened.text, country));
    default:
      return readTable(opened, reading, country);
  }
}

const withoutTable = (kind: 'vcard' | 'text', lines: Iterable<LineRead>): ReadPeople => ({
  kind,
  table: null,
  ...collectPeople(lines),
});

type OpenedTables = Extract<OpenedFile, { tables: unknown }>;

function readTable({ kind, tables }: OpenedTables, wanted: TableReading | null, country: Country | null): ReadPeople {
  const reading = completeReading(tables, wanted, country);
  const rows = tables[reading.table]?.rows ?? [];
  return {
    kind,
    table: previewOf(tables, rows, reading),
    ...collectPeople(readRows(rows, reading, country)),
  };
}

/** What is asked for, with a role for every column there is; the guess where nothing is asked for. */
function completeReading(tables: readonly Table[], wanted: TableReading | null, country: Country | null): TableReading {
  const table = wanted === null ? undefined : tables[wanted.table];
  if (wanted === null || table === undefined) return guessReading(tables, country);
  if (wanted.roles.length === 0) return guessTable(table, wanted.table, country).reading;
  const width = widthOf(table.rows);
  return { ...wanted, roles: Array.from({ length: width }, (_, column) => wanted.roles[column] ?? 'leave-out') };
}

const previewRows = 20;
const previewCellMax = 200;

function previewOf(tables: readonly Table[], rows: readonly Row[], reading: TableReading): PeoplePreview['table'] {
  const asWide = (cells: readonly string[]): string[] =>
    reading.roles.map((_, column) => (cells[column] ?? '').slice(0, previewCellMax).toWellFormed());
  const heading = rows.find(({ line }) => line === reading.headingLine);
  const under = rows.filter(({ line }) => reading.headingLine === null || line > reading.headingLine);
  return {
    reading,
    sheets: tables.map(({ name }) => name),
    headings: asWide(heading?.cells ?? []),
    rows: under.slice(0, previewRows).map(({ cells }) => asWide(cells)),
  };
}
