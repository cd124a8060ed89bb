import { expect, test } from 'vitest';
import type { GroupJob, JobState } from '../../../core/group-job.ts';
import { type FakeFault, failures } from '../../support/fake-green-api.ts';
import { accountId } from '../../support/groups-engine.ts';
import { scene } from '../../support/scene.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

type Unknown = Extract<JobState, { at: 'unknown' }>;

/** A scene with one group that ended unknown a moment ago. */
async function lost(fault: FakeFault = failures.noAnswer, options: Parameters<typeof scene>[0] = {}) {
  const all = await scene(options);
  all.api.fault('createGroup', fault);
  const jobId = await all.create('Choir');
  await all.clock.advance(second);
  const unknown = async (): Promise<Unknown> => {
    const state = await all.stateOf(jobId);
    if (state.at !== 'unknown') throw new Error(`not unknown: ${state.at}`);
    return state;
  };
  const decide = (verdict: Parameters<typeof all.engine.groups.decide>[0]['verdict']) =>
    all.engine.groups.decide({ accountId, jobId, verdict });
  return { ...all, jobId, unknown, decide };
}

test('the groups are read after 30 s, 2, 10 and 15 minutes, then every hour for a day', async () => {
  const { clock, api, unknown } = await lost();
  const startMs = clock.now() - second;
  await clock.advance(30 * hour);

  const reads = api.callsOf('getChats').map((call) => (call.serverMs - startMs) / minute);

  expect(reads.slice(0, 5)).toEqual([0.5, 2, 10, 15, 75]);
  expect(reads).toHaveLength(4 + 23);
  expect(await unknown()).toMatchObject({ nextReadAtMs: null });
});

test('a group that shows late is found late', async () => {
  const { clock, api, jobId, stateOf, unknown } = await lost(failures.noAnswer);
  const made = api.make('Choir');
  made.shownFromMs = clock.now() + 5 * minute;
  await clock.advance(3 * minute);
  expect(await unknown()).toMatchObject({ reads: 2, candidates: [] });

  await clock.advance(8 * minute);

  expect(await stateOf(jobId)).toMatchObject({ at: 'created', how: 'found', chatId: made.chatId });
});

test('a group renamed meanwhile is shown to a person, who may name it', async () => {
  const { clock, api, jobId, stateOf, unknown, decide } = await lost(failures.madeWithoutAnswer);
  const made = api.groups[1];
  if (made) made.name = 'Choir 2026';
  await clock.advance(minute);
  expect(await unknown()).toMatchObject({ candidates: [{ chatId: made?.chatId, name: 'Choir 2026', people: 3 }] });

  await decide({ is: 'exists', chatId: made?.chatId ?? '' });

  expect(await stateOf(jobId)).toMatchObject({ at: 'created', how: 'confirmed', chatId: made?.chatId });
});

test('two new groups of the name are for a person to tell apart', async () => {
  const { clock, api, unknown } = await lost(failures.madeWithoutAnswer);
  api.make('Choir');

  await clock.advance(minute);

  expect((await unknown()).candidates).toHaveLength(2);
});

test('one of the name among others is found', async () => {
  const { clock, api, jobId, stateOf } = await lost(failures.madeWithoutAnswer);
  api.make('Something else');

  await clock.advance(minute);

  expect(await stateOf(jobId)).toMatchObject({ at: 'created', how: 'found', chatId: api.groups[1]?.chatId });
});

test('a group of the name made long before or after, or by somebody else, is not it', async () => {
  const { clock, api, unknown } = await lost();
  const [before, after, foreign] = [api.make('Choir'), api.make('Choir'), api.make('Choir')];
  before.createdAtMs -= 3 * minute;
  after.createdAtMs += 10 * minute;
  foreign.owner = '79000000099@c.us';

  await clock.advance(minute);

  expect((await unknown()).candidates.map(({ chatId }) => chatId)).toEqual([foreign.chatId]);
});

test('an owner and members who show by privacy ids alone do not hide the group', async () => {
  const { clock, api, jobId, stateOf } = await lost(failures.madeWithoutAnswer);
  const made = api.groups[1];
  if (made) {
    made.owner = '90000000000001@lid';
    made.members = [{ chatId: '90000000000001@lid', lid: null, isAdmin: true }];
  }

  await clock.advance(minute);

  expect(await stateOf(jobId)).toMatchObject({ at: 'created', how: 'found' });
});

