import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { isPersonChatId } from '../../core/chat-id.ts';
import type { Entry, Person } from '../../core/contact.ts';
import { groupPeopleMax } from '../../core/draft-rules.ts';

/** An entry that a person must look at before the group can be made. */
export type Problem = Exclude<Entry, { readonly at: 'ready' }>;

/** The people of a group while they are being chosen: each is there once, problems stay until they are solved. */
export type Entries = {
  readonly list: ReadonlySignal<readonly Entry[]>;
  readonly ready: ReadonlySignal<readonly Person[]>;
  readonly problems: ReadonlySignal<readonly Problem[]>;
  /** Who was there already when the last people were added. */
  readonly twice: ReadonlySignal<readonly string[]>;
  /** How many of the last ones did not fit. */
  readonly leftOut: ReadonlySignal<number>;
  /** As many people as the group holds. */
  readonly max: number;
  /** How many people are too many for a group. */
  readonly tooMany: ReadonlySignal<number>;
  has(chatId: string): boolean;
  add(entries: readonly Entry[]): void;
  /** Takes the person in, or out when they are in. */
  toggle(person: Person): void;
  remove(key: string): void;
  removeAll(keys: readonly string[]): void;
  /** Takes the guess of one entry, or of every entry that has one. */
  repair(key: string): void;
  repairAll(): void;
  clear(): void;
};

/** As many as main keeps in a draft. */
const entriesMax = 5000;

/** What makes an entry the same as another: the number behind it, or the text while there is no number. */
export const keyOf = (entry: Entry): string => (entry.at === 'ready' ? entry.person.chatId : `text:${entry.text}`);

/** What an entry is called where it is shown. */
export const shownName = (entry: Entry): string =>
  entry.at === 'ready' ? entry.person.name || entry.person.phone : entry.name || entry.text;

export const readyEntry = (person: Person): Entry => ({
  at: 'ready',
  text: person.phone,
  person: { chatId: person.chatId, name: person.name, phone: person.phone },
});

/** Only a phone number can be put into a new group: a privacy id cannot. */
export const canBeAdded = (person: Person): boolean => isPersonChatId(person.chatId);

export function createEntries(first: readonly Entry[] = [], max: number = groupPeopleMax): Entries {
  const list = signal<readonly Entry[]>(first);
  const twice = signal<readonly string[]>([]);
  const leftOut = signal(0);
  const keys = computed(() => new Set(list.value.map(keyOf)));
  const ready = computed(() => list.value.flatMap((entry) => (entry.at === 'ready' ? [entry.person] : [])));
  const problems = computed(() => list.value.filter((entry) => entry.at !== 'ready'));

  const put = (entries: readonly Entry[]) => {
    const { kept, repeated } = withoutRepeats(entries);
    twice.value = repeated;
    leftOut.value = Math.max(0, kept.length - entriesMax);
    list.value = kept.slice(0, entriesMax);
  };
  const removeAll = (gone: readonly string[]) => {
    const without = new Set(gone);
    list.value = list.value.filter((entry) => !without.has(keyOf(entry)));
  };
  const remove = (key: string) => removeAll([key]);

  return {
    list,
    ready,
    problems,
    twice,
    leftOut,
    max,
    tooMany: computed(() => Math.max(0, ready.value.length - max)),
    has: (chatId) => keys.value.has(chatId),
    add: (entries) => put([...list.value, ...entries]),
    toggle: (person) =>
      keys.value.has(person.chatId) ? remove(person.chatId) : put([...list.value, readyEntry(person)]),
    remove,
    removeAll,
    repair: (key) => put(list.value.map((entry) => (keyOf(entry) === key ? repaired(entry) : entry))),
    repairAll: () => put(list.value.map(repaired)),
    clear: () => put([]),
  };
}

const repaired = (entry: Entry): Entry =>
  entry.at === 'repair' ? { at: 'ready', text: entry.text, person: entry.guess } : entry;

function withoutRepeats(entries: readonly Entry[]): { kept: readonly Entry[]; repeated: readonly string[] } {
  const byKey = new Map<string, Entry>();
  const repeated = new Set<string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const before = byKey.get(key);
    if (before) repeated.add(shownName(before));
    // A name that comes later is better than none.
    if (!before || (before.at === 'ready' && before.person.name === '')) byKey.set(key, entry);
  }
  return { kept: [...byKey.values()], repeated: [...repeated] };
}
