import type { Clock } from '../../core/clock.ts';

/** One thing at a time, again whenever something changes or a wait is over. */
export type Worker = {
  kick(): void;
  /** No new step. Ready when the running one has ended, or `graceMs` later; then it counts as abandoned. */
  stop(graceMs: number): Promise<void>;
  isAbandoned(): boolean;
};

type WorkerDeps = {
  readonly clock: Clock;
  /** Does the next thing and answers in how many ms to look again; null: when it is kicked. It does not throw. */
  readonly step: () => Promise<number | null>;
};

export function createWorker({ clock, step }: WorkerDeps): Worker {
  let isKicked = false;
  let isStopped = false;
  let isAbandoned = false;
  let working: Promise<void> | null = null;
  let cancelTimer = () => {};

  async function work(): Promise<void> {
    while (isKicked && !isStopped) {
      isKicked = false;
      const waitMs = await step();
      if (waitMs === 0) isKicked = true;
      else if (waitMs !== null && !isKicked && !isStopped) cancelTimer = clock.after(waitMs, kick);
    }
    // Here and not in a `finally`: a kick between the last look above and that would be lost.
    working = null;
  }

  function kick(): void {
    cancelTimer();
    if (isStopped) return;
    isKicked = true;
    working ??= work();
  }

  return {
    kick,
    isAbandoned: () => isAbandoned,
    async stop(graceMs) {
      isStopped = true;
      cancelTimer();
      if (!working) return;
      let cancelGrace = () => {};
      const grace = new Promise<void>((resolve) => {
        cancelGrace = clock.after(graceMs, resolve);
      });
      await Promise.race([working, grace]);
      cancelGrace();
      isAbandoned = working !== null;
    },
  };
}