test('a new group that cannot be read is shown, not taken', async () => {
  const { clock, api, unknown } = await lost(failures.madeWithoutAnswer);
  const made = api.groups[1];
  if (made) made.isReadable = false;

  await clock.advance(minute);

  expect((await unknown()).candidates).toMatchObject([{ chatId: made?.chatId, people: null }]);
});

test('a group that was there before is never taken for the lost one', async () => {
  const { clock, api, unknown } = await lost();
  const known = api.groups[0];
  if (known) {
    known.name = 'Choir';
    known.createdAtMs = clock.now();
  }

  await clock.advance(minute);

  expect((await unknown()).candidates).toEqual([]);
});

test('two unknown groups of one name are not told apart by a machine', async () => {
  const all = await scene({ start: false });
  all.api.fault('createGroup', failures.noAnswer);
  all.api.fault('createGroup', failures.madeWithoutAnswer);
  const first = await all.create('Choir', { count: 2 });
  const other = await all.create('Choir', { count: 3, again: true });
  await all.engine.groups.start();

  await all.clock.advance(6 * minute);

  expect(await all.stateOf(first)).toMatchObject({ at: 'unknown', candidates: [{ name: 'Choir' }] });
  expect(await all.stateOf(other)).toMatchObject({ at: 'unknown', candidates: [{ name: 'Choir' }] });
});

test('"it does not exist" is offered after three clean reads over ten minutes', async () => {
  const { clock, unknown, decide } = await lost();
  await clock.advance(9 * minute);
  expect(await unknown()).toMatchObject({ reads: 2, mayDeny: 'no' });
  expect(await decide({ is: 'make-it', lookedOnPhone: true })).toMatchObject({
    failure: { code: 'please-check', name: 'Choir' },
  });

  await clock.advance(2 * minute);

  expect(await unknown()).toMatchObject({ reads: 3, mayDeny: 'yes' });
});

test('a person who looks in between is not offered it before the ten minutes are over', async () => {
  const { clock, engine, jobId, unknown } = await lost();
  await clock.advance(5 * minute);
  await engine.groups.look({ accountId, jobId });
  await clock.advance(5 * minute - 2 * second);
  const early = await unknown();

  await clock.advance(2 * second);

  expect(early).toMatchObject({ reads: 3, mayDeny: 'no' });
  expect(await unknown()).toMatchObject({ reads: 4, mayDeny: 'yes' });
});

test('looking three times in a minute is not looking for ten minutes', async () => {
  const { clock, engine, jobId, unknown } = await lost();
  await clock.advance(minute);

  for (let look = 0; look < 3; look += 1) await engine.groups.look({ accountId, jobId });

  expect(await unknown()).toMatchObject({ reads: 4, mayDeny: 'no' });
});

test('looking again and again within a minute is looking once', async () => {
  const { clock, engine, jobId, unknown } = await lost();
  await clock.advance(2 * minute + second);

  for (let look = 0; look < 3; look += 1) {
    await clock.advance(10 * second);
    await engine.groups.look({ accountId, jobId });
  }

  expect(await unknown()).toMatchObject({ reads: 5, search: { reads: 2 } });
});

test.each(['jump', 'sleep'] as const)(
  'a wall clock that goes on alone (%s) does not make the search longer',
  async (how) => {
    const { clock, engine, jobId, unknown } = await lost();
    await clock.advance(minute);
    clock[how](3 * hour);

    for (let look = 0; look < 4; look += 1) {
      await clock.advance(2 * minute);
      await engine.groups.look({ accountId, jobId });
    }
    const early = await unknown();
    await clock.advance(2 * minute);
    await engine.groups.look({ accountId, jobId });

    expect(early).toMatchObject({ mayDeny: 'no' });
    expect(await unknown()).toMatchObject({ mayDeny: 'yes' });
  },
);

