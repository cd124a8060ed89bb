import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFakeGreenApi, failures } from '../../support/fake-green-api.ts';
import { accountId, draft, openEngine } from '../../support/groups-engine.ts';
import { scene } from '../../support/scene.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const minute = 60_000;

test('when the number becomes known, the pace and the guard go on under it', async () => {
  const { clock, engine, create, sent, stateOf } = await scene({ start: false });
  engine.account.sender = 'id:1101000001';
  await engine.groups.start();
  await create('Choir');
  await clock.advance(minute);
  engine.account.sender = '79000000001';

  const again = await engine.groups.create(draft('Choir'));
  const second = await create('Chess');
  await clock.advance(4 * minute - 1);
  expect(again).toMatchObject({ failure: { code: 'duplicate', exact: true } });
  expect(sent()).toBe(1);
  await clock.advance(1);

  expect((await stateOf(second)).at).toBe('created');
});

test('a group that its number has already waits for a person when the number becomes known', async () => {
  const { clock, engine, create, sent } = await scene();
  await create('Choir');
  await clock.advance(minute);
  Object.assign(engine.account, { sender: 'id:1101000002', hasToken: false });
  const asked = await engine.groups.create({ ...draft('Choir'), accountId: 'account-2' });
  Object.assign(engine.account, { sender: '79000000001', hasToken: true });

  engine.groups.wake();
  await clock.advance(60 * minute);

  const jobId = asked.ok ? asked.value.id : '';
  expect(await engine.groups.show({ accountId: 'account-2', jobId })).toMatchObject({
    value: { state: { at: 'queued', held: true } },
  });
  expect(sent()).toBe(1);
});

test('another number behind the account holds what was queued, and goes on when a person says so', async () => {
  const { clock, engine, create, sent, stateOf } = await scene();
  await create('One');
  const second = await create('Two');
  await clock.advance(minute);
  engine.account.sender = '79000000002';
  engine.groups.wake();
  await clock.advance(60 * minute);
  expect(await stateOf(second)).toMatchObject({ at: 'queued', held: true });
  expect(sent()).toBe(1);

  await engine.groups.requeue({ accountId, jobId: second });
  await clock.advance(minute);

  expect((await stateOf(second)).at).toBe('created');
});

test('a number that changes just before the turn is noticed before anything is sent', async () => {
  const { clock, engine, create, sent, stateOf } = await scene();
  await create('One');
  const second = await create('Two');
  await clock.advance(minute);

  engine.account.sender = '79000000002';
  await clock.advance(60 * minute);

  expect(await stateOf(second)).toMatchObject({ at: 'queued', held: true });
  expect(sent()).toBe(1);
});

test("another number's groups are not read as those of the old one", async () => {
  const { clock, api, engine, create } = await scene();
  const { createGroup } = api;
  api.createGroup = (group) => {
    engine.account.sender = '79000000002';
    return createGroup(group);
  };
  await create('One');

  await clock.advance(minute);

  expect(api.callsOf('getContacts')).toHaveLength(1);
});

test("another number's health does not let the old one go on", async () => {
  const { clock, api, engine, create } = await scene();
  api.fault('createGroup', failures.notLinked);
  api.state = 'notAuthorized';
  await create('One');
  await clock.advance(minute);

  engine.account.sender = '79000000002';
  api.state = 'authorized';
  await clock.advance(60 * minute);

  const stopped = engine.database.read((sql) =>
    sql.get(
      z.object({ code: z.string() }),
      "SELECT stopped ->> 'code' AS code FROM senders WHERE sender = '79000000001'",
    ),
  );
  expect(stopped).toEqual({ code: 'not-linked' });
});

test("another number's groups are not searched for a lost one", async () => {
  const { clock, api, engine, create, stateOf } = await scene();
  api.fault('createGroup', failures.madeWithoutAnswer);
  const jobId = await create('Choir');
  await clock.advance(1000);

  engine.account.sender = '79000000002';
  await clock.advance(60 * minute);

  expect(await stateOf(jobId)).toMatchObject({ at: 'unknown', reads: 0 });
});

test('an account that is gone is left alone', async () => {
  const { clock, engine, create, sent } = await scene({ start: false });
  await create('One');
  engine.account.isThere = false;
  await engine.groups.start();
  engine.groups.wake();
  await clock.advance(60 * minute);

  expect(sent()).toBe(0);
  expect(engine.errors).toEqual([]);
});

const second = { accountId: 'account-2' };
const everything = { ...second, text: '', offset: 0, limit: 10 };

