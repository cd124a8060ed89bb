import { dateText, momentText, numberText } from './cell-value.ts';
import { type Row, sheetMax } from './table.ts';
import { type Count, damaged } from './trouble.ts';
import { fromXlsxText } from './xlsx-text.ts';

/** What the cells of all sheets refer to. */
export type Book = {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly isFrom1904: boolean;
};

/** Puts the rows of a sheet together, cell by cell. Places that are not given follow on the last one. */
export function createSheetRows(book: Book, count: Count) {
  const all: Row[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = 0;
  let type: string | null = null;
  let style: string | null = null;

  const next = (last: number, given: number | null, most: number): number => {
    const place = given ?? last + 1;
    if (place > last && place <= most) return place;
    throw damaged(Math.max(line, 1));
  };

  return {
    all: all as readonly Row[],
    startRow(place: string | null): void {
      line = next(line, place === null ? null : Number(place), sheetMax.lines);
      column = 0;
      cells = [];
    },
    startCell(place: string | null, cellType: string | null, cellStyle: string | null): void {
      column = next(column, place === null ? null : columnOf(place), sheetMax.columns);
      type = cellType;
      style = cellStyle;
    },
    endCell(raw: string): void {
      const value = raw === '' ? '' : cellValue(raw, { type, style, book });
      if (value === null) throw damaged(line);
      if (value === '') return;
      while (cells.length < column - 1) cells.push('');
      cells.push(value);
    },
    endRow(): void {
      if (cells.length === 0) return;
      count.row(cells.length);
      all.push({ line, cells });
    },
  };
}

/** `A1` → 1, `AB12` → 28; NaN without letters. */
export function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? Number.NaN : column;
}

/** What a cell shows (ISO/IEC 29500-1, 18.18.11); null when it refers to what is not there. */
function cellValue(
  raw: string,
  { type, style, book }: { readonly type: string | null; readonly style: string | null; readonly book: Book },
): string | null {
  switch (type) {
    case 's':
      return book.strings[Number(raw)] ?? null;
    case 'str':
    case 'inlineStr':
      return fromXlsxText(raw);
    case 'b':
      return raw === '1' || raw === 'true' ? 'true' : 'false';
    case 'e':
      return '';
    case 'd':
      return momentText(raw);
    case 'n':
    case null:
      return style !== null && book.dateStyles[Number(style)] ? dateText(raw, book.isFrom1904) : numberText(raw);
    default:
      return null;
  }
}
