import { toPersonChatId } from './chat-id.ts';
import type { Entry, Person } from './contact.ts';
import { type CellNumber, linesOf, readNumbers } from './find-numbers.ts';
import { betterName, mergeRepeats } from './merge-people.ts';
import { type Country, formatPhone, readPhone } from './phone.ts';
import type { FoundNumber } from './read-run.ts';

/**
 * Reads typed or pasted text as people: a number a line or several, cells parted by `;` `,` or tab, with the name before or
 * after the number. Who stands there twice comes once, by the better name. A text without any number is a bad entry.
 */
export const readEntries = (text: string, country: Country | null): Entry[] => mergeEntries(readEach(text, country));

/** The same without merging: who stands there twice comes twice. */
export const readEach = (text: string, country: Country | null): Entry[] =>
  linesOf(text).flatMap((line) => readLine(line, country));

/** Everybody once, at the place of the first, by the surer reading and the better name. */
export const mergeEntries = (entries: readonly Entry[]): Entry[] => mergeRepeats(entries, keyOf, better);

function readLine(raw: string, country: Country | null): Entry[] {
  const plain = readPlainLine(raw, country);
  if (plain !== null) return [plain];
  const { line, numbers } = readNumbers(raw, country);
  if (numbers.length > 0) {
    const names = namesOf(line, numbers);
    return [...numbers.map((number, index) => toEntry(number, names[index] ?? '')), ...groupsIn(raw)];
  }
  return wordsOf(line) === '' ? groupsIn(raw) : [{ at: 'bad', text: raw.trim(), name: '', reason: 'letters' }];
}

/** Ids of groups look like addresses of mail, and would be gone in silence: no group can be put into another. */
const groupsIn = (line: string): Entry[] =>
  (line.match(/\d[\d-]{4,40}@g\.us/g) ?? []).map((text) => ({ at: 'bad', text, name: '', reason: 'not-a-number' }));

/** A name, a space and a number: most lines with words are so, and this is many times quicker than to look for numbers. */
const plainLine = /^(\p{L}+(?:[ '’-]\p{L}+){0,5})[,:]? (\+?\d[\d ()-]{8,22}\d)$/u;

function readPlainLine(line: string, country: Country | null): Entry | null {
  const [, words = '', text = ''] = plainLine.exec(line) ?? [];
  if (text === '' || label.test(words)) return null;
  const reading = readPhone(text, country);
  return reading.at === 'bad' ? null : toEntry({ text, reading }, words);
}

/**
 * The words between the numbers, each given to the number it belongs to: where the line begins with words they stand before
 * their numbers (and hold until the next words), otherwise after them. With one number all words of the line are its name.
 */
function namesOf(line: string, numbers: readonly FoundNumber[]): string[] {
  const words = [0, ...numbers.map(({ end }) => end)].map((from, index) =>
    wordsOf(line.slice(from, numbers[index]?.start)),
  );
  const [first = '', ...behind] = words;
  if (numbers.length === 1) return [[first, ...behind].filter(Boolean).join(' ')];
  if (first === '') {
    let held = behind.findLast(Boolean) ?? '';
    return behind
      .toReversed()
      .map((own) => (held = own || held))
      .toReversed();
  }
  let held = first;
  const names = words.slice(0, -1).map((own) => (held = own || held));
  return [...names.slice(0, -1), [names.at(-1), behind.at(-1)].filter(Boolean).join(' ')];
}

const nameMax = 200;
const label =
  /(?:^|\s)(?:tel|phone|mobile|mob|cell|home|work|whatsapp|тел|телефон|моб|мобильный|сот|сотовый|дом|домашний|раб|рабочий)[.:]*$/iu;

/** The text without borders of cells, quotes around a name, and the word for "phone" before a number. */
function wordsOf(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return '';
  const words = text
    .replace(/[\t;|]+/g, ' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 4 * nameMax)
    .replace(/^[^\p{L}\p{N}(«]+|[^\p{L}\p{N})».]+$/gu, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(label, '')
    .replace(/[^\p{L}\p{N})».]+$/u, '');
  return /[\p{L}\p{N}]/u.test(words) ? words : '';
}

/** A number that was found, as somebody of this name. */
export function toEntry({ text: found, reading }: CellNumber, words: string): Entry {
  const text = found.trim();
  const name = words.slice(0, nameMax);
  if (reading.at === 'bad') return { at: 'bad', text, name, reason: reading.reason };
  const person: Person = { chatId: toPersonChatId(reading.digits), name, phone: formatPhone(reading.digits) };
  return reading.at === 'ready' ? { at: 'ready', text, person } : { at: 'repair', text, name, guess: person };
}

function keyOf(entry: Entry): string {
  if (entry.at === 'bad') return `text:${entry.text}`;
  return entry.at === 'ready' ? entry.person.chatId : entry.guess.chatId;
}

/** The surer reading of the two, with the better of their names. */
function better(before: Entry, entry: Entry): Entry {
  const surer = before.at !== 'ready' && entry.at === 'ready' ? entry : before;
  const name = betterName(nameOf(before), nameOf(entry));
  if (surer.at === 'ready') return { ...surer, person: { ...surer.person, name } };
  return surer.at === 'repair' ? { ...surer, name, guess: { ...surer.guess, name } } : { ...surer, name };
}

const nameOf = (entry: Entry): string => (entry.at === 'ready' ? entry.person.name : entry.name);
