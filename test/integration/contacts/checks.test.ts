import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../../core/result.ts';
import type { WorldPerson } from '../../../main/practice/people.ts';
import type { Practice } from '../../../main/practice/practice.ts';
import { account, openPeople, openPhone, type PeopleWorld, personOf, turnUntil, value } from './people-world.ts';

const minuteMs = 60_000;

let world: PeopleWorld;
let practice: Practice;
/** On WhatsApp, and not. */
let here: WorldPerson[];
let absent: WorldPerson[];

beforeEach(async () => {
  world = openPeople();
  const phone = await openPhone(world.clock);
  practice = phone.practice;
  world.api = phone.api;
  here = practice.world.people.filter(({ onWhatsapp }) => onWhatsapp);
  absent = practice.world.people.filter(({ onWhatsapp }) => !onWhatsapp);
});

const keep = async (...people: (WorldPerson | undefined)[]) => {
  const known = people.flatMap((person) => person ?? []);
  for (const { chatId, name } of known) await world.people.keep({ ...account, person: { chatId, name, phone: '' } });
  return known.map(({ chatId }) => chatId);
};
const check = async (chatIds: string[]) => value(await world.people.checkWhatsapp({ ...account, chatIds })).queued;
const asked = () => practice.calls.filter(({ method }) => method === 'checkWhatsapp');
const answered = () => asked().filter(({ status }) => status === 200).length;
const ended = (from = world) =>
  turnUntil(from.clock, () => expect(from.progress('people.checking')).toMatchObject({ running: false }));
const stateOf = async (chatId: string, from = world) =>
  value(await from.people.find({ ...account, chatIds: [chatId] }))[0]?.whatsapp;

describe('checking who is on WhatsApp', () => {
  test('asks about each once, a second apart, keeps the answer with its date, and tells how far it is', async () => {
    const chatIds = await keep(here[0], absent[0], here[1]);

    const queued = await check(chatIds);
    await ended();

    const dated = { checkedAtMs: expect.any(Number) };
    expect(queued).toBe(3);
    expect(await stateOf(chatIds[0] ?? '')).toMatchObject({ at: 'yes', ...dated });
    expect(await stateOf(chatIds[1] ?? '')).toMatchObject({ at: 'no', ...dated });
    const times = asked().map(({ atMs }) => atMs);
    expect(times.slice(1).every((atMs, n) => atMs - (times[n] ?? 0) >= 1_000)).toBe(true);
    expect(world.events.filter(([name]) => name === 'people.checking').map(([, payload]) => payload)).toMatchObject([
      { running: true, done: 0, total: 3, failure: null },
      { running: true, done: 1, total: 3 },
      { running: true, done: 2, total: 3 },
      { running: false, done: 3, total: 3, failure: null },
    ]);
    expect((await world.restart().overview()).counts).toMatchObject({ onWhatsapp: 2, notOnWhatsapp: 1, unchecked: 0 });
  });

  test('asks about people who are no contacts, within what is left, and knows who is not there', async () => {
    const [first, second, third] = [here[0], absent[0], here[1]].map((of) => ({
      chatId: of?.chatId ?? '',
      name: '',
      phone: '',
    }));
    const people = [first, second, second, third].flatMap((person) => person ?? []);
    const month = new Date(world.clock.now()).toISOString().slice(0, 7);
    value(await world.store.write(account.accountId, { count: { month, used: 8, total: 10 } }));

    const { queued } = value(await world.people.checkPeople(account.accountId, people));
    await ended();

    expect(queued).toBe(2);
    const isOff = await world.people.whoIsOff(account.accountId);
    expect(people.map(({ chatId }) => isOff(chatId))).toEqual([false, true, true, false]);
    expect(await world.contacts()).toEqual([]);
    expect(await world.people.checkPeople(account.accountId, people)).toMatchObject({
      failure: { code: 'quota', used: 10, total: 10 },
    });
    expect(await world.people.checkPeople(account.accountId, people.slice(0, 2))).toEqual(ok({ queued: 0 }));
  });

  test('never asks twice about a number, not even when the contact was deleted and came back', async () => {
    const [chatId = ''] = await keep(here[0]);
    await check([chatId]);
    await ended();
    await world.people.delete({ ...account, chatIds: [chatId] });
    await keep(here[0]);

    expect(await check([chatId])).toBe(0);
    expect(await stateOf(chatId)).toMatchObject({ at: 'yes' });
    expect(asked()).toHaveLength(1);
  });

  test('counts what it used up this month, and begins anew with the next', async () => {
    await check(await keep(here[0], here[1]));
    await ended();
    const november = await world.overview();
    world.clock.pass(9 * 24 * 60 * minuteMs);

    expect(november.checks).toEqual({ used: 2, total: null, resetsAtMs: Date.UTC(2026, 11, 1) });
    expect((await world.restart().overview()).checks).toEqual({
      ...{ used: 0, total: null, resetsAtMs: Date.UTC(2027, 0, 1) },
    });
  });

  test('goes on after a restart', async () => {
    const chatIds = await keep(...here.slice(0, 4));
    await check(chatIds);
    await turnUntil(world.clock, () => expect(answered()).toBe(2));
    await world.clock.advance(0);
    const { api } = world;
    const again = world.restart();
    again.api = api;

    void again.people.wake(account.accountId);
    await ended(again);

    expect(await again.overview()).toMatchObject({ counts: { onWhatsapp: 4 }, checks: { used: 4 } });
    expect(answered()).toBeLessThanOrEqual(5); // one answer may have been lost with the app
  });

  test('stops when a person says so; what is known stays, and nobody else is asked about', async () => {
    const chatIds = await keep(...here.slice(0, 5));
    await check(chatIds);
    await turnUntil(world.clock, async () => expect((await world.overview()).counts.onWhatsapp).toBe(2));

    await world.people.stopChecking(account);
    const count = asked().length;
    await world.clock.advance(minuteMs);

    expect(world.progress('people.checking')).toMatchObject({ running: false, failure: null });
    expect(asked().length - count).toBeLessThanOrEqual(1);
    const { api } = world;
    const again = world.restart();
    again.api = api;
    await again.people.start();
    await again.clock.advance(minuteMs);
    expect((await again.overview()).counts.unchecked).toBeGreaterThanOrEqual(2);
    expect(again.progress('people.checking')).toBeUndefined();
  });

  test('leaves alone whoever was deleted in the meantime', async () => {
    const chatIds = await keep(here[0], here[1], here[2]);
    await check(chatIds);
    await world.people.delete({ ...account, chatIds: chatIds.slice(1) });
    await ended();

    expect(asked().length).toBe(1);
  });
});

