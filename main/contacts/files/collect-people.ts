import { digitsOf } from '../../../core/chat-id.ts';
import { noteMax } from '../../../core/contact.ts';
import { mergeByNumber } from '../../../core/merge-people.ts';
import type { BadLine } from '../../../core/people-import.ts';
import { digitCount, type NumberFound } from '../../spreadsheet/cell-numbers.ts';
import type { LineRead } from './line-read.ts';
import type { FilePerson, ReadPeople } from './people-file.ts';

type Collected = Pick<ReadPeople, 'people' | 'bad' | 'lines' | 'repeated'>;

/** Puts together what the lines say: each number once, and a bad line for what gives nobody. */
export function collectPeople(read: Iterable<LineRead>): Collected {
  const people = createCollection();
  const bad: BadLine[] = [];
  let lines = 0;
  let repeated = 0;
  for (const line of read) {
    lines += 1;
    const { numbers } = line;
    const name = nameOf(line);
    if (numbers.some((number) => number.at === 'number' && people.has(number.chatId))) repeated += 1;
    for (const number of numbers) if (number.at === 'number') people.add(personOf(line, name, number));
    const reason = reasonOf(numbers);
    if (reason !== null) bad.push({ line: line.line, text: shortened(line.says.filter(Boolean).join(' · ')), reason });
  }
  return { people: people.all(), bad, lines, repeated };
}

/** People by their numbers. Lists are gathered apart: somebody may stand in as many lines as there are. */
function createCollection() {
  const people = new Map<string, FilePerson>();
  const gathered = new Map<string, Set<string>>();

  function add(person: FilePerson): void {
    const { chatId } = person;
    const before = people.get(chatId);
    if (!before) {
      people.set(chatId, person);
      return;
    }
    const lists = gathered.get(chatId) ?? new Set(before.lists);
    for (const list of person.lists) lists.add(list);
    gathered.set(chatId, lists);
    const [merged = before] = mergeByNumber([before, { ...person, lists: [] }]);
    people.set(chatId, { ...merged, note: cut(merged.note, noteMax) });
  }

  return {
    add,
    has: (chatId: string): boolean => people.has(chatId),
    all: (): FilePerson[] =>
      Array.from(people.values(), (person) => {
        const lists = gathered.get(person.chatId);
        return lists ? { ...person, lists: [...lists] } : person;
      }),
  };
}

type Found = Extract<NumberFound, { at: 'number' }>;

/** The words beside a number are its name when nothing else is; otherwise they are kept in the note. */
function personOf(line: LineRead, name: string, { chatId, phone, repaired, words }: Found): FilePerson {
  const beside = words === '' ? '' : tidyName(words);
  const isAside = name !== '' && !name.includes(beside);
  const note = isAside && line.note !== '' ? `${line.note}\n${beside}` : isAside ? beside : line.note;
  return { chatId, name: name || beside, phone, note: cut(note, noteMax), lists: line.lists, repaired };
}

/** Empty when it is one of the line's own numbers: phones call people so whom nobody has named. */
function nameOf({ name: written, numbers }: LineRead): string {
  const name = tidyName(written);
  if (/\p{L}/u.test(name)) return name;
  const end = name.replace(/\D/g, '').slice(-ownDigits);
  const isOwn = numbers.some((number) => number.at === 'number' && digitsOf(number.chatId).endsWith(end));
  return end.length === ownDigits && isOwn ? '' : name;
}

/** By so many digits at the end a number is known again, with or without its code. */
const ownDigits = 7;
const nameMax = 200;

/** In one line. */
const tidyName = (text: string): string => cut(text.toWellFormed().replace(oddSpace, ' ').trim(), nameMax);

/** All but one plain space. */
const oddSpace = /[\s\p{Cc}]{2,}|[^\S ]|\p{Cc}/gu;

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
