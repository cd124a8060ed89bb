import { expect, test } from 'vitest';
import { playSchedules } from './schedules.ts';

test('no schedule of restarts, sleep, changed clocks and summer time sends too early or too often', async () => {
  const found = await playSchedules({ schedules: 1_000, seed: 11, rule: 'sound' });

  expect(found).toMatchObject({ cases: 1_000, violations: 0, wrong: [] });
  expect(found.sent).toBeGreaterThan(1_000);
});

test('a pace that is kept in the memory of one run is found out', async () => {
  const { wrong } = await playSchedules({ schedules: 2_000, seed: 11, rule: 'pace' });

  expect(wrong.join()).toMatch('after the one before');
});
