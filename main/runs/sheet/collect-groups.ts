import type { Entry, Person } from '../../../core/contact.ts';
import { foldName } from '../../../core/draft-rules.ts';
import type { SheetGroup } from './sheet.ts';

/** What one row says, besides the name of its group. `admins` may be names alone: of people of the group. */
export type RowRead = {
  readonly entries: readonly Entry[];
  readonly admins: readonly Entry[];
  readonly message: string;
  readonly picture: string;
  readonly onlyAdmins: boolean;
};

type Collected = {
  readonly line: number;
  readonly name: string;
  readonly entries: Entry[];
  readonly admins: Entry[];
  message: string;
  picture: string;
  onlyAdmins: boolean;
};

/** Gathers rows to groups. With `byName` rows of one name are one group, wherever they stand and however it is typed. */
export function createGroups(byName: boolean) {
  const all: Collected[] = [];
  const known = new Map<string, Collected>();

  function groupOf(line: number, name: string): Collected {
    const before = byName ? (known.get(name) ?? known.get(foldName(name))) : undefined;
    const group = before ?? { line, name, entries: [], admins: [], message: '', picture: '', onlyAdmins: false };
    if (before === undefined) all.push(group);
    // As it is typed, too: that is found sooner.
    if (byName && !known.has(name)) known.set(name, group).set(foldName(name), group);
    return group;
  }

  return {
    add(line: number, name: string, row: RowRead): void {
      const group = groupOf(line, name);
      for (const entry of row.entries) group.entries.push(entry);
      for (const admin of row.admins) group.admins.push(admin);
      group.message ||= row.message;
      group.picture ||= row.picture;
      group.onlyAdmins ||= row.onlyAdmins;
    },
    all: (): SheetGroup[] => all.map(finish),
  };
}

function finish({ line, name, entries, admins: wanted, message, picture, onlyAdmins }: Collected): SheetGroup {
  const extras = { admins: [], message, onlyAdminsWrite: onlyAdmins, picture };
  if (wanted.length === 0) return { line, name, entries, extras };
  const people = entries.flatMap(personOf);
  const inGroup = new Map(people.map((person) => [person.chatId, person]));
  const byName = new Map(people.map((person) => [foldName(person.name), person]));
  const admins = new Map<string, Person>();
  const added: Entry[] = [];
  for (const entry of wanted) {
    const own = personOf(entry)[0];
    const person = (own && (inGroup.get(own.chatId) ?? own)) ?? byName.get(foldName(entry.text));
    // Who is no number and nobody of the group is kept, so that somebody looks at it.
    if (person === undefined ? !entries.includes(entry) : !inGroup.has(person.chatId)) added.push(entry);
    if (person === undefined) continue;
    inGroup.set(person.chatId, person);
    admins.set(person.chatId, person);
  }
  return { line, name, entries: [...entries, ...added], extras: { ...extras, admins: [...admins.values()] } };
}

const personOf = (entry: Entry): Person[] =>
  entry.at === 'bad' ? [] : [entry.at === 'ready' ? entry.person : entry.guess];
