import { describe, expect, test } from 'vitest';
import type { FaultName } from '../../../main/practice/fault-table.ts';
import type { Break } from '../broken-rules.ts';
import { breaksPromise, type Counts } from '../found.ts';
import { withFields } from './field.ts';
import { playKills } from './kills.ts';
import { playRaces } from './races.ts';

const minute = 60_000;
/** Each of these starts dozens of processes; on a busy machine that takes its time. */
const patienceMs = 300_000;

test(
  'engines that are killed at any moment make no group twice and lose none',
  async () => {
    const found = await withFields(2, (fields) =>
      playKills(fields, { kills: 20, seed: 11, rule: 'sound', paceMs: minute }),
    );

    expect(found).toMatchObject({ kills: 20, duplicates: 0, lost: 0, violations: 0, wrong: [] });
  },
  patienceMs,
);

test(
  'two processes that start on one record send each group once',
  async () => {
    const found = await withFields(1, ([field]) => playRaces(field, { races: 8, seed: 11, rule: 'sound' }));

    expect(found).toMatchObject({ cases: 8, duplicates: 0, lost: 0, violations: 0, wrong: [] });
  },
  patienceMs,
);

describe('a rule broken on purpose is noticed', () => {
  const broken: readonly [Break, FaultName, keyof Counts, number][] = [
    ['resend', 'created-but-500', 'duplicates', minute],
    ['late-write', 'hang-after-effect', 'duplicates', minute],
    ['silence-is-no', 'lost-after-effect', 'lost', minute],
    ['pace', 'created-but-500', 'violations', 60 * minute],
  ];

  test.each(broken)(
    '%s, by killing',
    async (rule, always, what, paceMs) => {
      const found = await withFields(1, (fields) => playKills(fields, { kills: 16, seed: 5, rule, paceMs, always }));

      expect(found[what]).toBeGreaterThan(0);
    },
    patienceMs,
  );

  test(
    'late-write, by racing',
    async () => {
      const found = await withFields(1, ([field]) => playRaces(field, { races: 4, seed: 5, rule: 'late-write' }));

      expect(breaksPromise(found)).toBe(true);
    },
    patienceMs,
  );
});
