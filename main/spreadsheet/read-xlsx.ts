import { readSheet } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readDateStyles } from './styles.ts';
import type { Table, TableLimits } from './table.ts';
import { type Count, damaged } from './trouble.ts';
import { readWorkbook, textOf } from './workbook.ts';
import type { Zip } from './zip.ts';

/** Reads the sheets of a workbook that say something. Throws a `Trouble` rather than give a part of them. */
export function readXlsx(zip: Zip, count: Count, limits: TableLimits): readonly Table[] {
  const workbook = readWorkbook(zip);
  const { sharedStrings, styles, isFrom1904 } = workbook;
  const book = {
    strings: sharedStrings === null ? [] : readSharedStrings(wholeText(zip, sharedStrings), limits.cells),
    dateStyles: styles === null ? [] : readDateStyles(wholeText(zip, styles)),
    isFrom1904,
  };
  return workbook.sheets
    .map(({ name, part }) => ({ name, rows: readSheet(wholeText(zip, part), book, count) }))
    .filter(({ rows }) => rows.length > 0);
}

/** A part that another one refers to: without it the rest would be half the truth. */
function wholeText(zip: Zip, part: string): string {
  const text = textOf(zip, part);
  if (text === null) throw damaged();
  return text;
}