test('over a restart only the time counts in which a run was looking', async () => {
  const { clock, engine, jobId } = await lost();
  await clock.advance(5 * minute);
  engine.crash();
  clock.sleep(3 * hour);
  const next = engine.restart();
  await next.groups.start();
  const look = async () => {
    await clock.advance(2 * minute);
    const looked = await next.groups.look({ accountId, jobId });
    return looked.ok && looked.value.state.at === 'unknown' ? looked.value.state.mayDeny : null;
  };

  // 2 minutes were looked for before the end, as the last reading has it; the first reading of the next run is at its start.
  expect([await look(), await look(), await look(), await look()]).toEqual(['no', 'no', 'no', 'yes']);
});

test('a read that fails or lost all groups does not count', async () => {
  const { clock, api, unknown } = await lost();
  api.fault('getContacts', failures.readFailed);
  await clock.advance(minute);
  expect(await unknown()).toMatchObject({ reads: 0 });

  const groups = api.groups.splice(0);
  await clock.advance(2 * minute);
  expect(await unknown()).toMatchObject({ reads: 0 });

  api.groups.push(...groups);
  await clock.advance(8 * minute);
  expect(await unknown()).toMatchObject({ reads: 1 });
});

test('to begin anew with the groups of the phone settles no lost one: its denial needs its readings and a look', async () => {
  const { clock, api, engine, jobId, unknown, decide, sent } = await lost();
  api.groups.splice(0);
  await clock.advance(hour);
  const looked = await engine.groups.look({ accountId, jobId });
  const before = await unknown();

  await engine.groups.beginAnew({ accountId });
  const after = await unknown();
  const denied = await decide({ is: 'make-it', lookedOnPhone: true });
  await clock.advance(24 * hour);

  expect(looked).toEqual({ ok: false, failure: { code: 'stale-groups', lost: true } });
  expect([before, after]).toMatchObject([
    { reads: 0, mayDeny: 'no' },
    { reads: 0, mayDeny: 'no' },
  ]);
  expect(denied).toMatchObject({ failure: { code: 'please-check' } });
  expect(await unknown()).toMatchObject({ mayDeny: 'look-first' });
  expect(sent()).toBe(1);
});

test('what a person denies is made, once', async () => {
  const { clock, api, jobId, stateOf, decide, sent } = await lost();
  await clock.advance(16 * minute);

  await decide({ is: 'make-it', lookedOnPhone: false });
  await clock.advance(minute);

  expect(await stateOf(jobId)).toMatchObject({ at: 'created', how: 'answered' });
  expect(sent()).toBe(2);
  expect(api.groups).toHaveLength(2);
});

test('a phone that never had a group needs a look at the phone first', async () => {
  const { clock, jobId, stateOf, unknown, decide } = await lost(failures.noAnswer, { knowsGroups: false });
  await clock.advance(16 * minute);
  expect(await unknown()).toMatchObject({ mayDeny: 'look-first' });

  expect((await decide({ is: 'make-it', lookedOnPhone: false })).ok).toBe(false);
  expect((await decide({ is: 'make-it', lookedOnPhone: true })).ok).toBe(true);

  await clock.advance(minute);
  expect((await stateOf(jobId)).at).toBe('created');
});

test('a group that a person vouches for is found later by its name', async () => {
  const { clock, api, engine, jobId, unknown, decide } = await lost(failures.madeWithoutAnswer);
  const made = api.groups[1];
  if (made) made.shownFromMs = clock.now() + hour;
  await decide({ is: 'exists', chatId: null });
  await expect(unknown()).rejects.toThrow('not unknown: created');
  await clock.advance(2 * hour);

  const checked = await engine.groups.check({ accountId, jobId });

  expect(checked).toMatchObject({ ok: true, value: { state: { chatId: made?.chatId }, link: made?.link } });
});

test('a group that a person vouches for does not take that of a later one of its name', async () => {
  const { clock, api, engine, jobId, create, stateOf, decide } = await lost();
  await decide({ is: 'exists', chatId: null });
  await clock.advance(10 * minute);
  api.fault('createGroup', failures.madeWithoutAnswer);
  const later = await create('Choir', { count: 3, again: true });
  await clock.advance(second);

  expect(await engine.groups.check({ accountId, jobId })).toMatchObject({ failure: { code: 'not-found' } });
  await clock.advance(minute);

  expect(await stateOf(later)).toMatchObject({ at: 'created', how: 'found', chatId: api.groups[1]?.chatId });
});

