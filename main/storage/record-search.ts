import type { Person } from '../../core/contact.ts';
import { foldName } from '../../core/draft-rules.ts';

const longDates = ['en-GB', 'ru-RU'].map(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
);
const two = (number: number): string => String(number).padStart(2, '0');

/** Everything a group can be found by, folded into one text: name, people, numbers, and the date in several forms. */
export function searchText(name: string, people: readonly Person[], askedAtMs: number): string {
  const date = new Date(askedAtMs);
  const [year, month, day] = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())];
  const dates = [`${year}-${month}-${day}`, `${day}.${month}.${year}`, ...longDates.map((form) => form.format(date))];
  const names = people.map((person) => person.name);
  const numbers = people.map((person) => person.chatId);
  return [name, ...names, ...numbers, ...dates].map(foldName).join('\n');
}

/** The pieces a found group must all hold. A number may be typed with spaces, dashes, brackets and a plus. */
export function searchPieces(text: string): string[] {
  const folded = foldName(text).replaceAll('/', '.');
  const digits = folded.replace(/\D/g, '');
  if (/^[\d\s()+-]+$/.test(folded) && digits.length > 2 && !/^\d{4}-\d{2}/.test(folded)) {
    // Inside Russia numbers are dialled with an 8 that they do not begin with.
    return [folded.startsWith('8') ? digits.slice(1) : digits];
  }
  return folded.split(' ').filter((piece) => piece !== '');
}

/** A LIKE pattern (`ESCAPE '\'`) for a piece anywhere in the text. */
export const likePattern = (piece: string): string => `%${piece.replace(/[\\%_]/g, '\\$&')}%`;
