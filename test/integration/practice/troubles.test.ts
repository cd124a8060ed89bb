import { expect, test } from 'vitest';
import { practiceTroubles } from '../../../core/contract/events.ts';
import { openPractice } from './open-practice.ts';

test.each([
  ['made-but-500', 500, 1],
  ['not-made-500', 500, 0],
  ['rate-overlimit', 500, 0],
  ['quota', 466, 0],
  ['bad-number', 500, 0],
  ['person-not-added', 200, 1],
  ['not-linked', 400, 0],
  ['none', 200, 1],
] as const)('while “%s” is practised the next group is answered %i, and %i are made', async (trouble, status, made) => {
  const { practice, createGroup } = await openPractice();

  await practice.faults.set(trouble);

  expect((await createGroup()).status).toBe(status);
  expect(practice.world.groups).toHaveLength(made);
});

test('while “made-no-answer” is practised the group is made and the answer never comes', async () => {
  const { practice, createGroup } = await openPractice();

  await practice.faults.set('made-no-answer');

  await expect(createGroup()).rejects.toThrow();
  expect(practice.world.groups).toHaveLength(1);
});

test('while “offline” is practised nobody is there, and afterwards the same address answers', async () => {
  const { practice, createGroup } = await openPractice();
  await createGroup();

  await practice.faults.set('offline');
  const away = await createGroup().catch((error: Error) => error.cause);
  await practice.faults.set('none');
  const back = await createGroup();

  expect(away).toMatchObject({ code: 'ECONNREFUSED' });
  expect(back.status).toBe(200);
  expect(practice.world.groups).toHaveLength(2);
});

test('a trouble strikes the next group only, and choosing another takes it back', async () => {
  const { practice, createGroup } = await openPractice();

  await practice.faults.set('made-but-500');
  const statuses = [(await createGroup()).status, (await createGroup()).status];
  await practice.faults.set('bad-number');
  await practice.faults.set('none');
  statuses.push((await createGroup()).status);

  expect(statuses).toEqual([500, 200, 200]);
});

test('the pretend phone scans the code ten seconds after it was shown', async () => {
  const { practice, clock, call } = await openPractice();
  const state = async () => (await call('getStateInstance')).value;

  await practice.faults.set('not-linked');
  await clock.advance(60_000);
  const unseen = await state();
  await call('qr');
  await clock.advance(5_000);
  const shown = await state();
  await clock.advance(5_000);

  expect([unseen, shown, await state()]).toEqual([
    { stateInstance: 'notAuthorized' },
    { stateInstance: 'notAuthorized' },
    { stateInstance: 'authorized' },
  ]);
});

test.each(practiceTroubles)('after “%s” choosing none makes the service well', async (trouble) => {
  const { practice, createGroup } = await openPractice();

  await practice.faults.set(trouble);
  await practice.faults.set('none');

  expect((await createGroup()).status).toBe(200);
});
