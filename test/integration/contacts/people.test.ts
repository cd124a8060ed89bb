import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { contactSchema } from '../../../core/contact.ts';
import type { Emit } from '../../../core/contract/events.ts';
import type { Failure } from '../../../core/failure.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { createPeople } from '../../../main/contacts/people.ts';
import type { ContactStore } from '../../../main/contacts/store.ts';
import type { GreenApi } from '../../../main/green-api/green-api.ts';
import { openDatabase } from '../../../main/storage/database.ts';
import { createSqliteContacts } from '../../../main/storage/sqlite-contacts.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { apiThat, failing } from '../../unit/accounts/samples.ts';
import { lidOf } from '../../unit/contacts/samples.ts';

const account = { accountId: 'account-1' };
const personOf = (n: number) => `${79_000_000_000 + n}@c.us`;

/** Each call of getContacts answers with the next list; the last one stays. */
function phoneWith(...lists: Record<string, string>[]): GreenApi {
  let calls = 0;
  return apiThat({
    async getContacts() {
      const list = lists[Math.min(calls, lists.length - 1)] ?? {};
      calls += 1;
      const people = Object.entries(list).map(([chatId, name]) => ({ chatId, name }));
      const evidence = { startedAtMs: 0, endedAtMs: 0, status: 200, serverDateMs: null };
      return ok({ people, groups: [{ chatId: '120363043968066561@g.us', name: 'Choir' }], evidence });
    },
  });
}

function setUp(folder = tempFolder()) {
  const database = openDatabase(path.join(folder, 'creategroup.db'));
  onTestFinished(() => database.close());
  const clock = createFakeClock();
  const world = {
    api: err({ code: 'token-missing' }) as Result<GreenApi, Failure>, // the tests put a phone in its place
    store: createSqliteContacts(database),
    clock,
    events: [] as unknown[][],
    restart: () => setUp(folder),
  };
  const emit: Emit = (name, payload) => void world.events.push([name, payload]);
  const store: ContactStore = {
    all: (id) => world.store.all(id),
    put: (id, contacts) => world.store.put(id, contacts),
    forget: (id) => world.store.forget(id),
  };
  const people = createPeople({
    ...{ store, emit, clock },
    accounts: { api: () => world.api, phoneOf: () => '79000000000' },
    log: { info() {}, warn() {}, error: () => '' },
    locale: 'en',
  });
  return Object.assign(world, { people });
}

let world: ReturnType<typeof setUp>;
beforeEach(() => {
  world = setUp();
});

const sync = (api: GreenApi) => {
  world.api = ok(api);
  return world.people.sync(account);
};
async function names(text = '', from = world): Promise<string[]> {
  const answer = await from.people.search({ ...account, text, offset: 0, limit: 100 });
  return answer.ok ? answer.value.people.map(({ name, phone, gone }) => `${name || phone}${gone ? ' gone' : ''}`) : [];
}

