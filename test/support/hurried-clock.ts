import type { Clock } from '../../core/clock.ts';

/** The computer's time, `factor` times as fast, from `startMs` on. Processes that share both numbers share the time. */
export function createHurriedClock(factor: number, startMs: number): Clock {
  return {
    now: () => startMs + (Date.now() - startMs) * factor,
    monotonic: () => performance.now() * factor,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs / factor);
      return () => clearTimeout(timer);
    },
  };
}
