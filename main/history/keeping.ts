import { keptSinceMs, type RecordPeriod } from '../../core/record-period.ts';
import type { Worker } from '../groups/worker.ts';
import type { Log } from '../log/log.ts';
import type { OldRecords, RecordStore, Removed } from './record-store.ts';

/** Removes what is older than the record is to be kept: soon after the start, then once a day. */
export type Keeping = {
  /** What would go if the record were kept no longer than this. */
  count(period: RecordPeriod): Promise<OldRecords>;
  start(): void;
  /** How long the record is kept may have changed. */
  periodChanged(): void;
  stop(): Promise<void>;
};

type KeepingDeps = {
  readonly store: RecordStore;
  /** How long to keep; null: nothing may be removed now. */
  readonly period: () => RecordPeriod | null;
  /** The time that a removal goes by; null: nothing vouches for it yet. */
  readonly surelyNow: () => number | null;
  readonly now: () => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly workerOf: (step: () => Promise<number | null>) => Worker;
  readonly minuteMs: number;
  readonly log: Log;
  /** These people are in fewer groups of the record. */
  readonly removed: (removed: readonly Removed[]) => Promise<void>;
};

/** The start has other things to do first; and what goes today is in today's copy of the record. */
const firstMinutes = 10;
const againMinutes = 60;
const dailyMinutes = 24 * 60;
/** Between two small transactions others get their turn. */
const breathMs = 50;
const stopGraceMs = 5_000;

export function createKeeping(deps: KeepingDeps): Keeping {
  const { store, period, minuteMs, log } = deps;
  const worker = deps.workerOf(guarded);
  let looked: RecordPeriod | null = null;
  let cancelFirst = () => {};

  async function guarded(): Promise<number> {
    try {
      return await step();
    } catch (error) {
      if (!worker.isAbandoned()) log.error('keeping.failed', error);
      return dailyMinutes * minuteMs;
    }
  }

  async function step(): Promise<number> {
    const keepFor = period();
    const nowMs = deps.surelyNow();
    if (keepFor === null || nowMs === null) return againMinutes * minuteMs;
    looked = keepFor;
    const sinceMs = keptSinceMs(keepFor, nowMs);
    if (sinceMs === null) return dailyMinutes * minuteMs;

    const done = await store.removeOld(sinceMs);
    if (!done.ok) {
      log.warn('keeping.not-done', { code: done.failure.code });
      return againMinutes * minuteMs;
    }
    const { more, removed } = done.value;
    if (removed.length > 0) {
      log.info('keeping.removed', { count: removed.length });
      await deps.removed(removed);
    }
    return more ? breathMs : dailyMinutes * minuteMs;
  }

  return {
    async count(keepFor) {
      const sinceMs = keptSinceMs(keepFor, deps.now());
      return sinceMs === null ? { groups: 0, runs: 0 } : store.countOld(sinceMs);
    },
    start() {
      cancelFirst = deps.after(firstMinutes * minuteMs, worker.kick);
    },
    periodChanged() {
      if (looked !== null && looked !== period()) worker.kick();
    },
    stop() {
      cancelFirst();
      return worker.stop(stopGraceMs);
    },
  };
}
