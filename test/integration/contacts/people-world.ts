import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Contact } from '../../../core/contact.ts';
import type { Answer } from '../../../core/contract/calls.ts';
import type { BackgroundWork, Emit } from '../../../core/contract/events.ts';
import type { Failure } from '../../../core/failure.ts';
import { everybody, type PeopleFilter } from '../../../core/people-query.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { openPeopleFile, readPeople } from '../../../main/contacts/files/people-file.ts';
import type { OpenPeopleFile } from '../../../main/contacts/open-people.ts';
import { createPeople } from '../../../main/contacts/people.ts';
import type { ContactStore } from '../../../main/contacts/store.ts';
import { createGreenApi } from '../../../main/green-api/client.ts';
import type { GreenApi, PhoneContact } from '../../../main/green-api/green-api.ts';
import { createPacer } from '../../../main/green-api/pace.ts';
import { createPractice } from '../../../main/practice/practice.ts';
import { openDatabase } from '../../../main/storage/database.ts';
import { createSqliteContacts } from '../../../main/storage/sqlite-contacts.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { apiThat } from '../../unit/accounts/samples.ts';

export const account = { accountId: 'account-1' };
export const personOf = (n: number) => `${79_000_000_000 + n}@c.us`;

/** Opens files on this thread: a worker would not follow the clock of the tests. */
export const openPeopleHere: OpenPeopleFile = async (bytes, fileName, country) => {
  const done = await openPeopleFile(bytes, fileName, country);
  if (!done.ok) return done;
  const { opened, read } = done.value;
  return ok({ read, again: async (reading) => ok(readPeople(opened, reading, country)) });
};

type Options = { readonly folder?: string; readonly clock?: FakeClock };

/** The people of an account over a database in a temporary folder, with a clock turned by hand. */
export function openPeople({ folder = tempFolder(), clock = createFakeClock() }: Options = {}) {
  const database = openDatabase(path.join(folder, 'groups.db'));
  const events: unknown[][] = [];
  const emit: Emit = (name, payload) => void events.push([name, payload]);
  let ids = 0;
  const world = {
    folder,
    clock,
    database,
    events,
    api: err({ code: 'token-missing' }) as Result<GreenApi, Failure>, // the tests put a phone in its place
    obstacle: null as Failure | null, // and what stands in the way
    reported: [] as Failure[],
    store: createSqliteContacts(database),
  };
  // Looked up at every call, so that a test may put another in its place.
  const store = new Proxy(world.store, { get: (_, name: keyof ContactStore) => world.store[name] });
  const people = createPeople({
    ...{ store, emit, clock, locale: 'en', gapMs: 1_000, openFile: openPeopleHere },
    accounts: {
      api: () => world.api,
      phoneOf: () => '79000000000',
      report: (_, failure) => void world.reported.push(failure),
    },
    obstacle: () => world.obstacle,
    log: {
      info() {},
      warn() {},
      error(_, error) {
        throw error;
      },
    },
    newId: () => `id-${clock.now()}-${++ids}`,
  });
  function stop(): void {
    people.close();
    if (isOpen) database.close();
    isOpen = false;
  }
  let isOpen = true;
  onTestFinished(stop);

  async function contacts(question: { text?: string; filter?: Partial<PeopleFilter> } = {}): Promise<Contact[]> {
    const filter = { ...everybody, ...question.filter };
    const query = { text: question.text ?? '', filter, order: 'best' } as const;
    const answer = await people.search({ ...account, ...query, offset: 0, limit: 500 });
    return answer.ok ? answer.value.people : [];
  }

  return Object.assign(world, {
    people,
    stop,
    contacts,
    /** `Anna`, `Anna gone`, or the number of somebody without a name. */
    names: async (text = '') =>
      (await contacts({ text })).map(({ name, phone, gone }) => `${name || phone}${gone ? ' gone' : ''}`),
    find: async (n: number) => value(await people.find({ ...account, chatIds: [personOf(n)] }))[0],
    keep: (n: number, name: string) => people.keep({ ...account, person: { chatId: personOf(n), name, phone: '' } }),
    overview: async (): Promise<Answer<'people.overview'>> => value(await people.overview(account)),
    lists: async () => Object.fromEntries(value(await people.overview(account)).lists.map((l) => [l.name, l.count])),
    /** The app was ended, however, and begins again with what is on the disk. */
    restart: () => {
      stop();
      return openPeople({ folder, clock });
    },
    /** What was last said of slow work. */
    progress: (name: 'people.checking' | 'people.savingToPhone'): BackgroundWork | undefined =>
      // Events of this name carry this payload.
      events.findLast(([said]) => said === name)?.[1] as BackgroundWork | undefined,
  });
}

export type PeopleWorld = ReturnType<typeof openPeople>;

/** What a phone's list says of its people: a name, or a name and another id. */
export type Listed = Record<string, string | Omit<PhoneContact, 'chatId'>>;

/** Each call of getContacts answers with the next list; the last one stays. */
export function phoneThatLists(...lists: Listed[]): GreenApi {
  let calls = 0;
  const evidence = { startedAtMs: 0, endedAtMs: 0, status: 200, serverDateMs: null };
  return apiThat({
    async getContacts() {
      const list = lists[Math.min(calls, lists.length - 1)] ?? {};
      calls += 1;
      const people = Object.entries(list).map(([chatId, listed]) => ({
        chatId,
        ...(typeof listed === 'string' ? { name: listed } : listed),
      }));
      return ok({ people, groups: [{ chatId: '120363043968066561@g.us', name: 'Choir' }], evidence });
    },
    getChats: async () => ok({ people: [], groups: [], evidence }),
  });
}

/** The practice service on the same clock, and a client for it. */
export async function openPhone(clock: FakeClock) {
  const practice = await createPractice({ seed: 7, clock });
  onTestFinished(() => practice.close());
  const api = createGreenApi(practice, { pacer: createPacer({ clock }), clock });
  return { practice, api: ok(api) };
}

/** Turns the clock until it is so, second by second; the network takes its own time. */
export const turnUntil = (clock: FakeClock, isSo: () => unknown): Promise<unknown> =>
  vi.waitFor(
    async () => {
      await clock.advance(1_000);
      await isSo();
    },
    { timeout: 10_000, interval: 1 },
  );

/** What an answer holds; a failure fails the test. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}
