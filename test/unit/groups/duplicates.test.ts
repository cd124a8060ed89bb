import { expect, test } from 'vitest';
import { failures } from '../../support/fake-green-api.ts';
import { accountId, draft, person } from '../../support/groups-engine.ts';
import { scene } from '../../support/scene.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

test('a double click asks for one group', async () => {
  const { clock, engine, sent } = await scene();

  const [first, second] = await Promise.all([
    engine.groups.create(draft('Choir')),
    engine.groups.create(draft('Choir')),
  ]);
  await clock.advance(10 * minute);

  expect(first.ok).toBe(true);
  expect(second).toMatchObject({ ok: false, failure: { code: 'duplicate', exact: true, state: 'open' } });
  expect(sent()).toBe(1);
});

test('the same people in another order, the name in other letters: it is the same group', async () => {
  const { clock, engine, create } = await scene();
  const jobId = await create('Ёлка  2026');
  await clock.advance(minute);

  const again = await engine.groups.create({ ...draft('елка 2026'), people: [person(2), person(1), person(2)] });

  expect(again).toMatchObject({ ok: false, failure: { code: 'duplicate', exact: true, state: 'created', jobId } });
});

test('the same name with other people waits for a person too', async () => {
  const { clock, engine, create } = await scene();
  await create('Choir');
  await clock.advance(minute);

  const repaired = await engine.groups.create(draft('Choir', { count: 3 }));

  expect(repaired).toMatchObject({ ok: false, failure: { code: 'duplicate', exact: false, state: 'created' } });
});

test('a person may ask for another one of the same', async () => {
  const { clock, engine, create, sent } = await scene();
  await create('Choir');
  await clock.advance(minute);

  const again = await engine.groups.create(draft('Choir', { again: true }));
  await clock.advance(10 * minute);

  expect(again.ok).toBe(true);
  expect(sent()).toBe(2);
});

test('after thirty days nobody is asked', async () => {
  const { clock, engine, create } = await scene();
  await create('Choir');
  await clock.advance(30 * day + minute);

  const again = await engine.groups.create(draft('Choir'));

  expect(again.ok).toBe(true);
});

test('an unknown group blocks the very same for ever, whatever a person clicks', async () => {
  const { clock, api, engine, create } = await scene();
  api.fault('createGroup', failures.noAnswer);
  const jobId = await create('Choir');
  await clock.advance(400 * day);

  const again = await engine.groups.create(draft('Choir', { again: true }));

  expect(again).toMatchObject({ ok: false, failure: { code: 'duplicate', exact: true, state: 'unknown', jobId } });
});

test('another one of the same that waits in the queue waits on while the first is unknown', async () => {
  const { clock, api, engine, create, show, sent } = await scene({ start: false });
  api.fault('createGroup', failures.noAnswer);
  const first = await create('Choir');
  const second = await create('Choir', { again: true });
  const third = await create('Chess');
  await engine.groups.start();
  await clock.advance(60 * minute);
  expect(sent()).toBe(2);
  expect((await show(second)).state).toMatchObject({ at: 'queued', waiting: { code: 'duplicate', jobId: first } });
  expect((await show(third)).state.at).toBe('created');

  await engine.groups.decide({ accountId, jobId: first, verdict: { is: 'exists', chatId: null } });
  await clock.advance(minute);

  expect((await show(second)).state.at).toBe('created');
});

test('a refused group goes back with other people only past the guard', async () => {
  const { clock, api, engine, create, stateOf } = await scene();
  api.fault('createGroup', failures.notAccepted);
  const refused = await create('Choir');
  await create('Chess');
  await clock.advance(10 * minute);

  const asChess = await engine.groups.requeue({ accountId, jobId: refused, name: 'Chess' });
  const repaired = await engine.groups.requeue({ accountId, jobId: refused, people: [person(7)] });
  await clock.advance(10 * minute);

  expect(asChess).toMatchObject({ ok: false, failure: { code: 'duplicate', exact: true } });
  expect(repaired.ok).toBe(true);
  expect((await stateOf(refused)).at).toBe('created');
  expect(api.groups.at(-1)?.members.map((member) => member.chatId)).toContain(person(7).chatId);
});

test('a bad draft is told by its problem, and nothing is kept', async () => {
  const { engine } = await scene();

  expect(await engine.groups.create(draft('  '))).toMatchObject({
    failure: { code: 'bad-draft', problem: 'name-empty' },
  });
  expect(await engine.groups.create(draft('x'.repeat(101)))).toMatchObject({ failure: { problem: 'name-too-long' } });
  expect(await engine.groups.create({ ...draft('Choir'), people: [] })).toMatchObject({
    failure: { problem: 'no-people' },
  });
  expect(await engine.groups.openJobs(accountId)).toEqual({ open: 0, queued: 0 });
});

test('a refused group that was made under another job since is not made again without a question', async () => {
  const { clock, api, engine, create, sent } = await scene();
  api.fault('createGroup', failures.notAccepted);
  const refused = await create('Choir');
  await clock.advance(minute);
  const made = await create('Choir');
  await clock.advance(10 * minute);

  const requeued = await engine.groups.requeue({ accountId, jobId: refused });
  await clock.advance(10 * minute);

  expect(requeued).toMatchObject({ failure: { code: 'duplicate', exact: true, state: 'created', jobId: made } });
  expect(sent()).toBe(2);
});
