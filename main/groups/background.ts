import type { Clock } from '../../core/clock.ts';
import type { Log } from '../log/log.ts';

/** Work that nobody waits for. What it throws is a bug, and ends in the log. */
export type Background = {
  run(name: string, work: () => Promise<void>): void;
  /** Ready when all has ended, or `graceMs` later. */
  stop(graceMs: number): Promise<void>;
};

export function createBackground({ clock, log }: { clock: Clock; log: Log }): Background {
  const running = new Set<Promise<void>>();
  let isStopped = false;

  return {
    run(name, work) {
      if (isStopped) return;
      const done = work()
        .catch((error: unknown) => {
          // After the end the record is closed; what comes late then is read again at the next start.
          if (!isStopped) log.error(`${name}.failed`, error);
        })
        .finally(() => running.delete(done));
      running.add(done);
    },
    async stop(graceMs) {
      isStopped = true;
      if (running.size === 0) return;
      let cancel = () => {};
      const grace = new Promise<void>((resolve) => {
        cancel = clock.after(graceMs, resolve);
      });
      await Promise.race([Promise.all(running), grace]);
      cancel();
    },
  };
}
