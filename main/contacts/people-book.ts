import type { Failure } from '../../core/failure.ts';
import { ok, type Result } from '../../core/result.ts';
import { createPeopleIndex, type PeopleIndex } from './people-index.ts';
import type { ContactStore, KeptContact } from './store.ts';

/** The contacts of each account: in memory for searching, on the disk for the next start. */
export type PeopleBook = {
  /** Read from the disk at the first question. */
  index(accountId: string): Promise<PeopleIndex>;
  /** Changes are made one after another, each decided by what the one before left: durably first, then to be found. */
  change(accountId: string, decide: (index: PeopleIndex) => readonly KeptContact[]): Promise<Result<null, Failure>>;
  forget(accountId: string): Promise<Result<null, Failure>>;
};

export function createPeopleBook(store: ContactStore): PeopleBook {
  const indexes = new Map<string, Promise<PeopleIndex>>();
  const turns = new Map<string, Promise<unknown>>();

  function index(accountId: string): Promise<PeopleIndex> {
    const opened = indexes.get(accountId) ?? open(accountId);
    indexes.set(accountId, opened);
    return opened;
  }

  async function open(accountId: string): Promise<PeopleIndex> {
    try {
      return createPeopleIndex(await store.all(accountId));
    } catch (error) {
      indexes.delete(accountId); // the next question tries the disk again
      throw error;
    }
  }

  function inTurn<T>(accountId: string, run: () => Promise<T>): Promise<T> {
    const turn = (turns.get(accountId) ?? Promise.resolve()).then(run, run);
    turns.set(accountId, turn);
    return turn;
  }

  return {
    index,

    change: (accountId, decide) =>
      inTurn(accountId, async () => {
        const people = await index(accountId);
        const contacts = decide(people);
        if (contacts.length === 0) return ok(null);
        const kept = await store.put(accountId, contacts);
        if (kept.ok) people.put(contacts);
        return kept;
      }),

    forget: (accountId) =>
      inTurn(accountId, () => {
        indexes.delete(accountId);
        return store.forget(accountId);
      }),
  };
}
