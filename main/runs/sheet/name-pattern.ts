import { foldName, normalizeName } from '../../../core/draft-rules.ts';
import type { SheetReading } from '../../../core/group-sheet.ts';
import { columnOf } from '../../spreadsheet/sheet-rows.ts';

/** The name that a row asks for; empty when none of its columns says anything. */
export type NameOf = (cells: readonly string[]) => string;

/**
 * Names by the reading: the `group` column, or a pattern `{Class} {Year}` with headings (or letters of columns) in braces.
 * Null when there is neither. In a row per person an empty cell under a filled one says the same as it.
 */
export function createNameOf(reading: SheetReading, headings: readonly string[]): NameOf | null {
  const parts = partsOf(reading, headings);
  if (parts === null) return null;
  const columns = [...new Set(parts.filter((part) => typeof part === 'number'))].toSorted((one, other) => one - other);
  const isConstant = columns.length === 0;
  const held: string[] = [];

  return (cells) => {
    if (reading.shape === 'row-is-person') holdOver(columns, cells, held);
    const said = reading.shape === 'row-is-person' ? held : cells;
    if (!isConstant && columns.every((column) => !said[column])) return '';
    return tidyName(parts.map((part) => (typeof part === 'number' ? (said[part] ?? '') : part)).join(''));
  };
}

/** What is left of the first filled column stays; what is right of it was for the row above. */
function holdOver(columns: readonly number[], cells: readonly string[], held: string[]): void {
  const first = columns.findIndex((column) => cells[column]);
  if (first < 0) return;
  for (const column of columns.slice(first)) held[column] = cells[column] ?? '';
}

/** The columns that the name is made of. */
export function nameColumns(reading: SheetReading, headings: readonly string[]): number[] {
  return (partsOf(reading, headings) ?? []).filter((part) => typeof part === 'number');
}

type Part = string | number;

function partsOf({ namePattern, roles }: SheetReading, headings: readonly string[]): Part[] | null {
  if (namePattern === null) {
    const column = roles.indexOf('group');
    return column < 0 ? null : [column];
  }
  // Split by a group, every second piece is what stood in braces.
  return namePattern.split(/\{([^{}]*)\}/).flatMap((piece, place): Part[] => {
    if (place % 2 === 0) return piece === '' ? [] : [piece];
    return [placeOf(piece, headings, roles.length) ?? `{${piece}}`];
  });
}

function placeOf(text: string, headings: readonly string[], width: number): number | null {
  const wanted = foldName(text);
  const place = wanted === '' ? -1 : headings.findIndex((heading) => foldName(heading) === wanted);
  if (place >= 0) return place;
  const letters = /^[A-Z]{1,3}$/.exec(text.trim().toUpperCase())?.[0];
  const column = letters === undefined ? 0 : columnOf(letters);
  return column >= 1 && column <= width ? column - 1 : null;
}

const nameMax = 1000;
const tidyName = (text: string): string =>
  normalizeName(text.toWellFormed())
    .slice(0, nameMax)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
