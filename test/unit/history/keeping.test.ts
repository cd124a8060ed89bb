import { expect, test } from 'vitest';
import type { RecordPeriod } from '../../../core/record-period.ts';
import { err, ok } from '../../../core/result.ts';
import { createWorker } from '../../../main/groups/worker.ts';
import { createKeeping } from '../../../main/history/keeping.ts';
import type { RecordStore } from '../../../main/history/record-store.ts';
import { createServerTime } from '../../../main/history/server-time.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Keeping over a store that answers `parts` groups, one part after the other. */
function open({ parts = [], period = '2-years' }: { parts?: number[]; period?: RecordPeriod | null } = {}) {
  const clock = createFakeClock();
  const world = {
    ...{ clock, parts, period, surelyNow: clock.now() as number | null, isFull: false },
    asked: [] as number[],
    told: [] as number[],
    logged: [] as string[],
  };
  const store: RecordStore = {
    countOld: async () => ({ groups: 7, runs: 1 }),
    async removeOld(beforeMs) {
      world.asked.push(beforeMs);
      if (world.isFull) return err({ code: 'disk-full' });
      const count = world.parts.shift() ?? 0;
      const removed = Array.from({ length: count }, () => ({ accountId: 'a', chatIds: ['1@c.us'] }));
      return ok({ more: count > 0, removed });
    },
  };
  const keeping = createKeeping({
    ...{ store, minuteMs, now: clock.now, after: clock.after },
    workerOf: (step) => createWorker({ clock, step }),
    period: () => world.period,
    surelyNow: () => world.surelyNow,
    log: {
      info: (event) => void world.logged.push(event),
      warn: (event) => void world.logged.push(event),
      error: () => '',
    },
    removed: async (removed) => void world.told.push(removed.length),
  });
  return Object.assign(world, { keeping });
}

test('the start has its first minutes for itself; then the old goes part by part, and again after a day', async () => {
  const world = open({ parts: [100, 30] });
  world.keeping.start();
  await world.clock.advance(9 * minuteMs);
  expect(world.asked).toEqual([]);

  await world.clock.advance(2 * minuteMs);
  expect([world.asked.length, world.told]).toEqual([3, [100, 30]]);

  world.parts.push(5);
  await world.clock.advance(dayMs);
  expect(world.told).toEqual([100, 30, 5]);
});

test('nothing goes before the service vouches for the time', async () => {
  const world = open({ parts: [100] });
  world.surelyNow = null;
  world.keeping.start();
  await world.clock.advance(3 * hourMs);
  expect(world.asked).toEqual([]);

  world.surelyNow = Date.UTC(2026, 10, 23);
  await world.clock.advance(hourMs);
  expect(new Date(world.asked[0] ?? 0).getFullYear()).toBe(2024);
});

test('a computer whose clock is years ahead removes by the time of the service', () => {
  const clock = createFakeClock(Date.UTC(2031, 0, 1));
  const time = createServerTime(clock);
  expect(time.now()).toBeNull();

  time.heard(Date.UTC(2026, 10, 23));
  clock.pass(hourMs);
  expect(time.now()).toBe(Date.UTC(2026, 10, 23) + hourMs);

  time.heard(Date.UTC(2040, 0, 1));
  expect(time.now()).toBe(clock.now());
});

test('for ever, and while nobody knows for how long, nothing is asked of the record', async () => {
  const world = open({ period: 'for-ever' });
  world.keeping.start();
  await world.clock.advance(2 * dayMs);
  world.period = null;
  await world.clock.advance(2 * dayMs);

  expect(world.asked).toEqual([]);
});

test('a shorter time counts at once when it has looked before', async () => {
  const world = open();
  world.keeping.start();
  world.keeping.periodChanged();
  await world.clock.advance(0);
  expect(world.asked).toEqual([]); // the first minutes are not over
  await world.clock.advance(11 * minuteMs);

  world.keeping.periodChanged();
  await world.clock.advance(0);
  expect(world.asked).toHaveLength(1);
  world.period = '6-months';
  world.keeping.periodChanged();
  await world.clock.advance(0);

  expect(world.asked).toHaveLength(2);
});

test('a full disk is told to the log, and it is tried again later', async () => {
  const world = open({ parts: [3] });
  world.isFull = true;
  world.keeping.start();
  await world.clock.advance(11 * minuteMs);
  expect(world.logged).toEqual(['keeping.not-done']);

  world.isFull = false;
  await world.clock.advance(hourMs);
  expect(world.told).toEqual([3]);
});

test('what would go is counted by the period; for ever loses nothing', async () => {
  const { keeping } = open();

  expect(await keeping.count('1-year')).toEqual({ groups: 7, runs: 1 });
  expect(await keeping.count('for-ever')).toEqual({ groups: 0, runs: 0 });
});

test('after the end nothing is looked at any more', async () => {
  const world = open({ parts: [100] });
  world.keeping.start();
  await world.keeping.stop();
  await world.clock.advance(2 * dayMs);

  expect([world.asked, world.clock.timers()]).toEqual([[], 0]);
});
