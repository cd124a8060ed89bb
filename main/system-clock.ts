import { performance } from 'node:perf_hooks';
import type { Clock } from '../core/clock.ts';

/** setTimeout holds 31 bits of ms; longer waits are taken in stretches. */
const longestMs = 2 ** 31 - 1;

/** The computer's own time. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(delayMs, run) {
    const dueMs = performance.now() + delayMs;
    let timer: NodeJS.Timeout;
    const wait = () => {
      const leftMs = dueMs - performance.now();
      timer = setTimeout(leftMs > longestMs ? wait : run, Math.min(Math.max(leftMs, 0), longestMs));
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};
