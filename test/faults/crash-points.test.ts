import { expect, test } from 'vitest';
import { live, playCrashPoints } from './crash-points.ts';
import { breaksPromise } from './found.ts';

test('without a death three groups are made', async () => {
  const ending = await live([]);

  expect(ending.errors).toEqual([]);
  expect(ending.rows.map(({ state }) => state.at)).toEqual(['created', 'created', 'created']);
  expect(ending.steps).toBeGreaterThan(60);
});

test('a death before or after any step, and another one while it recovers, makes nothing twice and loses nothing', async () => {
  const found = await playCrashPoints('sound', { stride: 30, recovery: 5, later: 50 });

  expect(found).toMatchObject({ duplicates: 0, lost: 0, violations: 0, wrong: [] });
}, 300_000);

test.each(['resend', 'late-write'] as const)('an engine that breaks the rule “%s” is found out', async (rule) => {
  expect(breaksPromise(await playCrashPoints(rule, { stride: 1, recovery: 1, later: 1 }))).toBe(true);
});
