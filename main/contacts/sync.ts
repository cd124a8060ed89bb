import { setImmediate } from 'node:timers/promises';
import { digitsOf } from '../../core/chat-id.ts';
import type { Answer, Api } from '../../core/contract/calls.ts';
import type { Emit } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { GreenApi, PhoneContact } from '../green-api/green-api.ts';
import type { Log } from '../log/log.ts';
import { markGone, mergeChats, mergeRead } from './merge.ts';
import type { OpenPeople, PeopleBook } from './people-book.ts';
import { movePerson, twinOf } from './same-person.ts';
import type { PeopleWrite } from './store.ts';

type SyncDeps = {
  readonly accounts: Pick<Accounts, 'api' | 'phoneOf'>;
  readonly emit: Emit;
  readonly log: Log;
  readonly book: PeopleBook;
  readonly now: () => number;
};

type Synced = Result<Answer<'people.sync'>, Failure>;
type Counts = { added: number; changed: number; gone: number };

/** The newest chats; a phone has hundreds. */
const chatsMost = 5_000;
/** So many are merged at one go: the window and the queue get their turn in between. */
const batchSize = 2_000;

/**
 * Reads the phone's contacts and chats and merges them. Chats that cannot be read are told, and the contacts kept. A second call while one runs waits for the same answer. A list that lacks more
 * than half of those known from the phone says nothing about who is gone until a later one says the same.
 */
export function createSync({ accounts, emit, log, book, now }: SyncDeps): Api['people.sync'] {
  const running = new Map<string, Promise<Synced>>();
  /** Accounts whose last list was suspiciously short. */
  const shortBefore = new Set<string>();

  async function sync(accountId: string): Promise<Synced> {
    const api = accounts.api(accountId);
    if (!api.ok) return api;
    const read = await readPeople(api.value);
    if (!read.ok) return read;

    const chats = await api.value.getChats(chatsMost);

    const counts = { added: 0, changed: 0, gone: 0 };
    const merged = await merge(accountId, read.value, counts);
    if (!merged.ok) return merged;
    // An empty list is more often a service that is not ready than a phone that lost everybody.
    const ended = read.value.length > 0 ? await endWith(accountId, read.value, counts) : ok(null);
    if (!ended.ok) return ended;
    const joined = chats.ok ? await join(accountId, chats.value.people, counts) : ok(null);
    if (!joined.ok) return joined;
    const total = (await book.open(accountId)).index.total();
    if (counts.added + counts.changed + counts.gone > 0) emit('people.changed', { accountId, total });
    log.info('people.synced', { account: accountId, count: read.value.length, added: counts.added });
    return ok({ ...counts, total, withoutChats: chats.ok ? null : chats.failure.failure });
  }

  async function merge(accountId: string, read: readonly PhoneContact[], counts: Counts): Promise<Result<null>> {
    const listed = new Set(read.map(({ chatId }) => chatId));
    for (let start = 0; start < read.length; start += batchSize) {
      const batch = read.slice(start, start + batchSize);
      const moved = await book.change(accountId, (open) => ok({ write: movesOf(open, batch, listed), answer: null }));
      if (!moved.ok) return moved;
      const kept = await book.change(accountId, ({ index, idOf, deleted }) => {
        const here = withoutTwins(batch, idOf, listed).map((contact) => ({ ...contact, chatId: idOf(contact.chatId) }));
        const merged = mergeRead(
          index.get,
          here.filter(({ chatId }) => !deleted.has(chatId)),
        );
        counts.added += merged.added;
        counts.changed += merged.changed;
        return ok({ write: { put: merged.changes }, answer: null });
      });
      if (!kept.ok) return kept;
      await setImmediate();
    }
    return ok(null);
  }

  /** People who are known from a chat alone are not saved in the phone, and marked so. */
  const join = (accountId: string, chats: readonly PhoneContact[], counts: Counts): Promise<Result<null>> =>
    book.change(accountId, ({ index, idOf, deleted }) => {
      const isKnown = (chatId: string): boolean => {
        const twin = twinOf(chatId);
        return twin !== null && index.get(twin) !== undefined;
      };
      const own = accounts.phoneOf(accountId);
      const here = chats
        .map((chat) => ({ ...chat, chatId: idOf(chat.chatId) }))
        .filter(({ chatId }) => !deleted.has(chatId) && !isKnown(chatId) && digitsOf(chatId) !== own);
      const merged = mergeChats(index.get, here);
      counts.added += merged.added;
      counts.changed += merged.changed;
      return ok({ write: { put: merged.changes }, answer: null });
    });

  /** Marks who is gone, and notes that the contacts are as the phone's now, if the list can be trusted so far. */
  const endWith = (accountId: string, read: readonly PhoneContact[], counts: Counts): Promise<Result<null>> =>
    book.change(accountId, ({ index, idOf }) => {
      const known = index.all().filter(({ phoneName }) => phoneName !== null);
      const gone = markGone(
        known,
        read.map((contact) => ({ ...contact, chatId: idOf(contact.chatId) })),
      );
      const isShort = gone.length > known.length / 2;
      if (isShort && !shortBefore.has(accountId)) {
        shortBefore.add(accountId);
        return ok({ write: {}, answer: null });
      }
      shortBefore.delete(accountId);
      counts.gone = gone.length;
      return ok({ write: { put: gone, syncedAtMs: now() }, answer: null });
    });

  async function syncAloud(accountId: string): Promise<Synced> {
    emit('people.syncing', { accountId, running: true });
    try {
      return await sync(accountId);
    } finally {
      running.delete(accountId);
      emit('people.syncing', { accountId, running: false });
    }
  }

  return ({ accountId }) => {
    const synced = running.get(accountId) ?? syncAloud(accountId);
    running.set(accountId, synced);
    return synced;
  };
}

