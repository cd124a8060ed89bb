import type { Row } from './table.ts';

/** A block of cells that are shown as one; lines and columns count from 1. */
export type Block = { readonly top: number; readonly bottom: number; readonly column: number };

/**
 * The value of a merged block in each of its rows: a class that is written once beside its pupils belongs to all of them. Only
 * the first column of a block is filled, so that a title over the whole width stays one cell, and only rows that say something.
 */
export function fillMerged(rows: readonly Row[], blocks: readonly Block[]): readonly Row[] {
  if (blocks.length === 0) return rows;
  const filled = rows.map(({ line, cells }) => ({ line, cells: [...cells] }));
  const reached = new Map<number, number>();
  for (const { top, bottom, column } of blocks.toSorted((one, other) => one.top - other.top)) {
    // No program makes blocks that overlap; they would only cost time.
    if (top <= (reached.get(column) ?? 0)) continue;
    reached.set(column, bottom);
    const first = placeOfLine(filled, top);
    const value = filled[first]?.line === top ? filled[first].cells[column - 1] : undefined;
    if (value === undefined || value === '') continue;
    for (let place = first + 1; place < filled.length; place += 1) {
      const row = filled[place];
      if (row === undefined || row.line > bottom) break;
      while (row.cells.length < column) row.cells.push('');
      row.cells[column - 1] = value;
    }
  }
  return filled;
}

/** Where the first row stands that is not above the line. */
function placeOfLine(rows: readonly Row[], line: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle]?.line ?? 0) < line) from = middle + 1;
    else to = middle;
  }
  return from;
}
