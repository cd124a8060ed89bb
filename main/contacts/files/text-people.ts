import type { Country } from '../../../core/phone.ts';
import { findNumbersIn } from '../../spreadsheet/cell-numbers.ts';
import type { LineRead } from './line-read.ts';

/** Reads a text as people paste it, with names and numbers in its lines. Lines that say nothing are passed over. */
export function* readTextPeople(text: string, country: Country | null): Generator<LineRead> {
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const numbers = findNumbersIn(line, country);
    if (numbers.length === 0) continue;
    yield { line: index + 1, name: '', note: '', lists: [], numbers, says: [line] };
  }
}
