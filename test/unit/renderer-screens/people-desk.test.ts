import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Contact } from '../../../core/contact.ts';
import type { Api } from '../../../core/contract/calls.ts';
import type { BackgroundWork, Listen } from '../../../core/contract/events.ts';
import { ok } from '../../../core/result.ts';
import { createPeopleDesk } from '../../../renderer/state/people-desk.ts';
import { contactOf } from './samples.ts';

const checks = { used: 63, total: 100, resetsAtMs: 0 };

async function setUp() {
  const listeners = new Map<string, (payload: never) => void>();
  const people: Contact[] = [contactOf(1), contactOf(2), contactOf(3)];
  const lists = [{ listId: 'l1', name: 'Choir', count: 1 }];
  const calls: string[] = [];
  const asked: object[] = [];
  const api = {
    'people.search': async (args: { readonly filter: object }) => {
      asked.push(args.filter);
      return ok({ people: [...people], total: people.length });
    },
    'people.overview': async () => {
      calls.push('overview');
      const counts = { all: people.length, onWhatsapp: 0, notOnWhatsapp: 0, unchecked: 3, inNoGroup: 3 };
      return ok({ counts, lists: [...lists], syncedAtMs: null, lastImport: null, checks });
    },
    'people.find': async ({ chatIds }: { readonly chatIds: readonly string[] }) =>
      ok(people.filter(({ chatId }) => chatIds.includes(chatId))),
    'people.checkWhatsapp': async ({ chatIds }: { readonly chatIds: readonly string[] }) => {
      calls.push(`check ${chatIds.length}`);
      return ok({ queued: chatIds.length });
    },
    'people.stopChecking': async () => {
      calls.push('stop');
      return ok(null);
    },
  };
  const accountId = signal<string | null>('a1');
  const desk = createPeopleDesk({
    api: api as unknown as Api, // the calls that these tests lead to
    listen: ((name: string, listener: (payload: never) => void) => {
      listeners.set(name, listener);
      return () => {};
    }) as Listen, // the desk names only events that are there
    accountId,
  });
  const tell = (name: string, payload: object) => listeners.get(name)?.(payload as never);
  await desk.open();
  return { desk, people, lists, calls, asked, accountId, tell };
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

const workOf = (more: Partial<BackgroundWork>): BackgroundWork => ({
  accountId: 'a1',
  running: true,
  done: 37,
  total: 120,
  failure: null,
  ...more,
});

test('a change of the contacts is read into the list, the counts and the open person', async () => {
  const { desk, people, tell } = await setUp();
  desk.person.open(contactOf(1));

  people.splice(0, 2, { ...contactOf(1), name: 'Aunt Anna' });
  tell('people.changed', { accountId: 'a1', total: 2 });
  await settled();

  expect(desk.list.total.value).toBe(2);
  expect(desk.overview.value.value?.counts.all).toBe(2);
  expect(desk.person.value.value?.name).toBe('Aunt Anna');
});

test('a change in another account changes nothing here', async () => {
  const { calls, tell } = await setUp();
  calls.length = 0;

  tell('people.changed', { accountId: 'a2', total: 2 });
  await settled();

  expect(calls).toEqual([]);
});

test('the panel closes when its person is no longer here', async () => {
  const { desk, people, tell } = await setUp();
  desk.person.open(contactOf(1));

  people.splice(0, 1);
  tell('people.changed', { accountId: 'a1', total: 2 });
  await settled();

  expect(desk.person.value.value).toBeNull();
});

test('a panel opened meanwhile is not overwritten by what was asked before', async () => {
  const { desk } = await setUp();
  desk.person.open(contactOf(1));

  const reading = desk.person.changed();
  desk.person.open(contactOf(2));
  await reading;

  expect(desk.person.value.value?.name).toBe('Person 2');
});

test('nobody of one account stays open in another', async () => {
  const { desk, accountId } = await setUp();
  desk.person.open(contactOf(1));

  accountId.value = 'a2';

  expect(desk.person.value.value).toBeNull();
});

test('the lists of one account are not seen in another, not even until its own are read', async () => {
  const { desk, accountId } = await setUp();
  accountId.value = 'a2';

  const opening = desk.open();
  const meanwhile = desk.overview.value.value;
  await opening;

  expect(meanwhile).toBeNull();
  expect(desk.overview.value.value?.lists).toHaveLength(1);
});

test('a list that is gone narrows nothing any more', async () => {
  const { desk, lists, asked, tell } = await setUp();
  await desk.list.narrow({ listId: 'l1' });

  lists.pop();
  tell('people.changed', { accountId: 'a1', total: 3 });
  await settled();

  expect(desk.list.filter.value.listId).toBeNull();
  expect(asked.at(-1)).toMatchObject({ listId: null });
});

test('checks go on from where they stopped, with the same people', async () => {
  const { desk, calls, tell } = await setUp();
  await desk.checks.start([contactOf(1).chatId, contactOf(2).chatId]);
  tell('people.checking', workOf({ running: false, failure: { code: 'offline' } }));
  const stopped = desk.checks.work.value.value;

  await desk.checks.goOn();

  expect(stopped?.failure).toEqual({ code: 'offline' });
  expect(calls.filter((call) => call !== 'overview')).toEqual(['check 2', 'check 2']);
  expect(desk.checks.work.value.value).toBeNull();
});

test('the checks of one account are not shown, and not gone on with, in another', async () => {
  const { desk, accountId, tell } = await setUp();
  await desk.checks.start([contactOf(1).chatId]);
  tell('people.checking', workOf({}));

  accountId.value = 'a2';

  expect(desk.checks.work.value.value).toBeNull();
  expect(await desk.checks.goOn()).toBeNull();
});

test('a check of nobody asks nothing', async () => {
  const { desk, calls } = await setUp();
  calls.length = 0;

  await desk.checks.start([]);

  expect(calls).toEqual([]);
});

test('a failure that was seen stays away while main repeats it, and comes back with new work', async () => {
  const { desk, tell } = await setUp();
  const stopped = workOf({ running: false, failure: { code: 'offline' } });
  tell('people.checking', stopped);

  desk.checks.dismiss();
  tell('people.checking', stopped);
  const repeated = desk.checks.work.value.value;
  tell('people.checking', workOf({}));
  tell('people.checking', stopped);

  expect(repeated).toBeNull();
  expect(desk.checks.work.value.value).toEqual(stopped);
});
