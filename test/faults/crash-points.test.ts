import { describe, expect, test } from 'vitest';
import { runLives, singleLives } from './crash-lives.ts';
import { live, playCrashPoints } from './crash-points.ts';
import { breaksPromise } from './found.ts';

describe.each([
  ['singly', singleLives, 60],
  ['by a run', runLives, 60],
] as const)('three groups that are asked for %s', (_, feed, stepsLeast) => {
  test('are made when nothing dies', async () => {
    const ending = await live(feed, []);

    expect(ending.errors).toEqual([]);
    expect(ending.rows.map(({ state }) => state.at)).toEqual(['created', 'created', 'created']);
    expect(ending.steps).toBeGreaterThan(stepsLeast);
  });

  test('are not made twice nor lost by a death before or after any step, and another one while it recovers', async () => {
    const found = await playCrashPoints(feed, 'sound', { stride: 30, recovery: 5, later: 50 });

    expect(found).toMatchObject({ duplicates: 0, lost: 0, violations: 0, wrong: [] });
  }, 300_000);

  test.each(['resend', 'late-write'] as const)('and an engine that breaks the rule “%s” is found out', async (rule) => {
    expect(breaksPromise(await playCrashPoints(feed, rule, { stride: 1, recovery: 1, later: 1 }))).toBe(true);
  });
});
