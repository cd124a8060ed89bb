import type { Clock } from '../../core/clock.ts';

/** The time that two clocks vouch for, for what cannot be taken back. */
export type ServerTime = {
  /** The service's own time in ms, as an answer gave it. */
  heard(serverDateMs: number): void;
  /** The earlier of the service's clock and this computer's; null before the service has said its own. */
  now(): number | null;
};

export function createServerTime(clock: Pick<Clock, 'now' | 'monotonic'>): ServerTime {
  let last: { readonly serverMs: number; readonly runMs: number } | null = null;
  return {
    heard(serverMs) {
      last = { serverMs, runMs: clock.monotonic() };
    },
    // While the computer sleeps, this run's clock may stand: then it is late, never early.
    now: () => last && Math.min(clock.now(), last.serverMs + clock.monotonic() - last.runMs),
  };
}
