import type { Row } from './table.ts';

/** Titles, dates and filters may stand above the headings; nobody puts more of them there. */
const titleRowsMax = 40;

type Telling = {
  readonly hasNumber: (cell: string) => boolean;
  /** How much a cell says of what its column holds; 0 when it says nothing. */
  readonly weigh: (cell: string) => number;
};

/**
 * The row with the headings: the one whose cells say most of what columns hold, or the one right above the first row with a
 * number, when it stands over that column and another. Null when there is none.
 */
export function findHeading(rows: readonly Row[], { hasNumber, weigh }: Telling): Row | null {
  const first = rows.slice(0, titleRowsMax);
  const isWide = rows.slice(0, 2 * titleRowsMax).some(({ cells }) => filled(cells) > 1);
  let best: Row | null = null;
  let most = 0;
  for (const row of first) {
    if (row.cells.some(hasNumber)) continue;
    const weight = filled(row.cells) > 1 || !isWide ? row.cells.reduce((sum, cell) => sum + weigh(cell), 0) : 0;
    if (weight > most) [best, most] = [row, weight];
  }
  return best ?? rowAboveNumbers(first, hasNumber);
}

const filled = (cells: readonly string[]): number => cells.filter(Boolean).length;

function rowAboveNumbers(rows: readonly Row[], hasNumber: (cell: string) => boolean): Row | null {
  const place = rows.findIndex(({ cells }) => cells.some(hasNumber));
  const column = rows[place]?.cells.findIndex(hasNumber) ?? -1;
  const above = rows[place - 1];
  if (!above || filled(above.cells) < 2) return null;
  return /^[^\d]*\p{L}[^\d]*$/u.test(above.cells[column] ?? '') ? above : null;
}
