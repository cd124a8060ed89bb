import { expect, test } from 'vitest';
import { failures } from '../../support/fake-green-api.ts';
import { accountId, draft } from '../../support/groups-engine.ts';
import { scene } from '../../support/scene.ts';

const second = 1000;
const minute = 60 * second;

test('what was never sent goes again after 5 s, 30 s, 2 min and three times 10 min, then waits for the connection', async () => {
  const { clock, api, create, show } = await scene();
  api.fault('createGroup', failures.neverSent, 7);
  api.fault('getStateInstance', failures.offline, 100);
  const startMs = clock.now();
  const jobId = await create('Choir');

  await clock.advance(5 * 60 * minute);

  const afterMs = [0, 5 * second, 35 * second, 155 * second, 755 * second, 1355 * second, 1955 * second];
  expect(api.callsOf('createGroup').map((call) => call.serverMs - startMs)).toEqual(afterMs);
  expect((await show(jobId)).state).toMatchObject({ at: 'queued', waiting: { code: 'offline' } });
});

test('when the connection is back, the group that waited for it is made', async () => {
  const { clock, api, engine, create, show } = await scene();
  api.fault('createGroup', failures.neverSent, 7);
  api.fault('getStateInstance', failures.offline, 2);
  const jobId = await create('Choir');
  await clock.advance(40 * minute);
  expect((await show(jobId)).state.at).toBe('queued');

  engine.groups.wake();
  await clock.advance(25 * minute);

  expect((await show(jobId)).state.at).toBe('created');
});

test('a proved non-send gives its slot back', async () => {
  const { clock, api, create, sent } = await scene();
  api.fault('createGroup', failures.neverSent);
  await create('Choir');

  await clock.advance(5 * second);

  expect(sent()).toBe(2);
  expect(api.groups).toHaveLength(2);
});

test('a refusal holds its slot', async () => {
  const { clock, api, create, sent } = await scene();
  api.fault('createGroup', failures.notAccepted);
  await create('Choir');
  await create('Chess');

  await clock.advance(5 * minute - 1);
  expect(sent()).toBe(1);
  await clock.advance(1);
  expect(sent()).toBe(2);
});

test('a wrong certificate stops at once, and nothing was sent', async () => {
  const { clock, api, engine, create, show, sent } = await scene();
  api.fault('createGroup', failures.certificate);
  const jobId = await create('Choir');

  await clock.advance(60 * minute);

  expect(sent()).toBe(1);
  expect((await show(jobId)).state).toMatchObject({ at: 'queued', waiting: { code: 'certificate' } });
  expect(engine.reports).toEqual([{ code: 'certificate' }]);
});

test('an instance that is starting is asked every 30 s, and the group goes when it is ready', async () => {
  const { clock, api, create, show, sent } = await scene();
  api.fault('createGroup', failures.starting);
  api.state = 'starting';
  const jobId = await create('Choir');
  await clock.advance(4 * minute);
  expect((await show(jobId)).state).toMatchObject({ at: 'queued', waiting: { code: 'starting' } });
  expect(sent()).toBe(1);

  api.state = 'authorized';
  await clock.advance(minute);

  expect((await show(jobId)).state.at).toBe('created');
});

test('an instance that never gets ready stops the queue after ten looks', async () => {
  const { clock, api, create, show, engine } = await scene();
  api.fault('createGroup', failures.starting);
  api.state = 'starting';
  const jobId = await create('Choir');

  await clock.advance(6 * minute);

  expect(api.callsOf('getStateInstance')).toHaveLength(11);
  expect((await show(jobId)).state).toMatchObject({ at: 'queued', waiting: { code: 'starting' } });
  expect((await engine.groups.queue(accountId)).waiting).toBe(1);
});

test('a phone that is not linked pauses the queue until the account is fine again', async () => {
  const { clock, api, engine, create, show, sent } = await scene();
  api.fault('createGroup', failures.notLinked);
  api.state = 'notAuthorized';
  const jobId = await create('Choir');
  await clock.advance(minute);
  expect((await show(jobId)).state).toMatchObject({ at: 'queued', waiting: { code: 'not-linked' } });
  expect(engine.reports).toContainEqual({ code: 'not-linked' });

  api.state = 'authorized';
  engine.groups.wake();
  await clock.advance(5 * minute);

  expect((await show(jobId)).state.at).toBe('created');
  expect(sent()).toBe(2);
});

