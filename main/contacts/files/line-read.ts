import type { NumberFound } from '../../spreadsheet/cell-numbers.ts';

/** What one row of a table, one card or one line of a text says. `says` is what stands there, in pieces. */
export type LineRead = {
  readonly line: number;
  readonly name: string;
  readonly note: string;
  readonly lists: readonly string[];
  readonly numbers: readonly NumberFound[];
  readonly says: readonly string[];
};
