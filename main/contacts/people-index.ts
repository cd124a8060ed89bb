import { digitsOf, isPersonChatId } from '../../core/chat-id.ts';
import { sortKey } from './fold.ts';
import { matcherOf, type Searched } from './query.ts';
import type { KeptContact } from './store.ts';

/** The contacts of one account in memory, quick to search. */
export type PeopleIndex = {
  get(chatId: string): KeptContact | undefined;
  all(): readonly KeptContact[];
  /** How many can be shown: those of whom only a privacy id is known cannot. */
  total(): number;
  put(contacts: readonly KeptContact[]): void;
  /** Best matches first; everybody by name when the text says nothing. The array must not be changed. */
  search(text: string): readonly KeptContact[];
};

type Item = Searched & { readonly contact: KeptContact; readonly key: string };

export function createPeopleIndex(contacts: readonly KeptContact[]): PeopleIndex {
  const items = new Map<string, Item>();
  /** Those that can be shown, by name; null when it has to be sorted again. */
  let sorted: readonly Item[] | null = null;
  let last: { readonly text: string; readonly found: readonly KeptContact[] } | null = null;

  function put(changed: readonly KeptContact[]): void {
    for (const contact of changed) items.set(contact.chatId, itemOf(contact));
    sorted = null;
    last = null;
  }

  function byName(): readonly Item[] {
    sorted ??= [...items.values()].filter(({ contact }) => contact.name !== '' || contact.phone !== '').sort(compare);
    return sorted;
  }

  put(contacts);

  return {
    put,
    get: (chatId) => items.get(chatId)?.contact,
    all: () => Array.from(items.values(), ({ contact }) => contact),
    total: () => byName().length,
    search(text) {
      // Pages of one question come one after the other.
      if (last?.text !== text) last = { text, found: find(byName(), text) };
      return last.found;
    },
  };
}

function itemOf(contact: KeptContact): Item {
  const { chatId, name, folded } = contact;
  return { contact, folded, digits: isPersonChatId(chatId) ? digitsOf(chatId) : '', key: sortKey(name) };
}

/** Those without a name come last, by their number. */
function compare(a: Item, b: Item): number {
  if (a.key !== b.key) return a.key === '' ? 1 : b.key === '' ? -1 : a.key < b.key ? -1 : 1;
  return a.digits < b.digits ? -1 : 1;
}

const ranks = 3;

function find(items: readonly Item[], text: string): KeptContact[] {
  if (!/[\p{L}\p{N}]/u.test(text)) return items.map(({ contact }) => contact);
  const rankOf = matcherOf(text);
  // A shelf for each rank, each with those who were in a group before in front; whoever is gone comes last of all.
  const shelves: KeptContact[][] = Array.from({ length: 2 * ranks + 1 }, () => []);
  for (const item of items) {
    const rank = rankOf(item);
    if (rank === null) continue;
    const { contact } = item;
    const shelf = contact.gone ? 2 * ranks : 2 * rank + (contact.uses > 0 ? 0 : 1);
    shelves[shelf]?.push(contact);
  }
  for (let rank = 0; rank < ranks; rank += 1) shelves[2 * rank]?.sort(byUse);
  return shelves.flat();
}

const byUse = (a: KeptContact, b: KeptContact): number => (b.usedAtMs ?? 0) - (a.usedAtMs ?? 0);
