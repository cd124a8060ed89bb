import { noteMax } from '../../../core/contact.ts';
import { mergeByNumber } from '../../../core/merge-people.ts';
import type { BadLine } from '../../../core/people-import.ts';
import { digitCount, type LineRead, type NumberFound } from './line-read.ts';
import type { FilePerson, ReadPeople } from './people-file.ts';

type Collected = Pick<ReadPeople, 'people' | 'bad' | 'lines' | 'repeated'>;

/** Puts together what the lines say: each number once, and a bad line for what gives nobody. */
export function collectPeople(read: Iterable<LineRead>): Collected {
  const people: FilePerson[] = [];
  const bad: BadLine[] = [];
  const seen = new Set<string>();
  let lines = 0;
  let repeated = 0;
  for (const line of read) {
    lines += 1;
    const found = line.numbers.filter((number) => number.at === 'number');
    if (found.some(({ chatId }) => seen.has(chatId))) repeated += 1;
    for (const number of found) {
      seen.add(number.chatId);
      people.push(personOf(line, number));
    }
    const slip = found.length > 0 ? lostNumber(line.numbers) : reasonOf(line.numbers);
    if (slip !== null) bad.push({ line: line.line, text: shortened(line.textOf()), reason: slip });
  }
  return { people: mergeByNumber(people).map(withShortNote), bad, lines, repeated };
}

type Found = Extract<NumberFound, { at: 'number' }>;

/** The words beside a number are its name when nothing else is; otherwise they are kept in the note. */
function personOf({ name: named, note, lists }: LineRead, { chatId, phone, repaired, words }: Found): FilePerson {
  const own = tidyName(named);
  const beside = tidyName(words);
  const aside = own === '' || own.includes(beside) ? '' : beside;
  const notes = aside === '' ? [note] : [note, aside];
  return { chatId, name: own || beside, phone, note: notes.filter(Boolean).join('\n'), lists, repaired };
}

const nameMax = 200;

/** In one line, and empty when there is nothing but a number: phones call people so whom nobody has named. */
function tidyName(text: string): string {
  if (text === '') return text;
  const name = cut(
    text
      .toWellFormed()
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    nameMax,
  );
  return !/\p{L}/u.test(name) && name.replace(/\D/g, '').length >= 7 ? '' : name;
}

const withShortNote = (person: FilePerson): FilePerson =>
  person.note.length > noteMax ? { ...person, note: cut(person.note, noteMax) } : person;

const textMax = 200;
const shortened = (text: string): string => cut(text.replace(/\s+/gu, ' ').trim(), textMax).toWellFormed();

/** Not in the middle of a letter. */
const cut = (text: string, max: number): string => text.slice(0, max).replace(/[\ud800-\udbff]$/, '');

/** Why a line gives nobody: what is wrong with the one of its texts that resembles a number most. */
function reasonOf(numbers: readonly NumberFound[]): BadLine['reason'] {
  const [worst] = numbers
    .filter((number) => number.at === 'bad')
    .toSorted((one, other) => digitCount(other.text) - digitCount(one.text));
  return worst?.reason ?? 'no-number';
}

/** Beside a good number a short one is hardly another: a flat, an inner line. A long one with a slip is told of. */
const lostNumber = (numbers: readonly NumberFound[]): BadLine['reason'] | null => {
  const lost = numbers.filter((number) => number.at === 'bad' && digitCount(number.text) >= 10);
  return lost.length > 0 ? reasonOf(lost) : null;
};
