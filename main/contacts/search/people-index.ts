import type { PeopleQuery } from '../../../core/people-query.ts';
import type { KeptContact } from '../store.ts';
import { fieldsOf, find } from './finding.ts';
import type { Found, FoundSlots } from './found.ts';
import { createLists } from './lists.ts';
import { createOrders } from './orders.ts';
import { createPeopleTexts } from './people-texts.ts';
import { placeOfBeginning } from './place.ts';
import { createSlots } from './slots.ts';
import { createStanding } from './standing.ts';

/** The contacts of one account in memory, quick to search. */
export type PeopleIndex = {
  get(chatId: string): KeptContact | undefined;
  all(): readonly KeptContact[];
  /** How many can be shown: those of whom only a privacy id is known cannot. */
  total(): number;
  /** Adds or replaces them. */
  put(contacts: readonly KeptContact[]): void;
  remove(chatIds: readonly string[]): void;
  /** What the saved lists are called whose ids stand in `contact.lists`. */
  nameLists(lists: readonly { readonly listId: string; readonly name: string }[]): void;
  search(query: PeopleQuery): Found;
  /** Type-ahead: the place in that answer of the first name that begins so; null when there is none. */
  place(query: PeopleQuery, prefix: string): number | null;
  counts(): { all: number; onWhatsapp: number; notOnWhatsapp: number; unchecked: number; inNoGroup: number };
};

type Later = (run: () => void) => void;

/**
 * What searching needs beside the contacts is made piece by piece, one each time that `later` comes round, or at once by a
 * question that comes before.
 */
export function createPeopleIndex(contacts: readonly KeptContact[], later: Later = setImmediate): PeopleIndex {
  const slots = createSlots();
  const standing = createStanding();
  const lists = createLists();
  const orders = createOrders(slots);
  const texts = createPeopleTexts(slots);
  const searched = { slots, standing, lists, orders, texts };
  let isPreparing = false;
  let last: { readonly query: PeopleQuery; readonly found: FoundSlots } | null = null;

  function change(slot: number, before: KeptContact | undefined, after: KeptContact | undefined): void {
    standing.put(slot, after);
    lists.change(slot, before?.lists ?? [], after?.lists ?? []);
    orders.change(slot, before, after);
    texts.change(slot, before, after);
    last = null;
  }

  function put(changed: readonly KeptContact[]): void {
    for (const contact of changed) {
      const before = slots.get(contact.chatId);
      change(slots.put(contact), before, contact);
    }
    if (changed.length > 0 && !isPreparing) prepareLater();
  }

  function prepareLater(): void {
    isPreparing = true;
    later(() => {
      isPreparing = false;
      if (!orders.step() || !texts.step()) prepareLater();
    });
  }

  function search(query: PeopleQuery): FoundSlots {
    // Pages of one question come one after the other.
    if (!last || !isSame(last.query, query)) {
      last = { query, found: find(searched, query) };
    }
    return last.found;
  }

  put(contacts);

  return {
    put,
    get: slots.get,
    all: slots.contacts,
    total: () => standing.counts().all,
    counts: standing.counts,

    remove(chatIds) {
      for (const chatId of chatIds) {
        const removed = slots.remove(chatId);
        if (removed) change(removed.slot, removed.contact, undefined);
      }
    },

    nameLists(named) {
      lists.name(named);
      last = null;
    },

    search,

    place(query, prefix) {
      const found = search(query);
      const deps = { fields: fieldsOf(searched), slots: found.slots(0, found.total), at: slots.at };
      return placeOfBeginning(deps, prefix);
    },
  };
}

const isSame = (one: PeopleQuery, other: PeopleQuery): boolean =>
  one.text === other.text &&
  one.order === other.order &&
  one.filter.source === other.filter.source &&
  one.filter.listId === other.filter.listId &&
  one.filter.whatsapp === other.filter.whatsapp &&
  one.filter.groups === other.filter.groups;
