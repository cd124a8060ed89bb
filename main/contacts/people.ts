import type { Clock } from '../../core/clock.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Emit } from '../../core/contract/events.ts';
import { countryOf } from '../../core/phone.ts';
import { err, ok } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Log } from '../log/log.ts';
import { createEdits, type Edits } from './edits.ts';
import { createLists, type Lists } from './lists.ts';
import { createPeopleBook } from './people-book.ts';
import { createReading, type Reading } from './reading.ts';
import type { ContactStore } from './store.ts';
import { createSync } from './sync.ts';
import { createUndo } from './undo.ts';

type Pending = 'openFile' | 'readAgain' | 'import' | 'dropImport' | 'checkWhatsapp' | 'stopChecking';

/** The contacts of the accounts: from the phone, from files and typed. */
export type People = Reading &
  Edits & { readonly [C in 'sync' | 'undo' | Pending]: Api[`people.${C}`] } & {
    readonly lists: Lists;
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
  readonly newId: () => string;
};

export function createPeople({ store, accounts, emit, clock, log, locale, newId }: PeopleDeps): People {
  const { now } = clock;
  const book = createPeopleBook(store);
  const changed = async (accountId: string) =>
    emit('people.changed', { accountId, total: (await book.open(accountId)).index.total() });
  const countryFor = (accountId: string) => countryOf(accounts.phoneOf(accountId), locale);
  const changing = { book, changed, now, newId };
  const sync = createSync({ accounts, emit, log, book, now });
  const notYet = async () => err({ code: 'not-found' } as const);

  return {
    ...createReading({ book, store, countryFor, now }),
    ...createEdits(changing),
    lists: createLists(changing),
    undo: createUndo({ book, store, changed }),
    sync,
    openFile: notYet,
    readAgain: notYet,
    import: notYet,
    dropImport: async () => ok(null),
    checkWhatsapp: async () => ok({ queued: 0 }),
    stopChecking: async () => ok(null),

    async syncIfNew(accountId) {
      if (await store.isNew(accountId)) await sync({ accountId });
    },

    async noteUsed(accountId, chatIds) {
      const usedAtMs = now();
      // Only the order of a list depends on it: when it cannot be written, nothing else may fail.
      await book.change(accountId, ({ index, idOf }) => {
        const used = [...new Set(chatIds.map(idOf))].flatMap((chatId) => index.get(chatId) ?? []);
        const put = used.map((contact) => ({ ...contact, usedAtMs, uses: contact.uses + 1 }));
        return ok({ write: { put }, answer: null });
      });
    },

    async forget(accountId) {
      await book.forget(accountId);
    },
  };
}
