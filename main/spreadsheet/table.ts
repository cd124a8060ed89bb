/**
 * One row as the program that wrote the file shows it: `line` counts from 1. Cells are text without spaces around it:
 * numbers are written out in full (`79001234567`, never `7.9E+10`), dates as `yyyy-mm-dd` (with ` hh:mm` where the cell has a
 * time), `true` and `false`, errors of formulas as an empty text. Line breaks inside a cell are `\n`.
 */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** A sheet, or a whole csv file; then `name` is empty. Rows that say nothing are not among `rows`. */
export type Table = { readonly name: string; readonly rows: readonly Row[] };

/** At least one table, each with at least one row. Sheets that the person has hidden are not among them. */
export type TableFile = { readonly kind: 'csv' | 'xlsx'; readonly tables: readonly Table[] };

/**
 * How much is read at most. `rows` are those that say something, of all sheets together; so are `cells`, with the gaps. Beside
 * the rows there may be `headings`: until a reader knows which they are, titles and headings are rows like any other.
 */
export type TableLimits = {
  readonly bytes: number;
  readonly rows: number;
  readonly headings: number;
  readonly cells: number;
  /** What the parts of an xlsx file may grow to, counted while they grow. */
  readonly inflatedBytes: number;
};

const megabyte = 1024 * 1024;

export const tableLimits: TableLimits = {
  bytes: 20 * megabyte,
  rows: 100_000,
  headings: 100,
  cells: 3_000_000,
  inflatedBytes: 200 * megabyte,
};

/** No spreadsheet program has more lines or columns than Excel. */
export const sheetMax = { lines: 1_048_576, columns: 16_384 };

/** The limit in the unit that people know. */
export const inMegabytes = (bytes: number): number => Math.round(bytes / megabyte);
