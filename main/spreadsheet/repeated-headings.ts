/** A row that is no content: it repeats the headings (at each printed page), or numbers the columns `1 2 3 …` as forms do. */
export const repeatsHeadings = (cells: readonly string[], headings: readonly string[]): boolean =>
  areSame(cells, headings) || numbersColumns(cells);

const areSame = (cells: readonly string[], others: readonly string[]): boolean =>
  cells.length === others.length && cells.every((cell, column) => cell === others[column]);

const numbersColumns = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell, column) => cell === String(column + 1));
