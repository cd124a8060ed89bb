import type { Answer, Api } from '../../core/contract/calls.ts';
import type { Emit } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { GreenApi, PhoneContact } from '../green-api/green-api.ts';
import type { Log } from '../log/log.ts';
import { markGone, mergeRead } from './merge.ts';
import type { PeopleBook } from './people-book.ts';

type SyncDeps = {
  readonly accounts: Pick<Accounts, 'api'>;
  readonly emit: Emit;
  readonly log: Log;
  readonly book: PeopleBook;
  readonly now: () => number;
};

type Synced = Result<Answer<'people.sync'>, Failure>;

/** So many are merged at one go: the window and the queue get their turn in between. */
const batchSize = 2_000;

/** Reads the phone's contacts and merges them. A second call while one runs waits for the same answer. */
export function createSync({ accounts, emit, log, book, now }: SyncDeps): Api['people.sync'] {
  const running = new Map<string, Promise<Synced>>();

  async function sync(accountId: string): Promise<Synced> {
    const api = accounts.api(accountId);
    if (!api.ok) return api;
    const read = await readPeople(api.value);
    if (!read.ok) return read;

    const counts = { added: 0, changed: 0, gone: 0 };
    for (let start = 0; start < read.value.length; start += batchSize) {
      const kept = await book.change(accountId, ({ index, idOf, deleted }) => {
        const batch = read.value
          .slice(start, start + batchSize)
          .map(({ chatId, name }) => ({ chatId: idOf(chatId), name }))
          .filter(({ chatId }) => !deleted.has(chatId));
        const merged = mergeRead(index.get, batch);
        counts.added += merged.added;
        counts.changed += merged.changed;
        return ok({ write: { put: merged.changes }, answer: null });
      });
      if (!kept.ok) return kept;
      await new Promise((resolve) => setImmediate(resolve));
    }
    // An empty list is more often a service that is not ready than a phone that lost everybody.
    if (read.value.length > 0) {
      const kept = await book.change(accountId, ({ index, idOf }) => {
        const here = read.value.map(({ chatId, name }) => ({ chatId: idOf(chatId), name }));
        const gone = markGone(index.all(), here);
        counts.gone = gone.length;
        return ok({ write: { put: gone, syncedAtMs: now() }, answer: null });
      });
      if (!kept.ok) return kept;
    }
    const total = (await book.open(accountId)).index.total();
    if (counts.added + counts.changed + counts.gone > 0) emit('people.changed', { accountId, total });
    log.info('people.synced', { account: accountId, count: read.value.length, added: counts.added });
    return ok({ ...counts, total });
  }

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

/** GREEN-API getContacts: "if an empty array is returned, call the method again". */
async function readPeople(api: GreenApi): Promise<Result<readonly PhoneContact[], Failure>> {
  const first = await api.getContacts();
  const answer = first.ok && first.value.people.length === 0 ? await api.getContacts() : first;
  return answer.ok ? ok(answer.value.people) : err(answer.failure.failure);
}
