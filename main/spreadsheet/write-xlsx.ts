import writeExcelFile from 'write-excel-file/universal';
import { toXlsxText } from './xlsx-text.ts';

/**
 * Rows as an xlsx file of one sheet. Every cell is typed as text, so that no program takes it for a formula or rounds a
 * number; the first row is the heading: bold, and it stays when one scrolls.
 */
export async function writeXlsx(sheetName: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const data = rows.map((row, place) =>
    row.map((cell) => ({ value: toXlsxText(cell), type: String, format: '@', ...(place === 0 ? heading : {}) })),
  );
  const columns = columnWidths(rows).map((width) => ({ width }));
  const file = writeExcelFile(data, { sheet: allowedName(sheetName), columns, stickyRowsCount: 1 });
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

const heading = { fontWeight: 'bold' } as const;

/** What Excel allows: 31 signs, none that stand in formulas, no apostrophe at the ends. */
const allowedName = (name: string): string =>
  name
    .replace(/[[\]/\\:*?\p{Cc}]/gu, ' ')
    .slice(0, 31)
    .replace(/^[\s']+|[\s']+$/g, '')
    .toWellFormed() || '1';

const [narrowest, widest] = [8, 60];

/** In letters, as wide as the longest line of a cell. */
function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      const longest = Math.max(...cell.split('\n', 20).map((line) => line.length)) + 2;
      widths[column] = Math.min(Math.max(widths[column] ?? narrowest, longest), widest);
    });
  }
  return widths;
}
