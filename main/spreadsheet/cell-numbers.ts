import { toPersonChatId } from '../../core/chat-id.ts';
import type { Entry } from '../../core/contact.ts';
import { readEntries } from '../../core/entries.ts';
import { type CellNumber, readCell } from '../../core/find-numbers.ts';
import type { BadLine } from '../../core/people-import.ts';
import { type Country, formatPhone } from '../../core/phone.ts';

/** A number where it stands; `words` are those beside it. Bad is also a text without any number (`no-number`). */
export type NumberFound =
  | {
      readonly at: 'number';
      readonly chatId: string;
      readonly phone: string;
      readonly repaired: boolean;
      readonly words: string;
    }
  | { readonly at: 'bad'; readonly text: string; readonly reason: BadLine['reason'] };

/** Every number of a text as a cell or a line holds it, in its order. */
export function findNumbersIn(text: string, country: Country | null): NumberFound[] {
  if (text === '') return [];
  // Names beside numbers take longer to look for, and most cells have none.
  if (/\p{L}/u.test(text)) return readEntries(text, country).map(fromEntry);
  return readCell(withoutFraction(text), country).map(fromCell);
}

/** Programs that take a column for numbers write `79000000001.0`. */
const withoutFraction = (text: string): string => text.replace(/^(\d{10,15})[.,]0+$/, '$1');

function fromCell({ text, reading }: CellNumber): NumberFound {
  if (reading.at === 'bad') return { at: 'bad', text, reason: reading.reason };
  const { at, digits } = reading;
  return {
    at: 'number',
    chatId: toPersonChatId(digits),
    phone: formatPhone(digits),
    repaired: at === 'repair',
    words: '',
  };
}

function fromEntry(entry: Entry): NumberFound {
  // A class or a date among words is no number that somebody has mistyped.
  if (entry.at === 'bad') {
    const isNone = entry.reason !== 'rounded' && digitCount(entry.text) < 5;
    return { at: 'bad', text: entry.text, reason: isNone ? 'no-number' : entry.reason };
  }
  const { chatId, phone, name } = entry.at === 'ready' ? entry.person : entry.guess;
  return { at: 'number', chatId, phone, repaired: entry.at === 'repair', words: name };
}

export const digitCount = (text: string): number => text.replace(/\D/g, '').length;
