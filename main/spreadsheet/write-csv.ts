import Papa from 'papaparse';
import type { Language } from '../../core/language.ts';
import { withApostrophe } from './apostrophe.ts';
import { tidyCell } from './tidy-cell.ts';

/** The sign that Excel expects where the language is spoken: it follows the decimal comma. */
const separators: Readonly<Record<Language, string>> = { en: ',', ru: ';' };

/**
 * Rows as a csv file: UTF-8 with its mark, so that Excel does not take it for windows-1251, every cell in quotes. A text that
 * would be a formula gets an apostrophe; `readTableFile` takes it off again.
 */
export function writeCsv(rows: readonly (readonly string[])[], language: Language): Uint8Array {
  const cells = rows.map((row) => row.map((cell) => withApostrophe(tidyCell(cell))));
  const text = Papa.unparse(cells, { delimiter: separators[language], newline: '\r\n', quotes: true });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}