test('what a removed account made is found and used by the next account of its number', async () => {
  const { clock, engine, create } = await scene();
  const jobId = await create('Choir');
  await clock.advance(minute);
  const whileThere = await engine.groups.find(everything);
  engine.account.gone.add(accountId);
  engine.account.sender = 'id:1101000001';
  const offline = await engine.groups.find({ ...everything, accountId: 'account-3' });

  engine.account.sender = '79000000001';
  engine.groups.wake();
  await clock.advance(1);

  expect([whileThere, offline]).toMatchObject([{ value: { total: 0 } }, { value: { total: 0 } }]);
  expect(await engine.groups.find({ ...everything, accountId: 'account-3' })).toMatchObject({
    value: { total: 1, rows: [{ name: 'Choir' }] },
  });
  expect(await engine.groups.check({ accountId: 'account-3', jobId })).toMatchObject({ ok: true });
});

test('what a removed account made goes to another one of its number, at the next start', async () => {
  const { clock, engine, create } = await scene();
  await create('Choir');
  await clock.advance(minute);
  await engine.groups.find(everything);
  engine.account.gone.add(accountId);

  const next = engine.restart();
  await next.groups.start();

  expect(await next.groups.find(everything)).toMatchObject({ value: { total: 1 } });
});

test('when accounts were lost, what waited is held and what is unknown is looked for by the next of the number', async () => {
  const { clock, api, engine, create } = await scene();
  api.fault('createGroup', failures.madeWithoutAnswer);
  const unknown = await create('Choir');
  const queued = await create('Chess');
  await clock.advance(1000);
  engine.account.gone.add(accountId);
  const next = engine.restart();
  await next.groups.start();

  expect(await next.groups.find(everything)).toMatchObject({ value: { total: 2 } });
  await clock.advance(60 * minute);

  expect(await next.groups.show({ ...second, jobId: unknown })).toMatchObject({ value: { state: { at: 'created' } } });
  expect(await next.groups.show({ ...second, jobId: queued })).toMatchObject({
    value: { state: { at: 'queued', held: true } },
  });
});

test('a call about an account that nobody knows is refused, and leaves nothing in the record', async () => {
  const { engine } = await scene();
  engine.account.isThere = false;
  const who = { accountId: 'nobody', jobId: 'nothing' };

  const answers = [
    await engine.groups.find({ ...who, text: '', offset: 0, limit: 10 }),
    await engine.groups.create({ ...draft('Choir'), accountId: who.accountId }),
    await engine.groups.requeue(who),
    await engine.groups.goOn(who),
    await engine.groups.beginAnew(who),
    await engine.groups.show(who),
  ];
  await engine.groups.queue(who.accountId);

  expect(answers).toEqual(answers.map(() => ({ ok: false, failure: { code: 'not-found' } })));
  expect(engine.database.read((sql) => sql.all(z.unknown(), 'SELECT * FROM accounts'))).toEqual([]);
});

test('what is queued is cancelled with its account, and open ones are counted', async () => {
  const { clock, api, engine, create } = await scene();
  api.fault('createGroup', failures.noAnswer);
  await create('One');
  await create('Two');
  await clock.advance(1000);
  expect(await engine.groups.openJobs(accountId)).toEqual({ open: 1, queued: 1 });

  await engine.groups.cancelQueued(accountId);

  expect(await engine.groups.openJobs(accountId)).toEqual({ open: 1, queued: 0 });
});

test('two engines over one file send every group once, at one pace', async () => {
  const clock = createFakeClock();
  const api = createFakeGreenApi({ clock });
  api.make('Known before');
  const file = path.join(tempFolder(), 'record.db');
  const engines = [openEngine({ clock, api, file }), openEngine({ clock, api, file })];
  onTestFinished(() => {
    for (const engine of engines) {
      engine.crash();
      engine.database.close();
    }
  });
  for (const engine of engines) await engine.groups.start();

  for (const [place, name] of ['One', 'Two', 'Three', 'Four'].entries()) {
    await engines[place % 2]?.groups.create(draft(name));
  }
  for (let round = 0; round < 40; round += 1) {
    await clock.advance(minute);
    for (const engine of engines) engine.groups.wake();
  }

  const times = api.callsOf('createGroup').map((call) => call.serverMs);
  const gaps = times.slice(1).map((time, place) => time - (times[place] ?? 0));
  expect(api.groups.map((group) => group.name).sort()).toEqual(['Four', 'Known before', 'One', 'Three', 'Two']);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5 * minute);
  expect(engines.flatMap((engine) => engine.errors)).toEqual([]);
});

test('what a person denies is not made from another number than it was asked for', async () => {
  const { clock, api, engine, create, sent, stateOf } = await scene();
  api.fault('createGroup', failures.noAnswer);
  const jobId = await create('Choir');
  await clock.advance(16 * minute);
  engine.account.sender = '79000000002';
  engine.groups.wake();
  await clock.advance(minute);

  await engine.groups.decide({ accountId, jobId, verdict: { is: 'make-it', lookedOnPhone: true } });
  await clock.advance(60 * minute);

  expect(await stateOf(jobId)).toMatchObject({ at: 'queued', held: true });
  expect(sent()).toBe(1);
});
