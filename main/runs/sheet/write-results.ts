import { createWords, type Say } from '../../../core/i18n/words.ts';
import type { Language } from '../../../core/language.ts';
import { writeCsv } from '../../spreadsheet/write-csv.ts';
import { writeXlsx } from '../../spreadsheet/write-xlsx.ts';

/**
 * What came of a row. `reason` is said in the language already. Numbers are as people write them, with spaces: of bare digits
 * in a csv file Excel makes `7.9E+10`. `atMs` is null while nothing was done.
 */
export type ResultRow = {
  readonly line: number;
  readonly name: string;
  readonly what: ResultWord;
  readonly reason: string;
  readonly link: string;
  readonly in: readonly string[];
  readonly notIn: readonly { readonly who: string; readonly reason: string }[];
  readonly atMs: number | null;
};

/** `unknown` is for a person to look at in WhatsApp. */
export const resultWords = ['created', 'unknown', 'refused', 'skipped', 'waiting', 'duplicate', 'left-out'] as const;
export type ResultWord = (typeof resultWords)[number];

/** A row that is kept back, with what is to be done about it in words. */
export type ProblemRow = { readonly line: number; readonly name: string; readonly problems: readonly string[] };

/** Writes what came of each row: as text, so that no program rounds a number or takes a name for a formula. */
export async function writeResults(
  format: 'xlsx' | 'csv',
  rows: readonly ResultRow[],
  language: Language,
): Promise<Uint8Array> {
  const say = createWords(language);
  const headings = (['line', 'group', 'state', 'link', 'inCount', 'in', 'notIn', 'why', 'time'] as const).map(
    (column) => say(`runFile.${column}`),
  );
  const table = [headings, ...rows.flatMap((row) => rowsOf(row, say))];
  return format === 'csv' ? writeCsv(table, language) : writeXlsx(say('runFile.results'), table);
}

/** Writes the rows that are kept back, a problem a line, as an xlsx file. */
export async function writeProblems(rows: readonly ProblemRow[], language: Language): Promise<Uint8Array> {
  const say = createWords(language);
  const headings = [say('runFile.line'), say('runFile.group'), say('runFile.toDo')];
  const table = rows.flatMap(({ line, name, problems }) => inCells(problems).map((cell) => [String(line), name, cell]));
  return writeXlsx(say('runFile.problems'), [headings, ...table]);
}

/** One row, and more under it where a cell cannot hold all of its people. */
function rowsOf(row: ResultRow, say: Say): string[][] {
  const [line, state] = [String(row.line), say(words[row.what])];
  const [isIn, notIn, why] = [inCells(row.in), inCells(row.notIn.map(({ who }) => who)), inCells(reasonsOf(row))];
  const time = row.atMs === null ? '' : timeText(row.atMs);
  const count = row.what === 'created' ? String(row.in.length) : '';
  const height = Math.max(isIn.length, notIn.length, why.length);
  return Array.from({ length: height }, (_, place) => {
    const people = [isIn[place] ?? '', notIn[place] ?? '', why[place] ?? ''];
    return place === 0
      ? [line, row.name, state, row.link, count, ...people, time]
      : [line, row.name, say('runFile.continued'), '', '', ...people, ''];
  });
}

const words = {
  created: 'runFile.created',
  unknown: 'runFile.unknown',
  refused: 'runFile.refused',
  skipped: 'runFile.skipped',
  waiting: 'runFile.waiting',
  duplicate: 'runFile.duplicate',
  'left-out': 'runFile.leftOut',
} as const satisfies Record<ResultWord, string>;

/** The reason of the row, then those of its people: once where it is the same for all. */
function reasonsOf({ reason, notIn }: ResultRow): string[] {
  const different = new Set(notIn.map((one) => one.reason));
  const ofPeople = different.size > 1 ? notIn.map((one) => `${one.who}: ${one.reason}`) : [...different];
  return [reason, ...ofPeople].filter(Boolean);
}

/** Excel takes no cell over 32,767 signs for sound; some are written longer than they are. */
const cellMax = 30_000;

/** The texts as lines of as few cells as can hold them; at least one. */
function inCells(texts: readonly string[]): string[] {
  const cells: string[] = [];
  let cell = '';
  for (const text of texts) {
    const line = text.slice(0, cellMax);
    const isFull = cell !== '' && cell.length + 1 + line.length > cellMax;
    if (isFull) cells.push(cell);
    cell = cell === '' || isFull ? line : `${cell}\n${line}`;
  }
  return [...cells, cell];
}

/** `2026-09-01 14:30`, in the zone of the computer: the one way to write it that no two countries read differently. */
const timeText = (atMs: number): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(atMs);
