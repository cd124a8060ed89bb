import type { Row } from './table.ts';

/** As many as a reading may have. */
const columnsMax = 200;

/** How many columns the rows have, at most those that can be read. */
export function widthOf(rows: readonly Row[]): number {
  let width = 0;
  for (const { cells } of rows) width = Math.max(width, cells.length);
  return Math.min(width, columnsMax);
}

const sampleRows = 60;

/** Half of the sample is the beginning, half is taken from all over the rest. */
export function sampleOf(rows: readonly Row[]): Row[] {
  if (rows.length <= sampleRows) return [...rows];
  const half = sampleRows / 2;
  const step = (rows.length - half) / half;
  const rest = Array.from({ length: half }, (_, place) => rows[half + Math.floor(place * step)]);
  return [...rows.slice(0, half), ...rest.filter((row) => row !== undefined)];
}