describe('syncing', () => {
  test('brings the phone’s people, finds them offline after a restart, and tells the window', async () => {
    const answer = await sync(phoneWith({ [personOf(1)]: 'Анна', [personOf(2)]: '', [lidOf(3)]: 'Ivy' }));

    expect(answer).toEqual(ok({ added: 3, changed: 0, gone: 0, total: 3 }));
    expect(await names('', world.restart())).toEqual(['Ivy', 'Анна', '+7 900 000-00-02']);
    expect(world.events).toEqual([
      ['people.syncing', { ...account, running: true }],
      ['people.changed', { ...account, total: 3 }],
      ['people.syncing', { ...account, running: false }],
    ]);
  });

  test('a second time only what is new is said', async () => {
    await sync(phoneWith({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris' }));
    world.events.length = 0;

    const same = await sync(phoneWith({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris' }));
    const heard = world.events.map(([name]) => name);
    const other = await sync(phoneWith({ [personOf(1)]: 'Anna B', [personOf(3)]: 'Clare' }));

    expect([same, other]).toEqual([
      ok({ added: 0, changed: 0, gone: 0, total: 2 }),
      ok({ added: 1, changed: 1, gone: 1, total: 3 }),
    ]);
    expect(heard).not.toContain('people.changed');
    expect(await names('', world.restart())).toEqual(['Anna B', 'Boris gone', 'Clare']);
  });

  test('an empty list is asked for once more', async () => {
    expect(await sync(phoneWith({}, { [personOf(1)]: 'Anna' }))).toMatchObject({ value: { added: 1 } });
  });

  test('a list that stays empty takes nobody away', async () => {
    await sync(phoneWith({ [personOf(1)]: 'Anna' }));

    expect(await sync(phoneWith({}))).toEqual(ok({ added: 0, changed: 0, gone: 0, total: 1 }));
    expect(await names()).toEqual(['Anna']);
  });

  test('what the service answers instead changes nothing', async () => {
    await sync(phoneWith({ [personOf(1)]: 'Anna' }));

    const answer = await sync(apiThat({ getContacts: async () => failing({ code: 'offline' }) }));

    expect(answer).toEqual(err({ code: 'offline' }));
    expect(await names()).toEqual(['Anna']);
    expect(world.events.at(-1)).toEqual(['people.syncing', { ...account, running: false }]);
  });

  test('a name given by hand stays, before the sync and while it runs', async () => {
    await sync(phoneWith({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris' }));
    const person = (n: number, name: string) => ({ ...account, person: { chatId: personOf(n), name, phone: '' } });
    await world.people.keep(person(1, 'Mum'));

    const syncing = sync(phoneWith({ [personOf(1)]: 'Anna B', [personOf(2)]: 'Boris B' }));
    await world.people.keep(person(2, 'Dad'));
    await syncing;

    expect(await names()).toEqual(['Dad', 'Mum']);
    expect(await names('', world.restart())).toEqual(['Dad', 'Mum']);
  });

  test('a double click is one question', async () => {
    const phone = phoneWith({ [personOf(1)]: 'Anna' }, {});
    const [first, second] = await Promise.all([sync(phone), sync(phone)]);

    expect(first).toBe(second);
  });

  test('on a full disk it fails and the next sync does the rest', async () => {
    const { store } = world;
    world.store = { ...store, put: async () => err({ code: 'disk-full' }) };
    const full = await sync(phoneWith({ [personOf(1)]: 'Anna' }));
    world.store = store;

    expect(full).toEqual(err({ code: 'disk-full' }));
    expect(await names()).toEqual([]);
    expect(await sync(phoneWith({ [personOf(1)]: 'Anna' }))).toMatchObject({ value: { added: 1 } });
  });

  test('one account’s people are not another’s', async () => {
    await sync(phoneWith({ [personOf(1)]: 'Anna' }));

    expect(await world.people.search({ accountId: 'account-2', text: '', offset: 0, limit: 9 })).toEqual(
      ok({ people: [], total: 0 }),
    );
  });
});

test('pages of a search are parts of one list, and fit the contract', async () => {
  const list = Object.fromEntries(
    Array.from({ length: 25 }, (_, n) => [personOf(n), `Anna ${String(n).padStart(2, '0')}`]),
  );
  await sync(phoneWith(list));

  const page = await world.people.search({ ...account, text: 'anna', offset: 10, limit: 10 });

  expect(page).toMatchObject({ ok: true, value: { total: 25, people: { length: 10, 0: { name: 'Anna 10' } } } });
  if (page.ok) for (const person of page.value.people) expect(contactSchema.parse(person)).toEqual(person);
});

test('what is read takes names that are known and keeps those that are typed', async () => {
  await sync(phoneWith({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris' }));

  const answer = await world.people.read({
    ...account,
    text: '+79000000001\n8 900 000-00-02\nClare +79000000001 \n12',
  });

  expect(answer).toMatchObject({
    ok: true,
    value: [
      { at: 'ready', person: { name: 'Clare', phone: '+7 900 000-00-01' } },
      { at: 'repair', name: 'Boris', guess: { name: 'Boris', chatId: personOf(2) } },
      { at: 'bad', reason: 'too-short' },
    ],
  });
});

test('a person is kept with the number that belongs to the id', async () => {
  const kept = await world.people.keep({ ...account, person: { chatId: personOf(1), name: ' Anna ', phone: 'x' } });
  const refused = await world.people.keep({ ...account, person: { chatId: 'nobody@g.us', name: 'A', phone: '12' } });

  expect(kept).toEqual(
    ok({ chatId: personOf(1), name: 'Anna', phone: '+7 900 000-00-01', source: 'typed', gone: false }),
  );
  expect(refused).toEqual(err({ code: 'bad-number', number: '12', guess: null }));
  expect(await names('', world.restart())).toEqual(['Anna']);
});

test('nobody is kept for an account that is not there', async () => {
  world.api = err({ code: 'not-found' });

  const kept = await world.people.keep({
    accountId: 'nobody',
    person: { chatId: personOf(1), name: 'Anna', phone: '' },
  });

  expect(kept).toEqual(err({ code: 'not-found' }));
  expect(await world.store.all('nobody')).toEqual([]);
});

test('who went into a group comes first, over restarts', async () => {
  await sync(phoneWith({ [personOf(1)]: 'Anna A', [personOf(2)]: 'Anna B', [personOf(3)]: 'Anna C' }));

  await world.people.noteUsed(account.accountId, [personOf(2), personOf(9)]);
  await world.clock.advance(1_000);
  await world.people.noteUsed(account.accountId, [personOf(3), personOf(3)]);

  expect(await names('anna')).toEqual(['Anna C', 'Anna B', 'Anna A']);
  expect(await names('anna', world.restart())).toEqual(['Anna C', 'Anna B', 'Anna A']);
});

test('of a removed account nobody is left', async () => {
  await sync(phoneWith({ [personOf(1)]: 'Anna' }));

  await world.people.forget(account.accountId);

  expect(await names()).toEqual([]);
  expect(await names('', world.restart())).toEqual([]);
});