test('a request to slow down is heeded: the pace doubles, and after five refusals it is over', async () => {
  const { clock, api, create, show } = await scene();
  api.fault('createGroup', failures.tooFast, 6);
  const startMs = clock.now();
  const jobId = await create('Choir');

  await clock.advance(24 * 60 * minute);

  const minutes = api.callsOf('createGroup').map((call) => (call.serverMs - startMs) / minute);
  expect(minutes).toEqual([0, 10, 20, 30, 40, 56]);
  expect((await show(jobId)).state).toMatchObject({ at: 'refused', failure: { code: 'too-fast' } });
});

test('how often the service asked to slow down is remembered over a restart', async () => {
  const { clock, api, engine, create, sent } = await scene();
  api.fault('createGroup', failures.tooFast, 20);
  const jobId = await create('Choir');
  await clock.advance(21 * minute);
  expect(sent()).toBe(3);

  const next = engine.restart();
  await next.groups.start();
  await clock.advance(24 * 60 * minute);

  expect(await next.groups.show({ accountId, jobId })).toMatchObject({
    value: { state: { at: 'refused', failure: { code: 'too-fast' } } },
  });
  expect(sent()).toBe(6);
});

test('two unknown groups in a row stop the queue until a person looks after one', async () => {
  const { clock, api, engine, create, show, sent } = await scene();
  api.fault('createGroup', failures.noAnswer, 2);
  const ids = [await create('One'), await create('Two'), await create('Three')];
  await clock.advance(60 * minute);
  expect(sent()).toBe(2);
  expect((await show(ids[2] ?? '')).state).toMatchObject({ at: 'queued', waiting: { code: 'unknown' } });

  const verdict = { is: 'exists', chatId: null } as const;
  await engine.groups.decide({ accountId, jobId: ids[0] ?? '', verdict });
  await clock.advance(minute);

  expect((await show(ids[2] ?? '')).state.at).toBe('created');
});

test("after WhatsApp's own warning a person's word is needed, and the account's health is not enough", async () => {
  const { clock, api, engine, create, show, sent } = await scene();
  api.fault('createGroup', failures.overlimit);
  await create('One');
  const second = await create('Two');
  await clock.advance(60 * minute);
  engine.groups.wake();
  await clock.advance(60 * minute);
  expect(sent()).toBe(1);
  expect((await show(second)).state).toMatchObject({ at: 'queued', waiting: { code: 'rate-overlimit' } });

  await engine.groups.requeue({ accountId, jobId: second });
  await clock.advance(60 * minute);
  expect((await show(second)).state).toMatchObject({ at: 'queued', waiting: { code: 'rate-overlimit' } });

  expect(await engine.groups.goOn({ accountId })).toEqual({ ok: true, value: null });
  await clock.advance(minute);

  expect((await show(second)).state.at).toBe('created');
});

test('neither does another group put in the queue make it go on after two unknown ones; a person says so', async () => {
  const { clock, api, engine, create, show, stateOf } = await scene();
  api.fault('createGroup', failures.notAccepted);
  api.fault('createGroup', failures.noAnswer, 2);
  const refused = await create('Refused');
  await create('One');
  await create('Two');
  await clock.advance(60 * minute);

  await engine.groups.requeue({ accountId, jobId: refused });
  await clock.advance(60 * minute);
  expect((await show(refused)).state).toMatchObject({ at: 'queued', waiting: { code: 'unknown' } });

  await engine.groups.goOn({ accountId });
  expect((await show(refused)).state).toMatchObject({ at: 'queued', waiting: null });
  await clock.advance(minute);

  expect((await stateOf(refused)).at).toBe('created');
});

test('a queue that goes on says so at once, however long the next group is on its way', async () => {
  const { clock, api, engine, create, stateOf } = await scene();
  api.fault('createGroup', failures.overlimit);
  api.fault('createGroup', failures.hangs);
  await create('One');
  const [next, last] = [await create('Two'), await create('Three')];
  await clock.advance(6 * minute);
  expect(await stateOf(last)).toMatchObject({ waiting: { code: 'rate-overlimit' } });

  await engine.groups.goOn({ accountId });
  await clock.advance(second);

  expect(await stateOf(next)).toMatchObject({ at: 'sending' });
  expect(await stateOf(last)).toMatchObject({ at: 'queued', waiting: null });
});

