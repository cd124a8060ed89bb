import { noteMax } from '../../../core/contact.ts';
import { mergeByNumber } from '../../../core/merge-people.ts';
import type { BadLine } from '../../../core/people-import.ts';
import { digitCount, type LineRead, type NumberFound } from './line-read.ts';
import type { FilePerson, ReadPeople } from './people-file.ts';

type Collected = Pick<ReadPeople, 'people' | 'bad' | 'lines' | 'repeated'>;

/** Puts together what the lines say: each number once, and a bad line for what gives nobody. */
export function collectPeople(read: Iterable<LineRead>): Collected {
  const people = new Map<string, FilePerson>();
  const bad: BadLine[] = [];
  let lines = 0;
  let repeated = 0;
  for (const line of read) {
    lines += 1;
    const { numbers } = line;
    if (numbers.some((number) => number.at === 'number' && people.has(number.chatId))) repeated += 1;
    for (const number of numbers) if (number.at === 'number') add(people, personOf(line, number));
    const reason = reasonOf(numbers);
    if (reason !== null) bad.push({ line: line.line, text: shortened(line.says.filter(Boolean).join(' · ')), reason });
  }
  return { people: [...people.values()], bad, lines, repeated };
}

function add(people: Map<string, FilePerson>, person: FilePerson): void {
  const before = people.get(person.chatId);
  const [merged = person] = before === undefined ? [] : mergeByNumber([before, person]);
  people.set(person.chatId, withShortNote(merged));
}

type Found = Extract<NumberFound, { at: 'number' }>;

/** The words beside a number are its name when nothing else is; otherwise they are kept in the note. */
function personOf(line: LineRead, { chatId, phone, repaired, words }: Found): FilePerson {
  const name = tidyName(line.name);
  const beside = words === '' ? '' : tidyName(words);
  const isAside = name !== '' && !name.includes(beside);
  const note = isAside && line.note !== '' ? `${line.note}\n${beside}` : isAside ? beside : line.note;
  return { chatId, name: name || beside, phone, note, lists: line.lists, repaired };
}

const nameMax = 200;

/** In one line, and empty when there is nothing but a number: phones call people so whom nobody has named. */
function tidyName(text: string): string {
  const name = cut(text.toWellFormed().replace(oddSpace, ' ').trim(), nameMax);
  return !/\p{L}/u.test(name) && digitCount(name) >= 7 ? '' : name;
}

/** All but one plain space. */
const oddSpace = /[\s\p{Cc}]{2,}|[^\S ]|\p{Cc}/gu;

const withShortNote = (person: FilePerson): FilePerson =>
  person.note.length > noteMax ? { ...person, note: cut(person.note, noteMax) } : person;

const textMax = 200;
const shortened = (text: string): string => cut(text.replace(/\s+/gu, ' ').trim(), textMax).toWellFormed();

/** Not in the middle of a letter. */
const cut = (text: string, max: number): string =>
  text.length > max ? text.slice(0, max).replace(/[\ud800-\udbff]$/, '') : text;

/**
 * Why a line gives nobody: what is wrong with the one of its texts that resembles a number most. Null where nothing is amiss.
 * Beside a good number a short one is hardly another (a flat, an inner line); a long one with a slip is told of.
 */
function reasonOf(numbers: readonly NumberFound[]): BadLine['reason'] | null {
  const bad = numbers.filter((number) => number.at === 'bad');
  if (numbers.length === 0) return 'no-number';
  if (bad.length === 0) return null;
  const worst = bad.reduce((one, other) => (digitCount(other.text) > digitCount(one.text) ? other : one));
  return bad.length === numbers.length || digitCount(worst.text) >= 10 ? worst.reason : null;
}
