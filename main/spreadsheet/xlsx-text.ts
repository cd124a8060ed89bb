import { keepApostrophe, withoutApostrophe } from './apostrophe.ts';
import { tidyCell } from './tidy-cell.ts';

/*
 * Texts of office files write what XML cannot hold as `_x`, four hexadecimal digits and `_` (ST_Xstring, ISO/IEC 29500-1,
 * 22.9.2.19); the `_` of a text that only looks so is written as `_x005F_`.
 */

/** A text of an office file as a cell gives it. */
export function fromXlsxText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return withoutApostrophe(tidyCell(plain));
}

/** XML has no place for the first, write-excel-file drops the second. */
const unwritable = /\p{Noncharacter_Code_Point}|\ufffd/gu;

/** The same backwards: what `fromXlsxText` turns into the tidy text again. */
export function toXlsxText(text: string): string {
  const written = keepApostrophe(tidyCell(text))
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(unwritable, (signs) =>
      [...Array(signs.length).keys()].map((at) => escaped(signs.charCodeAt(at))).join(''),
    );
  // write-excel-file looks texts up in a plain object, where `constructor` and its like are always found.
  return written in {} ? `${written} ` : written;
}

const escaped = (code: number): string => `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
