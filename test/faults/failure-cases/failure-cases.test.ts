import { expect, test } from 'vitest';
import { breaksPromise } from '../found.ts';
import { failureKinds } from './kinds.ts';
import { failureCases, feedSingly, playFailures } from './play.ts';

/** Each kind once, and each place as often as the others. */
const everyThird = <T>(all: readonly T[]): T[] => all.filter((_, number) => number % 3 === Math.floor(number / 3) % 3);

test('every kind of failure ends where the table says, at the first, the middle or the last group', async () => {
  const found = await playFailures(everyThird(failureCases(feedSingly, 'sound')));

  expect(found).toMatchObject({ cases: failureKinds.length, duplicates: 0, lost: 0, violations: 0, wrong: [] });
});

test.each([
  ['resend', '500, made'],
  ['late-write', 'the end of the app in the call'],
  ['silence-is-no', 'silence, made'],
] as const)('an engine that breaks the rule “%s” is found out by “%s”', async (rule, name) => {
  const cases = failureCases(feedSingly, rule).filter(({ kind }) => kind.name === name);

  expect(cases).toHaveLength(3);
  for (const one of cases) expect(breaksPromise(await playFailures([one]))).toBe(true);
});
