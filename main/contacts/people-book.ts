import { setImmediate } from 'node:timers/promises';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { twinOf } from './same-person.ts';
import { createPeopleIndex, type PeopleIndex } from './search/people-index.ts';
import type { ContactStore, KeptContact, KeptList, PeopleWrite } from './store.ts';

/** Who is known by which id. */
export type KnownPeople = {
  readonly index: Pick<PeopleIndex, 'get'>;
  /** Ids of people whom somebody took out. */
  readonly deleted: ReadonlySet<string>;
  /** The id that somebody is kept under: theirs, unless they are known by another one, or by the other form of the number. */
  idOf(chatId: string): string;
};

/** The contacts of one account as they are now. To be changed through the book alone. */
export type OpenPeople = KnownPeople & {
  readonly index: PeopleIndex;
  readonly lists: ReadonlyMap<string, KeptList>;
};

/** The contacts of each account: in memory for searching, on the disk for the next start. */
export type PeopleBook = {
  /** Read from the disk at the first question. */
  open(accountId: string): Promise<OpenPeople>;
  /**
   * Changes are made one after another, each decided by what the one before left: durably first, then to be found. A
   * failure that was decided on changes nothing.
   */
  change<T>(accountId: string, decide: Decide<T>): Promise<Result<T, Failure>>;
  /** What is known of people without being kept with them: in how many groups they are. Nothing before the first question. */
  learn(accountId: string, look: (people: OpenPeople) => Promise<readonly KeptContact[]>): Promise<void>;
  /** Nothing of this account is kept any more, whoever still wants to. */
  forget(accountId: string): Promise<Result<null, Failure>>;
  /** The app ends: nothing is changed any more. */
  close(): void;
};

type Decided<T> = Result<{ readonly write: PeopleWrite; readonly answer: T }, Failure>;
type Decide<T> = (people: OpenPeople) => Decided<T> | Promise<Decided<T>>;

type Shelf = OpenPeople & { apply(write: PeopleWrite): void };

/** `isThere`: nothing is written for an account that nobody knows. */
export function createPeopleBook(store: ContactStore, isThere: (accountId: string) => boolean): PeopleBook {
  const shelves = new Map<string, Promise<Shelf>>();
  const turns = new Map<string, Promise<unknown>>();
  const forgotten = new Set<string>();
  let isClosed = false;

  function open(accountId: string): Promise<Shelf> {
    const shelf = shelves.get(accountId) ?? read(accountId);
    shelves.set(accountId, shelf);
    return shelf;
  }

  async function read(accountId: string): Promise<Shelf> {
    try {
      return await createShelf(store, accountId);
    } catch (error) {
      shelves.delete(accountId); // the next question tries the disk again
      throw error;
    }
  }

  function inTurn<T>(accountId: string, run: () => Promise<T>): Promise<T> {
    const turn = (turns.get(accountId) ?? Promise.resolve()).then(run, run);
    turns.set(accountId, turn);
    return turn;
  }

  return {
    open,

    change: (accountId, decide) =>
      inTurn(accountId, async () => {
        if (forgotten.has(accountId) || !isThere(accountId)) return err({ code: 'not-found' });
        if (isClosed) return err({ code: 'too-late' });
        const people = await open(accountId);
        const decided = await decide(people);
        if (!decided.ok) return decided;
        const { write, answer } = decided.value;
        if (isNothing(write)) return ok(answer);
        const put = await withFacts(store, { accountId, people, put: write.put ?? [] });
        if (isClosed) return err({ code: 'too-late' });
        const kept = await store.write(accountId, write);
        if (!kept.ok) return kept;
        // Both the end of a long write and a new index take their time: not in one go.
        if (put.length + (write.removed?.length ?? 0) > batchSize) await setImmediate();
        people.apply({ ...write, put });
        return ok(answer);
      }),

    learn: (accountId, look) =>
      inTurn(accountId, async () => {
        const people = shelves.has(accountId) ? await open(accountId) : null;
        if (people && !isClosed) people.index.put(await look(people));
      }),

    forget: (accountId) =>
      inTurn(accountId, () => {
        forgotten.add(accountId);
        shelves.delete(accountId);
        return store.forget(accountId);
      }),

    close() {
      isClosed = true;
    },
  };
}