test('what the account was stopped for ends when a person tries a group again', async () => {
  const { clock, api, engine, create, stateOf } = await scene();
  api.fault('createGroup', failures.wrongAccount);
  const refused = await create('One');
  await clock.advance(60 * minute);
  expect((await stateOf(refused)).at).toBe('refused');

  await engine.groups.requeue({ accountId, jobId: refused });
  await clock.advance(minute);

  expect((await stateOf(refused)).at).toBe('created');
});

test('a list of groups that cannot be read keeps everything back', async () => {
  const { clock, api, create, show, sent } = await scene();
  api.fault('getContacts', failures.readFailed, 2);
  const jobId = await create('Choir');
  await clock.advance(4 * second);
  expect(sent()).toBe(0);
  expect((await show(jobId)).state).toMatchObject({ at: 'queued', waiting: { code: 'stale-groups', lost: false } });

  await clock.advance(minute);

  expect((await show(jobId)).state.at).toBe('created');
});

test('a list that lost all its groups is not believed', async () => {
  const { clock, api, engine, create, sent } = await scene();
  await create('Choir');
  await clock.advance(minute);
  const groups = api.groups.splice(0);
  const next = engine.restart();
  await next.groups.start();
  await next.groups.create(draft('Chess'));
  await clock.advance(10 * minute);
  expect(sent()).toBe(1);

  api.groups.push(...groups);
  await clock.advance(20 * minute);

  expect(sent()).toBe(2);
});

/** A phone that shows none of the groups it had before: the person left them, or it is another phone. */
async function withoutKnownGroups() {
  const all = await scene();
  await all.create('Choir');
  await all.clock.advance(6 * minute);
  all.api.groups.splice(0);
  const engine = all.engine.restart();
  await engine.groups.start();
  const asked = await engine.groups.create(draft('Chess'));
  const jobId = asked.ok ? asked.value.id : '';
  const stateOf = async () => {
    const shown = await engine.groups.show({ accountId, jobId });
    return shown.ok ? shown.value.state : null;
  };
  await all.clock.advance(minute);
  return { ...all, engine, stateOf };
}

test('where none of the groups known before is left, nothing goes until a person has looked on the phone', async () => {
  const { clock, engine, stateOf, sent } = await withoutKnownGroups();
  await engine.groups.create(draft('Drivers'));
  await clock.advance(24 * 60 * minute);
  expect(await stateOf()).toMatchObject({ at: 'queued', waiting: { code: 'stale-groups', lost: true } });
  expect(sent()).toBe(1);

  expect(await engine.groups.beginAnew({ accountId })).toEqual({ ok: true, value: null });
  await clock.advance(6 * minute);

  expect((await stateOf())?.at).toBe('created');
  expect(sent()).toBe(3);
});

test('a list that cannot be read is nothing to begin anew from', async () => {
  const { clock, api, engine, stateOf, sent } = await withoutKnownGroups();
  api.fault('getContacts', failures.readFailed);

  const begun = await engine.groups.beginAnew({ accountId });
  await clock.advance(60 * minute);

  expect(begun).toEqual({ ok: false, failure: { code: 'stale-groups', lost: false } });
  expect((await stateOf())?.at).toBe('queued');
  expect(sent()).toBe(1);
});

test('a missing token keeps the group until the token is there', async () => {
  const { clock, engine, create, show, sent } = await scene();
  engine.account.hasToken = false;
  const jobId = await create('Choir');
  await clock.advance(minute);
  expect((await show(jobId)).state).toMatchObject({ at: 'queued', waiting: { code: 'token-missing' } });

  engine.account.hasToken = true;
  engine.groups.wake();
  await clock.advance(minute);

  expect(sent()).toBe(1);
});

