import type { Clock } from '../../core/clock.ts';
import type { Contact, Entry } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Emit } from '../../core/contract/events.ts';
import { readEntries } from '../../core/entries.ts';
import { countryOf } from '../../core/phone.ts';
import { err, ok } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Log } from '../log/log.ts';
import { isPerson, named } from './merge.ts';
import { createPeopleBook } from './people-book.ts';
import type { PeopleIndex } from './people-index.ts';
import type { ContactStore, KeptContact } from './store.ts';
import { createSync } from './sync.ts';

/** The contacts of the accounts: from the phone and typed. */
export type People = { readonly [C in 'search' | 'read' | 'keep' | 'sync']: Api[`people.${C}`] } & {
  /** The account is ready: its contacts are read from the phone when none are here yet. */
  syncIfNew(accountId: string): Promise<void>;
  /** They went into a group: from now on they come first among equals. */
  noteUsed(accountId: string, chatIds: readonly string[]): Promise<void>;
  /** The account was removed. */
  forget(accountId: string): Promise<void>;
};

export type PeopleDeps = {
  readonly store: ContactStore;
  readonly accounts: Pick<Accounts, 'api' | 'phoneOf'>;
  readonly emit: Emit;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly locale: string;
};

export function createPeople({ store, accounts, emit, clock, log, locale }: PeopleDeps): People {
  const book = createPeopleBook(store);

  const sync = createSync({ accounts, emit, log, book });

  return {
    sync,

    async syncIfNew(accountId) {
      if ((await book.index(accountId)).total() === 0) await sync({ accountId });
    },

    async search({ accountId, text, offset, limit }) {
      const found = (await book.index(accountId)).search(text);
      return ok({ people: found.slice(offset, offset + limit).map(shown), total: found.length });
    },

    async read({ accountId, text }) {
      const index = await book.index(accountId);
      const entries = readEntries(text, countryOf(accounts.phoneOf(accountId), locale));
      return ok(entries.map((entry) => withKnownName(entry, index)));
    },

    async keep({ accountId, person: { chatId, name, phone } }) {
      if (!isPerson(chatId)) return err({ code: 'bad-number', number: phone, guess: null });
      const api = accounts.api(accountId);
      if (!api.ok && api.failure.code === 'not-found') return api;
      const kept = await book.change(accountId, (index) => [named(index.get(chatId), chatId, name)]);
      if (!kept.ok) return kept;
      const index = await book.index(accountId);
      emit('people.changed', { accountId, total: index.total() });
      return ok(shown(index.get(chatId) ?? named(undefined, chatId, name)));
    },

    async noteUsed(accountId, chatIds) {
      const usedAtMs = clock.now();
      // Only the order of a list depends on it: when it cannot be written, nothing else may fail.
      await book.change(accountId, (index) =>
        [...new Set(chatIds)]
          .flatMap((chatId) => index.get(chatId) ?? [])
          .map((contact) => ({ ...contact, usedAtMs, uses: contact.uses + 1 })),
      );
    },

    async forget(accountId) {
      await book.forget(accountId);
    },
  };
}

const shown = ({ chatId, name, phone, source, gone }: KeptContact): Contact => ({ chatId, name, phone, source, gone });

/** A number without a name is called as the contacts call it. */
function withKnownName(entry: Entry, index: PeopleIndex): Entry {
  if (entry.at === 'ready' && entry.person.name === '') {
    return { ...entry, person: { ...entry.person, name: index.get(entry.person.chatId)?.name ?? '' } };
  }
  if (entry.at === 'repair' && entry.name === '') {
    const name = index.get(entry.guess.chatId)?.name ?? '';
    return { ...entry, name, guess: { ...entry.guess, name } };
  }
  return entry;
}