describe('when the allowance is used up', () => {
  const quota = { code: 'quota', used: 2, total: 2, resetsAtMs: Date.UTC(2026, 11, 1) };

  test('it stops with the figures of the service, and goes on when the month begins anew', async () => {
    practice.world.quota.setCap('checkWhatsapp', 2);
    await check(await keep(...here.slice(0, 3)));
    await ended();
    const stopped = world.progress('people.checking');
    const { checks } = await world.overview();

    expect(stopped).toEqual({ ...account, running: false, done: 2, total: 3, failure: quota });
    expect(checks).toEqual({ used: 2, total: 2, resetsAtMs: quota.resetsAtMs });
    await world.clock.advance(quota.resetsAtMs - world.clock.now());
    await ended();
    expect(await world.overview()).toMatchObject({ counts: { onWhatsapp: 3 }, checks: { used: 1, total: 2 } });
  });

  test('after a restart in the same month nobody is asked about, until a person says so', async () => {
    practice.world.quota.setCap('checkWhatsapp', 2);
    await check(await keep(...here.slice(0, 3)));
    await ended();
    const count = asked().length;
    const { api } = world;
    world = world.restart();
    world.api = api;

    void world.people.wake(account.accountId);
    await ended();
    const byItself = asked().length;
    practice.world.quota.setCap('checkWhatsapp', null); // another tariff
    await check([here[0]?.chatId ?? '']);
    await turnUntil(world.clock, () =>
      expect(world.progress('people.checking')).toMatchObject({ failure: null, running: false }),
    );

    expect(byItself).toBe(count);
    expect(await world.overview()).toMatchObject({ counts: { onWhatsapp: 3 } });
  });
});

