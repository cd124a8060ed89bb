import type { Clock } from '../../core/clock.ts';

/** Waits by name: each can be ended before its time. */
export type Pause = {
  /** Resolves when the time is over or somebody cancels. */
  wait(name: string, ms: number): Promise<void>;
  /** Runs `run` when the time is over, and not when somebody cancels. */
  later(name: string, ms: number, run: () => void): void;
  cancel(name: string): void;
  cancelAll(): void;
};

export function createPause(clock: Pick<Clock, 'after'>): Pause {
  const open = new Map<string, () => void>();

  function cancel(name: string): void {
    open.get(name)?.();
    open.delete(name);
  }

  function start(name: string, ms: number, ends: { over: () => void; cancelled: () => void }): void {
    cancel(name);
    const stop = clock.after(ms, () => {
      open.delete(name);
      ends.over();
    });
    open.set(name, () => {
      stop();
      ends.cancelled();
    });
  }

  return {
    cancel,
    wait: (name, ms) => new Promise((resolve) => start(name, ms, { over: resolve, cancelled: resolve })),
    later: (name, ms, run) => start(name, ms, { over: run, cancelled: () => {} }),
    cancelAll() {
      for (const name of [...open.keys()]) cancel(name);
    },
  };
}
