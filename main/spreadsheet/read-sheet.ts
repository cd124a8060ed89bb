import { type Block, fillMerged } from './merges.ts';
import { type Book, columnOf, createSheetRows } from './sheet-rows.ts';
import { type Row, sheetMax } from './table.ts';
import { createTextRuns } from './text-runs.ts';
import { type Count, tooMuchWork } from './trouble.ts';
import { attribute, readXml } from './xml.ts';

const [placeOf, typeOf, styleOf, refOf] = [attribute('r'), attribute('t'), attribute('s'), attribute('ref')];

/** Reads the rows of one sheet (ISO/IEC 29500-1, 18.3). Throws a `Trouble` with the line of what it does not understand. */
export function readSheet(xml: string, book: Book, count: Count): readonly Row[] {
  const rows = createSheetRows(book, count);
  const runs = createTextRuns();
  const blocks: Block[] = [];
  let isInside = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'sheetData') isInside = true;
      else if (name === 'mergeCell') addBlock(blocks, refOf(attributes));
      else if (!isInside) return;
      else if (name === 'row') rows.startRow(placeOf(attributes));
      else if (name === 'c') {
        rows.startCell(placeOf(attributes), typeOf(attributes), styleOf(attributes));
        runs.start();
      } else runs.open(name);
    },
    text: runs.add,
    close(name) {
      if (!isInside) return;
      if (name === 'c') rows.endCell(runs.whole());
      else if (name === 'row') rows.endRow();
      else if (name === 'sheetData') isInside = false;
      else runs.close(name);
    },
  });
  return fillMerged(rows.all, blocks);
}

/** `A4:B6`; what is no block is left alone. */
function addBlock(blocks: Block[], ref: string | null): void {
  const [, column = '', top, bottom] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(ref ?? '') ?? [];
  if (column === '') return;
  if (blocks.length === sheetMax.lines) throw tooMuchWork();
  blocks.push({ top: Number(top), bottom: Number(bottom), column: columnOf(column) });
}
