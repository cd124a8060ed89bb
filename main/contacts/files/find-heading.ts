import type { Row } from '../../spreadsheet/table.ts';
import { type Meaning, meaningOf } from './column-words.ts';

/** Titles, dates and filters may stand above the headings; nobody puts more of them there. */
const titleRowsMax = 40;

/**
 * The row with the headings: the one whose cells say most of what columns hold, or the one right above the first row with a
 * number, when it stands over that column and another. Null when there is none.
 */
export function findHeading(rows: readonly Row[], hasNumber: (cell: string) => boolean): Row | null {
  const first = rows.slice(0, titleRowsMax);
  const isWide = rows.slice(0, 2 * titleRowsMax).some(({ cells }) => filled(cells) > 1);
  let best: Row | null = null;
  let most = 0;
  for (const row of first) {
    if (row.cells.some(hasNumber)) continue;
    const weight = filled(row.cells) > 1 || !isWide ? weightOf(row.cells) : 0;
    if (weight > most) [best, most] = [row, weight];
  }
  return best ?? rowAboveNumbers(first, hasNumber);
}

const filled = (cells: readonly string[]): number => cells.filter(Boolean).length;

const weights: Readonly<Partial<Record<Meaning, number>>> = {
  phone: 3,
  'perhaps-phone': 2,
  name: 2,
  'bare-name': 2,
  'first-name': 2,
  'last-name': 2,
  'middle-name': 2,
};

const weightOf = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => {
    const meaning = meaningOf(cell);
    return sum + (meaning === null ? 0 : (weights[meaning] ?? 1));
  }, 0);

function rowAboveNumbers(rows: readonly Row[], hasNumber: (cell: string) => boolean): Row | null {
  const place = rows.findIndex(({ cells }) => cells.some(hasNumber));
  const column = rows[place]?.cells.findIndex(hasNumber) ?? -1;
  const above = rows[place - 1];
  if (!above || filled(above.cells) < 2) return null;
  return /^[^\d]*\p{L}[^\d]*$/u.test(above.cells[column] ?? '') ? above : null;
}
