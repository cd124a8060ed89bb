import { beforeEach, expect, test } from 'vitest';
import { digitsOf } from '../../../core/chat-id.ts';
import type { WorldPerson } from '../../../main/practice/people.ts';
import type { Practice } from '../../../main/practice/practice.ts';
import { account, openPeople, openPhone, type PeopleWorld, turnUntil, value } from './people-world.ts';

let world: PeopleWorld;
let practice: Practice;
/** On WhatsApp and not among the phone's contacts yet. */
let strangers: WorldPerson[];

beforeEach(async () => {
  world = openPeople();
  const phone = await openPhone(world.clock);
  practice = phone.practice;
  world.api = phone.api;
  strangers = practice.world.people.filter(({ onWhatsapp, savedAs }) => onWhatsapp && savedAs === null);
});

async function importToPhone(people: readonly (WorldPerson | undefined)[], toPhone = true) {
  const lines = people.flatMap((person) => (person ? [`${person.name};+${digitsOf(person.chatId)}`] : []));
  const bytes = new TextEncoder().encode(['Name;Phone', ...lines].join('\n'));
  const { importId } = value(await world.people.openFile({ ...account, name: 'parents.csv', bytes }));
  return value(await world.people.import({ ...account, importId, listName: null, toPhone }));
}
const ended = (from = world) =>
  turnUntil(from.clock, () => expect(from.progress('people.savingToPhone')).toMatchObject({ running: false }));
const saved = () => practice.world.effects.filter(({ what }) => what === 'contact-saved');
const calls = () => practice.calls.filter(({ method }) => method === 'addContact');

test('imported people are saved into the phone one after another, by their names, and the progress is told', async () => {
  await importToPhone(strangers.slice(0, 3));
  await ended();

  expect(saved()).toEqual(
    strangers.slice(0, 3).map(({ chatId, name }) => ({ what: 'contact-saved', person: chatId, name })),
  );
  const times = calls().map(({ atMs }) => atMs);
  expect(times.slice(1).every((atMs, n) => atMs - (times[n] ?? 0) >= 1_000)).toBe(true);
  expect(world.progress('people.savingToPhone')).toEqual({
    ...account,
    running: false,
    done: 3,
    total: 3,
    failure: null,
  });
});

test('nobody is saved who did not want to be, nor whom the phone has', async () => {
  let isSynced = false;
  void world.people.sync(account).then(() => {
    isSynced = true;
  });
  await turnUntil(world.clock, () => expect(isSynced).toBe(true));

  await importToPhone(strangers.slice(0, 2), false);
  await importToPhone(practice.world.people.slice(0, 3));
  await world.clock.advance(60_000);

  expect(calls()).toEqual([]);
});

test('somebody who is there already counts as saved, and who is not on WhatsApp is marked so', async () => {
  const [there] = practice.world.people;
  const absent = practice.world.people.find(({ onWhatsapp }) => !onWhatsapp);

  await importToPhone([there, absent]);
  await ended();

  expect(world.progress('people.savingToPhone')).toMatchObject({ done: 2, failure: null });
  const again = world.restart();
  const chatIds = [there, absent].map((person) => person?.chatId ?? '');
  expect(value(await again.people.find({ ...account, chatIds })).map(({ whatsapp }) => whatsapp.at)).toEqual([
    'unchecked',
    'no',
  ]);
});

test('what is left is saved after a restart, whoever was on the way twice at most', async () => {
  await importToPhone(strangers.slice(0, 5));
  await turnUntil(world.clock, () => expect(saved()).toHaveLength(2));
  const { api } = world;
  const again = world.restart();
  again.api = api;

  void again.people.wake(account.accountId);
  await ended(again);

  expect(saved()).toHaveLength(5);
  expect(calls().length).toBeLessThanOrEqual(6);
});

test('a person with whom the app ended twice is passed over', async () => {
  practice.faults.always('addContact', 'hang-before-effect');
  await importToPhone(strangers.slice(0, 1));
  const { api } = world;
  for (const count of [1, 2]) {
    await turnUntil(world.clock, () => expect(calls().length).toBe(count));
    world = world.restart();
    world.api = api;
    void world.people.wake(account.accountId);
  }
  await ended();

  expect(calls().length).toBe(2);
});

test.each([
  ['quota', 'quota'],
  ['401', 'wrong-account'],
  ['403', 'wrong-address'],
] as const)('%s stops it with its reason; a restart goes on', async (fault, code) => {
  practice.faults.next('addContact', fault);
  await importToPhone(strangers.slice(0, 2));
  await ended();
  const stopped = world.progress('people.savingToPhone');
  const { api } = world;
  world = world.restart();
  world.api = api;

  void world.people.wake(account.accountId);
  await ended();

  expect(stopped).toMatchObject({ done: 0, total: 2, failure: { code } });
  expect(saved()).toHaveLength(2);
});

test('a suspended account saves nobody, and goes on when it is ready', async () => {
  world.obstacle = { code: 'suspended', untilMs: null };
  await importToPhone(strangers.slice(0, 2));
  await ended();
  expect(world.progress('people.savingToPhone')).toMatchObject({ failure: { code: 'suspended' } });
  expect(calls()).toEqual([]);

  world.obstacle = null;
  void world.people.wake(account.accountId);
  await turnUntil(world.clock, () => expect(saved()).toHaveLength(2));
});

test('an import that is taken back is not saved any further', async () => {
  const { undoId } = await importToPhone(strangers.slice(0, 5));
  await turnUntil(world.clock, () => expect(saved()).toHaveLength(1));
  await world.people.undo({ ...account, undoId });
  await ended();

  expect(saved().length).toBeLessThanOrEqual(2);
});

test('a removed account has nobody left to save, and nothing more is said of it', async () => {
  await importToPhone(strangers.slice(0, 5));
  await turnUntil(world.clock, () => expect(saved()).toHaveLength(1));
  await world.people.forget(account.accountId);
  const [count, said] = [calls().length, world.events.length];
  await world.clock.advance(60_000);
  await turnUntil(world.clock, () => expect(world.clock.timers()).toBe(0));

  expect(calls().length - count).toBeLessThanOrEqual(1);
  expect(world.events.length).toBe(said);
  expect(world.database.read((sql) => sql.run('DELETE FROM people_queue'))).toBe(0);
});

test('when nothing waits, nothing is timed', async () => {
  await importToPhone(strangers.slice(0, 1));
  await ended();

  expect(world.clock.timers()).toBe(0);
});