/** People whom the list names by another id than we do: by two, by the other form of their number, or by both forms. */
function movesOf(open: OpenPeople, batch: readonly PhoneContact[], listed: ReadonlySet<string>): PeopleWrite {
  const gone = new Set<string>();
  const moves = batch.flatMap(({ chatId, otherId }) => {
    const before = [
      ...(otherId !== undefined && open.idOf(otherId) !== chatId ? [open.idOf(otherId)] : []),
      ...(gone.has(chatId) ? [] : twinsToMove(open, chatId, listed)),
    ];
    for (const id of before) gone.add(id);
    return before.length === 0 ? [] : [movePerson(open, [...new Set(before)], chatId)];
  });
  return {
    put: moves.flatMap(({ put }) => put),
    removed: moves.flatMap(({ removed }) => removed),
    otherIds: moves.flatMap(({ otherIds }) => otherIds),
  };
}

/** The form that the service names is the right one. Where it names both, whoever is here already stays as they are. */
function twinsToMove({ index }: OpenPeople, chatId: string, listed: ReadonlySet<string>): readonly string[] {
  const twin = twinOf(chatId);
  if (twin === null || !index.get(twin)) return [];
  return listed.has(twin) && !index.get(chatId) ? [] : [twin];
}

/** Of two listed forms of a number the one that is known stands for both; of two new ones the first. */
function withoutTwins(
  batch: readonly PhoneContact[],
  idOf: OpenPeople['idOf'],
  listed: ReadonlySet<string>,
): readonly PhoneContact[] {
  const seen = new Set<string>();
  return batch.filter(({ chatId }) => {
    seen.add(chatId);
    const twin = twinOf(chatId);
    if (twin === null || !listed.has(twin)) return true;
    return idOf(chatId) !== twin && !(seen.has(twin) && idOf(twin) === twin);
  });
}

/** GREEN-API getContacts: "if an empty array is returned, call the method again". */
async function readPeople(api: GreenApi): Promise<Result<readonly PhoneContact[], Failure>> {
  const first = await api.getContacts();
  const answer = first.ok && first.value.people.length === 0 ? await api.getContacts() : first;
  return answer.ok ? ok(answer.value.people) : err(answer.failure.failure);
}
