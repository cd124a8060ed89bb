import { describe, expect, test } from 'vitest';
import { breaksPromise } from '../found.ts';
import { feedByRun, feedSingly } from './feeds.ts';
import { failureKinds } from './kinds.ts';
import { failureCases, playFailures } from './play.ts';

/** Each kind once, and each place as often as the others. */
const everyThird = <T>(all: readonly T[]): T[] => all.filter((_, number) => number % 3 === Math.floor(number / 3) % 3);

test('every kind of failure ends where the table says, at the first, the middle or the last group', async () => {
  const found = await playFailures(everyThird(failureCases(feedSingly, 'sound')));

  expect(found).toMatchObject({ cases: failureKinds.length, duplicates: 0, lost: 0, violations: 0, wrong: [] });
});

/** Those that a run meets otherwise than a single group: a row that fails, one that waits, a queue that stops, the end of the app. */
const metByRuns = [
  'a draft without a name',
  'an intent that cannot be written',
  'a connection refused',
  '400 validation',
  '400 not authorised',
  '401',
  '404',
  "466 of the method's calls",
  'rate overlimit',
  '502',
  '500, made',
  'the end of the app in the call',
];

test('the rows of a run end there too, and the run goes on, waits or stops as the table says', async () => {
  const cases = failureCases(feedByRun, 'sound').filter(
    ({ kind, place }) => metByRuns.includes(kind.name) && place < 2,
  );

  const found = await playFailures(cases);

  expect(found).toMatchObject({ cases: 2 * metByRuns.length, duplicates: 0, lost: 0, violations: 0, wrong: [] });
});

describe.each([
  ['singly', feedSingly],
  ['by a run', feedByRun],
] as const)('asked for %s', (_, feed) => {
  test.each([
    ['resend', '500, made'],
    ['late-write', 'the end of the app in the call'],
    ['silence-is-no', 'silence, made'],
  ] as const)('an engine that breaks the rule “%s” is found out by “%s”', async (rule, name) => {
    const cases = failureCases(feed, rule).filter(({ kind }) => kind.name === name);

    expect(cases).toHaveLength(3);
    for (const one of cases) expect(breaksPromise(await playFailures([one]))).toBe(true);
  });
});
