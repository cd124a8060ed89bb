import type { Clock } from '../core/clock.ts';

/** The window's clock. States take it as an argument, so that tests can turn it by hand. */
export const windowClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
