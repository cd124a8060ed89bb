import { isPersonChatId } from './chat-id.ts';
import type { Entry, Person } from './contact.ts';
import { foldName, groupNameMax, groupPeopleMax, normalizeName } from './draft-rules.ts';
import { mergeEntries } from './entries.ts';
import { noteKinds, type PictureProblem, type RowProblem, type Verdict } from './group-run.ts';
import type { Extras } from './group-sheet.ts';
import { once } from './once.ts';

/** What a row asks for, as far as it is judged. */
export type AskedRow = {
  readonly name: string;
  readonly entries: readonly Entry[];
  /** A person agreed to another group of this name. */
  readonly again: boolean;
  readonly isLeftOut: boolean;
  /** What is wrong with the picture that it names, as far as that was looked for. */
  readonly picture: PictureProblem | null;
};

/** What else decides about a row. */
export type Around = {
  /** Everybody whom the group is made with: `peopleOfRow`. */
  readonly people: readonly Person[];
  /** The number that the groups are made from; null while nobody knows it. */
  readonly ownChatId: string | null;
  /** The line of the row before that has the same name, or null. */
  readonly sameNameAt: number | null;
  /** The group that this one would repeat, or null. */
  readonly exists: Omit<Extract<RowProblem, { is: 'exists' }>, 'is'> | null;
  /** Whether checkWhatsapp said no to this id. */
  readonly isOff: (chatId: string) => boolean;
};

export type Judged = { readonly verdict: Verdict; readonly problems: readonly RowProblem[] };

/** What is wrong with a row, and what follows from it. That somebody left it out stays. */
export function judgeRow(row: AskedRow, { people, ownChatId, sameNameAt, exists, isOff }: Around): Judged {
  const numbers = row.entries.every(isSound) ? [] : mergeEntries(row.entries).flatMap(numberProblem);
  const problems: RowProblem[] = [
    ...nameProblems(row, sameNameAt),
    ...(exists ? [{ is: 'exists' as const, ...exists }] : []),
    ...countProblems(people.length, numbers.length),
    ...numbers,
    ...people.filter(({ chatId }) => isOff(chatId)).map((person) => ({ is: 'not-on-whatsapp' as const, person })),
    ...(row.picture ? [row.picture] : []),
    ...notes(row, ownChatId),
  ];
  return { verdict: row.isLeftOut ? 'left-out' : verdictOf(problems), problems };
}

/** Everybody whom the group is made with, each once: those of the row, then those who are in every group. */
export function peopleOfRow(
  entries: readonly Entry[],
  { alwaysAdd, admins }: Pick<Extras, 'alwaysAdd' | 'admins'>,
  ownChatId: string | null,
): Person[] {
  const ready = mergeEntries(entries).flatMap((entry) => (entry.at === 'ready' && isSound(entry) ? entry.person : []));
  const people = once([...ready, ...alwaysAdd, ...admins], ({ chatId }) => chatId);
  return people.filter(({ chatId }) => chatId !== ownChatId);
}

/** A group can be made with them: neither a privacy id nor a group among the contacts. */
const isSound = (entry: Entry): boolean => entry.at === 'ready' && isPersonChatId(entry.person.chatId);

/** For each row the line of the first one that has the same name; null for the first itself, and where none is needed. */
export function sameNames(
  rows: readonly (Pick<AskedRow, 'name' | 'again' | 'isLeftOut'> & { readonly line: number })[],
): (number | null)[] {
  const firstLines = new Map<string, number>();
  return rows.map(({ name, line, again, isLeftOut }) => {
    const folded = foldName(name);
    if (folded === '' || isLeftOut) return null;
    const first = firstLines.get(folded);
    if (first === undefined) firstLines.set(folded, line);
    return again ? null : (first ?? null);
  });
}

/** A group that is there already, or comes twice, needs no mending before somebody wants another one. */
function verdictOf(problems: readonly RowProblem[]): Verdict {
  if (problems.some(({ is }) => is === 'exists' || is === 'name-repeated')) return 'duplicate';
  return problems.every(({ is }) => noteKinds.includes(is)) ? 'ready' : 'to-fix';
}

function nameProblems({ name }: AskedRow, sameNameAt: number | null): RowProblem[] {
  const { length } = normalizeName(name);
  if (length === 0) return [{ is: 'name-empty' }];
  const tooLong: RowProblem[] = length > groupNameMax ? [{ is: 'name-too-long', over: length - groupNameMax }] : [];
  return sameNameAt === null ? tooLong : [...tooLong, { is: 'name-repeated', line: sameNameAt }];
}

/** Where all numbers are bad, they are what is wrong, not that nobody is there. */
function countProblems(people: number, badNumbers: number): RowProblem[] {
  if (people === 0 && badNumbers === 0) return [{ is: 'no-people' }];
  return people > groupPeopleMax ? [{ is: 'too-many-people', count: people }] : [];
}

function numberProblem(entry: Entry): RowProblem[] {
  const { text } = entry;
  switch (entry.at) {
    case 'repair':
      return [{ is: 'number', text, name: entry.name, reason: 'repair', guess: entry.guess }];
    case 'bad':
      return [{ is: 'number', text, name: entry.name, reason: entry.reason, guess: null }];
    default:
      if (isSound(entry)) return [];
      return [{ is: 'number', text, name: entry.person.name, reason: 'not-a-number', guess: null }];
  }
}

/** What is mended without asking: our own number is in every group, and who stands there twice goes in once. */
function notes({ entries }: AskedRow, ownChatId: string | null): RowProblem[] {
  const ready = entries.flatMap((entry) => (entry.at === 'ready' ? entry.person : []));
  const seen = new Set<string>();
  const repeated = ready.filter(({ chatId }) => seen.size === seen.add(chatId).size && chatId !== ownChatId);
  const own = ready.find(({ chatId }) => chatId === ownChatId);
  return [
    ...once(repeated, ({ chatId }) => chatId).map((person) => ({ is: 'repeated-person' as const, person })),
    ...(own ? [{ is: 'own-number' as const, person: own }] : []),
  ];
}
