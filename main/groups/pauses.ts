import type { Failure } from '../../core/failure.ts';
import type { Outcome } from './journal.ts';
import type { RunTime } from './run-time.ts';
import type { Timings } from './timings.ts';

/** Why and how long a queue waits besides the pace: missed connections, a service that starts or asks to slow down. */
export type Pauses = {
  leftMs(): number;
  reason(): Failure | null;
  /** By how much the pace is stretched in this run. */
  slowness(): number;
  /** What has to be found out before anything is sent: is the connection, is the account ready again? */
  mustAsk(): boolean;
  /** The service answered that question. `failure` is null when all is well; false: it will not pass by itself. */
  asked(failure: Failure | null): boolean;
  /** `passed`: refusals in a row that were waited out before. */
  afterEnd(outcome: Outcome, passed: number): void;
  /** A read failed. */
  afterMiss(failure: Failure): void;
  afterRead(): void;
  wake(): void;
};

type PausesDeps = { readonly time: RunTime; readonly timings: Timings; readonly random: () => number };

export function createPauses({ time, timings, random }: PausesDeps): Pauses {
  let untilRunMs = 0;
  let reason: Failure | null = null;
  let readMisses = 0;
  let sendMisses = 0;
  let slowness = 1;
  let asking: { startingSeen: number } | null = null;

  const runMs = (): number => time.moment().runMs;

  function pause(forMs: number, why: Failure | null): void {
    untilRunMs = runMs() + forMs;
    reason = why;
  }
  function wake(): void {
    pause(0, null);
    readMisses = 0;
    sendMisses = 0;
    if (asking) asking = { startingSeen: 0 };
  }
  /** The delay for a miss, up to a fifth longer, so that many desks do not come back in one moment. */
  const retryMs = (misses: number): number => {
    const { retryDelaysMs } = timings;
    return (retryDelaysMs[misses] ?? retryDelaysMs.at(-1) ?? 0) * (1 + random() / 5);
  };

  function afterNeverSent(failure: Failure): void {
    const delayMs = sendMisses < timings.retryDelaysMs.length ? retryMs(sendMisses) : null;
    sendMisses += 1;
    if (delayMs === null) asking = { startingSeen: 0 };
    pause(delayMs ?? timings.pollMs, delayMs === null ? { code: 'offline' } : failure);
  }

  function afterPutBack(failure: Failure, passed: number): void {
    if (failure.code !== 'too-fast') {
      asking = { startingSeen: 0 };
      return;
    }
    slowness = 2;
    const waitMs = timings.tooFastDelaysMs[passed] ?? timings.tooFastDelaysMs.at(-1) ?? 0;
    pause(waitMs, { code: 'too-fast', waitMs });
  }

  return {
    leftMs: () => Math.max(0, untilRunMs - runMs()),
    reason: () => reason,
    slowness: () => slowness,
    mustAsk: () => asking !== null,
    wake,

    asked(failure) {
      const delayMs = timings.startingDelaysMs[asking?.startingSeen ?? 0];
      if (failure?.code === 'starting' && asking && delayMs !== undefined) {
        asking.startingSeen += 1;
        pause(delayMs, failure);
        return true;
      }
      asking = null;
      sendMisses = 0;
      pause(0, null);
      return failure === null;
    },

    afterEnd(outcome, passed) {
      if (outcome.at === 'never-sent') {
        afterNeverSent(outcome.failure);
        return;
      }
      sendMisses = 0;
      pause(0, null);
      if (outcome.at === 'put-back') afterPutBack(outcome.failure, passed);
    },

    afterMiss(failure) {
      pause(retryMs(readMisses), failure);
      readMisses += 1;
    },
    afterRead() {
      readMisses = 0;
      pause(0, null);
    },
  };
}
