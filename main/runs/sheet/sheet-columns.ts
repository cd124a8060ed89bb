import type { Country } from '../../../core/phone.ts';
import { type Content, contentOf } from '../../spreadsheet/column-content.ts';
import type { Row } from '../../spreadsheet/table.ts';
import { readPeopleCell } from './people-cell.ts';
import { type Meaning, meaningOf } from './sheet-words.ts';
import { isYesOrNo } from './yes-words.ts';

/** What is known of a column of groups: its heading, what that means, and what some of its cells hold. */
export type Column = {
  readonly heading: string;
  readonly meaning: Meaning | null;
  readonly content: Content;
  /** Cells with several numbers. */
  readonly several: number;
  readonly yesOrNo: number;
  /** Small whole numbers: a running number, a year, a class without its letter. */
  readonly figures: number;
};

export function columnsOf(
  headings: readonly string[],
  sample: readonly Row[],
  { width, country }: { readonly width: number; readonly country: Country | null },
): Column[] {
  return Array.from({ length: width }, (_, place) => {
    const heading = headings[place] ?? '';
    const cells = sample.map((row) => row.cells[place] ?? '').filter(Boolean);
    const content = contentOf(cells, country);
    return {
      heading,
      meaning: meaningOf(heading),
      content,
      several: content.numbers === 0 ? 0 : cells.filter((cell) => hasSeveral(cell, country)).length,
      yesOrNo: cells.filter(isYesOrNo).length,
      figures: cells.filter((cell) => /^\d{1,6}$/.test(cell)).length,
    };
  });
}

const hasSeveral = (cell: string, country: Country | null): boolean =>
  readPeopleCell(cell, country).filter(({ at }) => at !== 'bad').length > 1;

export const isMostly = (count: number, { filled }: Content): boolean => filled > 0 && count >= filled / 2;
