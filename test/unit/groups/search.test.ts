import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Search } from '../../../core/group-job.ts';
import type { Moment } from '../../../core/pace.ts';
import { counted, isLongEnough, measured } from '../../../main/groups/search.ts';
import { realTimings } from '../../../main/groups/timings.ts';

const minute = 60_000;

const moment = (runner: string, runMs: number): Moment => ({
  ...{ runner, runMs, wallMs: 0, serverMs: 0, clockOk: false, day: null, dayEndsInMs: 1 },
});

/** Each run reads at these times of its own clock, all of them cleanly. */
function search(runs: readonly (readonly number[])[]): Search | null {
  let now: Search | null = null;
  for (const [run, times] of runs.entries()) {
    now = measured(now, moment(`run ${run}`, 0));
    for (const runMs of times) now = counted(measured(now, moment(`run ${run}`, runMs)), realTimings);
  }
  return now;
}

test('three readings far enough apart are enough after ten minutes, and not before', () => {
  const early = search([[minute, 4 * minute, 10 * minute - 1]]);
  const due = search([[minute, 4 * minute, 10 * minute]]);

  expect([early, due].map((each) => each && isLongEnough(each, realTimings))).toEqual([false, true]);
});

test('the clocks of two runs are not compared', () => {
  const begun = measured(null, moment('one', minute));
  const before = measured(begun, moment('one', 3 * minute));

  const taken = measured(before, moment('two', 9 * minute));
  const after = measured(taken, moment('two', 10 * minute));

  expect([before.forMs, taken.forMs, after.forMs]).toEqual([2 * minute, 2 * minute, 3 * minute]);
});

const run = fc
  .array(fc.integer({ min: 0, max: 15 * minute }), { maxLength: 6 })
  .map((times) => times.sort((a, b) => a - b));

test('whatever the runs, the search is as long as they lasted, and no two readings within a minute count', () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 4 }), (runs) => {
      const now = search(runs);
      const lasted = runs.reduce((sum, times) => sum + (times.at(-1) ?? 0), 0);

      expect(now?.forMs).toBe(lasted);
      expect(now?.reads ?? 0).toBeLessThanOrEqual(1 + Math.floor(lasted / minute));
    }),
  );
});
