import { toPersonChatId } from './chat-id.ts';
import type { Entry, Person } from './contact.ts';
import { type FoundNumber, findNumbers } from './find-numbers.ts';
import { type Country, formatPhone } from './phone.ts';

/**
 * Reads typed or pasted text as people: a number a line or several, cells parted by `;` `,` or tab, with the name before or
 * after the number. Who stands there twice comes once, by the better name. A text without any number is a bad entry.
 */
export function readEntries(text: string, country: Country | null): Entry[] {
  const entries = text.split(/[\r\n\v\f\u2028\u2029]+/).flatMap((line) => readLine(line, country));
  return withoutRepeats(entries);
}

/** Bullets and running numbers of lists; addresses around a number. */
const listMark = /^\s*(?:[•*·–—-]\s+)?(?:\d{1,4}(?:[.)]\s+|\t))?/;
const around =
  /(?:https?:\/\/)?(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=)|tel:|[^\s;,<]{1,64}@(?!c\.us|s\.whatsapp)\S+/gi;

function readLine(raw: string, country: Country | null): Entry[] {
  const line = raw.replace(listMark, '').replace(around, ' ');
  const found = findNumbers(line, country);
  const likely = found.filter((one) => !isAside(one));
  const numbers = likely.length > 0 ? likely : found.slice(0, 1);
  if (numbers.length > 0) {
    const names = namesOf(line, numbers);
    return numbers.map((number, index) => toEntry(number, names[index] ?? ''));
  }
  return wordsOf(line) === '' ? [] : [{ at: 'bad', text: raw.trim(), name: '', reason: 'letters' }];
}

/** Digits that are hardly the number of a person: a date, a class, a flat. Alone in a line they are taken for a slip. */
const isAside = ({ reading, text }: FoundNumber): boolean =>
  reading.at === 'bad' && (text.replace(/\D/g, '').length < 7 || /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/.test(text.trim()));

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
const label = /(?:^|\s)(?:tel|phone|mobile|whatsapp|тел|телефон|моб|мобильный|сот|сотовый)[.:]*$/iu;

/** The text without borders of cells, quotes around a name, and the word for "phone" before a number. */
function wordsOf(text: string): string {
  const words = text
    .replace(/[\t;|]+/g, ' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 4 * nameMax)
    .replace(/^[^\p{L}\p{N}(«]+|[^\p{L}\p{N})».]+$/gu, '')
    .replace(label, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/[^\p{L}\p{N})».]+$/u, '');
  return /[\p{L}\p{N}]/u.test(words) ? words : '';
}

function toEntry({ text: found, reading }: FoundNumber, words: string): Entry {
  const text = found.trim();
  const name = words.slice(0, nameMax);
  if (reading.at === 'bad') return { at: 'bad', text, name, reason: reading.reason };
  const person: Person = { chatId: toPersonChatId(reading.digits), name, phone: formatPhone(reading.digits) };
  return reading.at === 'ready' ? { at: 'ready', text, person } : { at: 'repair', text, name, guess: person };
}

function withoutRepeats(entries: readonly Entry[]): Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const before = byKey.get(key);
    byKey.set(key, before ? better(before, entry) : entry);
  }
  return [...byKey.values()];
}

function keyOf(entry: Entry): string {
  if (entry.at === 'bad') return `text:${entry.text}`;
  return entry.at === 'ready' ? entry.person.chatId : entry.guess.chatId;
}

/** The surer reading of the two, with the longer of their names. */
function better(before: Entry, entry: Entry): Entry {
  const surer = before.at !== 'ready' && entry.at === 'ready' ? entry : before;
  const name = nameOf(entry).length > nameOf(before).length ? nameOf(entry) : nameOf(before);
  if (surer.at === 'ready') return { ...surer, person: { ...surer.person, name } };
  return surer.at === 'repair' ? { ...surer, name, guess: { ...surer.guess, name } } : { ...surer, name };
}

const nameOf = (entry: Entry): string => (entry.at === 'ready' ? entry.person.name : entry.name);
