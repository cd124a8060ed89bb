import { toPersonChatId } from '../../core/chat-id.ts';
import type { Contact, Entry } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import { readEntries } from '../../core/entries.ts';
import { type Country, formatPhone } from '../../core/phone.ts';
import { ok } from '../../core/result.ts';
import { type TypedState, typingPhone } from '../../core/typing-phone.ts';
import { monthOf, nextMonthMs } from './month.ts';
import type { OpenPeople, PeopleBook } from './people-book.ts';
import type { ContactStore, KeptContact } from './store.ts';

type Calls = 'search' | 'ids' | 'find' | 'place' | 'overview' | 'read' | 'typing';
export type Reading = { readonly [C in Calls]: Api[`people.${C}`] };

type ReadingDeps = {
  readonly book: PeopleBook;
  readonly store: Pick<ContactStore, 'syncedAtMs' | 'checkCount' | 'lastImport'>;
  readonly countryFor: (accountId: string) => Country | null;
  readonly now: () => number;
};

/** What the window asks of the contacts; nothing is changed here. */
export function createReading({ book, store, countryFor, now }: ReadingDeps): Reading {
  return {
    async search({ accountId, offset, limit, ...query }) {
      const found = (await book.open(accountId)).index.search(query);
      return ok({ people: found.page(offset, limit).map(shown), total: found.total });
    },

    async ids({ accountId, offset, limit, ...query }) {
      return ok([...(await book.open(accountId)).index.search(query).ids(offset, limit)]);
    },

    async find({ accountId, chatIds }) {
      const people = await book.open(accountId);
      return ok(chatIds.flatMap((chatId) => people.index.get(people.idOf(chatId)) ?? []).map(shown));
    },

    async place({ accountId, prefix, ...query }) {
      return ok((await book.open(accountId)).index.place(query, prefix));
    },

    async overview({ accountId }) {
      const people = await book.open(accountId);
      const month = monthOf(now());
      const count = await store.checkCount(accountId);
      return ok({
        counts: people.index.counts(),
        lists: shownLists(people),
        syncedAtMs: await store.syncedAtMs(accountId),
        lastImport: await store.lastImport(accountId),
        checks: {
          used: count?.month === month ? count.used : 0,
          total: count?.total ?? null,
          resetsAtMs: nextMonthMs(now()),
        },
      });
    },

    async read({ accountId, text }) {
      const people = await book.open(accountId);
      return ok(readEntries(text, countryFor(accountId)).map((entry) => asKnown(entry, people)));
    },

    async typing({ accountId, text }) {
      const typed = typingPhone(text, countryFor(accountId));
      return ok({ text: typed.text, problem: problemOf(typed.text, typed.state) });
    },
  };
}

function problemOf(text: string, state: TypedState): Entry | null {
  if (state.at === 'bad') return { at: 'bad', text, name: '', reason: state.reason };
  if (state.at !== 'repair') return null;
  const guess = { chatId: toPersonChatId(state.digits), name: '', phone: formatPhone(state.digits) };
  return { at: 'repair', text, name: '', guess };
}

/** A contact as the window sees it. */
export const shown = (contact: KeptContact): Contact => {
  const { chatId, name, phone, source, gone, note, lists, whatsapp, groups } = contact;
  return { chatId, name, phone, source, gone, note, lists: [...lists], whatsapp, groups };
};

/** The saved lists by name, with how many are in each. */
function shownLists({ index, lists }: OpenPeople) {
  const counts = new Map<string, number>();
  for (const contact of index.all()) {
    for (const listId of contact.lists) counts.set(listId, (counts.get(listId) ?? 0) + 1);
  }
  return [...lists.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ listId, name }) => ({ listId, name, count: counts.get(listId) ?? 0 }));
}

/** Somebody known is meant by the id that they are kept under; without a name they are called as the contacts call them. */
function asKnown(entry: Entry, { index, idOf }: OpenPeople): Entry {
  if (entry.at === 'bad') return entry;
  const person = entry.at === 'ready' ? entry.person : entry.guess;
  const known = index.get(idOf(person.chatId));
  if (!known) return entry;
  const meant = { chatId: known.chatId, name: person.name || known.name, phone: known.phone || person.phone };
  return entry.at === 'ready'
    ? { ...entry, person: meant }
    : { ...entry, name: entry.name || known.name, guess: meant };
}