test('a group that may as well be one that a person vouched for is for a person to tell apart', async () => {
  const { clock, api, engine, jobId, create, stateOf, decide } = await lost();
  await decide({ is: 'exists', chatId: null });
  await clock.advance(5 * minute - second);
  api.fault('createGroup', failures.madeWithoutAnswer);
  const later = await create('Choir', { count: 3, again: true });
  await clock.advance(minute);

  const checked = await engine.groups.check({ accountId, jobId });

  expect(await stateOf(later)).toMatchObject({ at: 'unknown', candidates: [{ chatId: api.groups[1]?.chatId }] });
  expect(checked).toMatchObject({ failure: { code: 'not-found' } });
});

test('a phone that shows all its groups at once is read to the end, a part at each reading', async () => {
  const { clock, api, unknown } = await lost(failures.noAnswer, { knowsGroups: false });
  for (let number = 0; number < 70; number += 1) api.make(`Old ${number}`).createdAtMs -= 24 * hour;

  await clock.advance(3 * hour);

  expect(await unknown()).toMatchObject({ candidates: [], mayDeny: 'look-first' });
});

test('only a candidate can be named', async () => {
  const { api, decide } = await lost();

  expect(await decide({ is: 'exists', chatId: api.groups[0]?.chatId ?? '' })).toMatchObject({
    failure: { code: 'not-found' },
  });
});

test('an attempt that a dead process left open is unknown, is looked for, and is not sent again', async () => {
  const { clock, api, engine, jobId, show, sent } = await lost(failures.hangsAfterEffect);
  expect((await show(jobId)).state.at).toBe('sending');

  const next = engine.restart();
  await next.groups.start();
  const unknown = await next.groups.show({ accountId, jobId });
  await clock.advance(hour);

  expect(unknown).toMatchObject({ value: { state: { at: 'unknown' } satisfies Partial<GroupJob['state']> } });
  expect(await next.groups.show({ accountId, jobId })).toMatchObject({
    value: { state: { at: 'created', how: 'found', chatId: api.groups[1]?.chatId } },
  });
  expect(sent()).toBe(1);
});

test('quitting leaves what is on the wire to its answer for a moment, and to the next start after that', async () => {
  const { clock, engine, jobId, stateOf, sent } = await lost(failures.hangs);

  const stopping = engine.groups.stop();
  await clock.advance(5 * second);
  await stopping;

  expect((await stateOf(jobId)).at).toBe('sending');
  const next = engine.restart();
  await next.groups.start();
  await clock.advance(hour);
  expect(await next.groups.show({ accountId, jobId })).toMatchObject({ value: { state: { at: 'unknown' } } });
  expect(sent()).toBe(1);
});

test('a group made after the computer slept in the middle of sending is found', async () => {
  const { clock, api, create, stateOf } = await scene();
  api.createGroup = async ({ groupName, chatIds }) => {
    clock.sleep(8 * hour);
    api.make(groupName, chatIds);
    return { ok: false, failure: { failure: { code: 'unknown' }, proof: 'none', evidence } };
  };
  const jobId = await create('Choir');

  await clock.advance(minute);

  expect(await stateOf(jobId)).toMatchObject({ at: 'created', how: 'found', chatId: api.groups[1]?.chatId });
});

test('so is one that was made late by a process that died of it', async () => {
  const { clock, api, engine, create } = await scene();
  api.createGroup = ({ groupName, chatIds }) => {
    clock.sleep(8 * hour);
    api.make(groupName, chatIds);
    return new Promise(() => {});
  };
  const jobId = await create('Choir');
  await clock.advance(second);

  const next = engine.restart();
  await next.groups.start();
  await clock.advance(minute);

  expect(await next.groups.show({ accountId, jobId })).toMatchObject({
    value: { state: { at: 'created', how: 'found', chatId: api.groups[1]?.chatId } },
  });
});

const evidence = { startedAtMs: 0, endedAtMs: 0, status: null, serverDateMs: null };