test('an answer that names the group of another job proves nothing', async () => {
  const { clock, api, engine, create, show } = await scene();
  const first = await create('One');
  await clock.advance(minute);
  const { state } = await show(first);
  const chatId = state.at === 'created' ? state.chatId : '';
  api.createGroup = async () => ({ ok: true, value: { chatId, link: null, evidence } });
  const second = await create('Two');

  await clock.advance(5 * minute);

  expect((await show(second)).state.at).toBe('unknown');
  expect(engine.errors).toEqual([]);
});

const evidence = { startedAtMs: 0, endedAtMs: 0, status: 200, serverDateMs: null };

test('when the intent cannot be written nothing is sent; when the end cannot, nothing more', async () => {
  const refusing = { begin: true, end: true };
  const { clock, create, stateOf, sent, engine } = await scene({
    around: (journal) => ({
      ...journal,
      begin: (...args) =>
        refusing.begin
          ? Promise.resolve({ ok: false, failure: { is: 'failed', failure: full } })
          : journal.begin(...args),
      end: (...args) => (refusing.end ? Promise.resolve({ ok: false, failure: full }) : journal.end(...args)),
    }),
  });
  const [first, second] = [await create('One'), await create('Two')];
  await clock.advance(minute);
  expect(await stateOf(first)).toMatchObject({ at: 'queued', waiting: full });
  expect(sent()).toBe(0);

  refusing.begin = false;
  engine.groups.wake();
  await clock.advance(60 * minute);
  expect((await stateOf(first)).at).toBe('sending');
  expect(await stateOf(second)).toMatchObject({ at: 'queued', waiting: full });
  expect(sent()).toBe(1);

  refusing.end = false;
  engine.groups.wake();
  await clock.advance(minute);
  expect((await stateOf(first)).at).toBe('created');
  expect((await stateOf(second)).at).toBe('created');
});

const full = { code: 'disk-full' } as const;

test('a bug in the journal stops the queue with a code, and the way on is another try', async () => {
  let isBroken = true;
  const { clock, engine, create, stateOf } = await scene({
    around: (journal) => ({
      ...journal,
      begin: (...args) => (isBroken ? Promise.reject(new Error('bug')) : journal.begin(...args)),
    }),
  });
  const jobId = await create('Choir');
  await clock.advance(minute);
  expect(await stateOf(jobId)).toMatchObject({ at: 'queued', waiting: { code: 'unexpected', logId: 'LOG-1' } });

  isBroken = false;
  engine.groups.wake();
  await clock.advance(minute);

  expect((await stateOf(jobId)).at).toBe('created');
});

test('after a start with nothing to send, the time of the next group is known soon', async () => {
  const { clock, engine, create } = await scene();
  await create('Choir');
  await clock.advance(60 * minute);

  const next = engine.restart();
  await next.groups.start();
  await clock.advance(1);

  expect(await next.groups.queue(accountId)).toMatchObject({ nextStartAtMs: null });
  expect(next.events.at(-1)).toMatchObject({ name: 'queue.changed', payload: { nextStartAtMs: null } });
});

test('when the queue stops, everything that waits in it is told with the reason', async () => {
  const { clock, api, engine, create } = await scene({ start: false });
  api.fault('createGroup', failures.overlimit);
  await create('One');
  const waiting = [await create('Two'), await create('Three')];
  await engine.groups.start();
  await clock.advance(minute);

  for (const jobId of waiting) {
    const told = engine.events.flatMap(({ payload }) => ('id' in payload && payload.id === jobId ? [payload] : []));
    expect(told.at(-1)).toMatchObject({ state: { waiting: { code: 'rate-overlimit' } }, startsAtMs: null });
  }
});

test('from an account that is known to be limited nothing is sent, until it is known to be ready', async () => {
  const { clock, engine, create, show, sent } = await scene();
  const untilMs = clock.now() + 60 * minute;
  engine.account.state = { at: 'checked', state: 'suspended', suspendedUntilMs: untilMs, atMs: clock.now() };
  const jobId = await create('Choir');
  await clock.advance(59 * minute);
  expect(sent()).toBe(0);
  expect((await show(jobId)).state).toMatchObject({ at: 'queued', waiting: { code: 'suspended', untilMs } });

  engine.account.state = { at: 'checked', state: 'authorized', suspendedUntilMs: null, atMs: clock.now() };
  engine.groups.wake();
  await clock.advance(minute);

  expect((await show(jobId)).state.at).toBe('created');
});