const isNothing = (write: PeopleWrite): boolean =>
  Object.values(write).every((part) => part === undefined || (Array.isArray(part) && part.length === 0));

const batchSize = 5_000;

type Put = { readonly accountId: string; readonly people: OpenPeople; readonly put: readonly KeptContact[] };

/** Of whoever comes in, something may be known already: they were asked about before, or are in a group of the record. */
async function withFacts(store: ContactStore, { accountId, people, put }: Put): Promise<readonly KeptContact[]> {
  const isNew = ({ chatId, deleted }: KeptContact) => !deleted && people.index.get(chatId) === undefined;
  const newcomers = put.filter(isNew).map(({ chatId }) => chatId);
  if (newcomers.length === 0) return put;
  const groups = new Map<string, number>();
  const checks = new Map<string, KeptContact['whatsapp']>();
  for (let start = 0; start < newcomers.length; start += batchSize) {
    const batch = newcomers.slice(start, start + batchSize);
    for (const [chatId, count] of await store.groupCounts(accountId, batch)) groups.set(chatId, count);
    for (const [chatId, check] of await store.checks(accountId, batch)) checks.set(chatId, check);
    await setImmediate();
  }
  return put.map((contact) => {
    const { chatId, whatsapp } = contact;
    return {
      ...contact,
      groups: groups.get(chatId) ?? contact.groups,
      whatsapp: whatsapp.at === 'unchecked' ? (checks.get(chatId) ?? whatsapp) : whatsapp,
    };
  });
}

async function createShelf(store: ContactStore, accountId: string): Promise<Shelf> {
  const loaded = await store.load(accountId);
  let index = createPeopleIndex(loaded.contacts.filter((contact) => !contact.deleted));
  const deleted = new Set(loaded.contacts.filter((contact) => contact.deleted).map(({ chatId }) => chatId));
  const otherIds = new Map(loaded.otherIds);
  const lists = new Map(loaded.lists.map((list) => [list.listId, list]));
  index.nameLists(loaded.lists);

  const isHere = (chatId: string): boolean => index.get(chatId) !== undefined || deleted.has(chatId);
  function lastOf(chatId: string): string {
    let known = chatId;
    for (let next = otherIds.get(known); next !== undefined; next = otherIds.get(known)) known = next;
    return known;
  }

  return {
    get index() {
      return index;
    },
    deleted,
    lists,
    idOf(chatId) {
      const known = lastOf(chatId);
      if (isHere(known)) return known;
      const twin = twinOf(known);
      const other = twin === null ? known : lastOf(twin);
      return isHere(other) ? other : known;
    },

    apply({ put = [], removed = [], otherIds: ids = [], ...write }) {
      for (const list of write.lists ?? []) lists.set(list.listId, list);
      for (const listId of write.listsRemoved ?? []) lists.delete(listId);
      for (const { chatId, deleted: isDeleted } of put) isDeleted ? deleted.add(chatId) : deleted.delete(chatId);
      for (const chatId of removed) deleted.delete(chatId);
      const gone = [...removed, ...put.filter((contact) => contact.deleted).map(({ chatId }) => chatId)];
      const here = put.filter((contact) => !contact.deleted);
      if (isMuch(index, gone, here)) {
        index = indexWithout(index, gone, here);
        index.nameLists([...lists.values()]);
      } else {
        index.remove(gone);
        index.put(here);
        if (write.lists || write.listsRemoved) index.nameLists([...lists.values()]);
      }

      for (const { otherId, chatId } of ids) {
        otherIds.delete(chatId); // so that nobody is sought in a circle
        otherIds.set(otherId, chatId);
      }
    },
  };
}

const goneMost = 1_000;
const newMost = 20_000;

/** Whether a new index is made sooner than the old one is changed. */
const isMuch = (index: PeopleIndex, gone: readonly string[], here: readonly KeptContact[]): boolean =>
  gone.length > goneMost || (here.length > newMost && here.filter(({ chatId }) => !index.get(chatId)).length > newMost);

function indexWithout(index: PeopleIndex, gone: readonly string[], here: readonly KeptContact[]): PeopleIndex {
  const people = new Map(index.all().map((contact) => [contact.chatId, contact]));
  for (const chatId of gone) people.delete(chatId);
  for (const contact of here) people.set(contact.chatId, contact);
  return createPeopleIndex([...people.values()]);
}