describe('troubles', () => {
  test.each(['check-limit', '429'] as const)('%s makes it wait and slow down', async (fault) => {
    practice.faults.next('checkWhatsapp', fault, 3); // the client itself tries three times
    await check(await keep(...here.slice(0, 3)));
    await ended();

    const good = asked().filter(({ status }) => status === 200);
    const [first = 0, second = 0] = good.map(({ atMs }) => atMs);
    expect(first - (asked()[2]?.atMs ?? 0)).toBeGreaterThanOrEqual(minuteMs);
    expect(second - first).toBeGreaterThanOrEqual(2_000);
    expect((await world.overview()).counts.onWhatsapp).toBe(3);
  });

  test('a call without an answer is repeated, then the person is passed over', async () => {
    practice.faults.next('checkWhatsapp', '502', 6);
    const chatIds = await keep(here[0], here[1]);
    await check(chatIds);
    await ended();

    expect(await stateOf(chatIds[0] ?? '')).toEqual({ at: 'unchecked' });
    expect(await stateOf(chatIds[1] ?? '')).toMatchObject({ at: 'yes' });
  });

  test.each([
    ['401', 'wrong-account'],
    ['403', 'wrong-address'],
    ['not-authorized', 'not-linked'],
    ['469', 'quota'],
  ] as const)('%s stops it, and nothing of the queue is lost', async (fault, code) => {
    practice.faults.next('checkWhatsapp', fault);
    const chatIds = await keep(here[0], here[1]);
    await check(chatIds);
    await ended();
    const stopped = world.progress('people.checking');

    await check(chatIds); // a person says go
    await turnUntil(world.clock, () =>
      expect(world.progress('people.checking')).toMatchObject({ running: false, failure: null }),
    );

    expect(stopped).toMatchObject({ done: 0, total: 2, failure: { code } });
    expect(world.reported).toMatchObject([{ code }]);
    expect((await world.overview()).counts.onWhatsapp).toBe(2);
  });

  test('an account that is known not to be ready is not asked through', async () => {
    world.obstacle = { code: 'suspended', untilMs: null };
    await check(await keep(here[0]));
    await ended();

    expect(world.progress('people.checking')).toMatchObject({ failure: { code: 'suspended' } });
    expect(asked()).toEqual([]);
    world.obstacle = null;
    void world.people.wake(account.accountId);
    await turnUntil(world.clock, () => expect(asked().length).toBe(1));
  });

  test('a number that the service does not take is passed over', async () => {
    await world.keep(1, 'Anna');
    const short = '7900000@c.us';
    await world.people.keep({ ...account, person: { chatId: short, name: 'Short', phone: '' } });

    await check([short, personOf(1)]);
    await ended();

    expect([await stateOf(short), await stateOf(personOf(1))]).toMatchObject([{ at: 'unchecked' }, { at: 'yes' }]);
  });
});

describe('what an answer says of ids', () => {
  test('a person known by a privacy id alone gets a number', async () => {
    const lid = here[0]?.lid ?? '';
    await world.people.keep({ ...account, person: { chatId: lid, name: 'Ivy', phone: '' } });
    const list = value(await world.people.lists.create({ ...account, name: 'Choir', chatIds: [lid] }));

    await check([lid]);
    await ended();

    const again = world.restart();
    const [found] = value(await again.people.find({ ...account, chatIds: [lid] }));
    expect(found).toMatchObject({
      chatId: here[0]?.chatId,
      name: 'Ivy',
      lists: [list.listId],
      whatsapp: { at: 'yes' },
    });
    expect(await again.contacts()).toHaveLength(1);
  });

  test('the privacy id of a checked person is known from then on: a list that names it names nobody new', async () => {
    const [chatId = ''] = await keep(here[0]);
    await check([chatId]);
    await ended();
    practice.world.phone.listAs(chatId, { id: here[0]?.lid ?? '' });
    for (const person of here.slice(1)) practice.world.phone.unlist(person.chatId);
    for (const person of [...absent, ...practice.world.writers]) practice.world.phone.unlist(person.chatId);

    let answer: unknown = err(null);
    void world.people.sync(account).then((synced) => {
      answer = synced;
    });
    await turnUntil(world.clock, () => expect(answer).toMatchObject({ value: { added: 0, total: 1 } }));
  });
});
