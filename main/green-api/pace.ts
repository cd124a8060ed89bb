import type { Clock } from '../../core/clock.ts';
import { endpoints, type MethodName } from './endpoints.ts';

/** Keeps each instance's calls of one method as far apart as the service asks. */
export type Pacer = {
  /** Resolves when it is this call's turn; calls of one method take their turns in the order of asking. */
  turn(idInstance: string, method: MethodName): Promise<void>;
};

/** Calls arrive less evenly than they are sent, so that the exact gap would now and then be met with a 429. */
const margin = 1.1;

const gapMs = (method: MethodName): number => (1000 / endpoints[method].perSecond) * margin;

/**
 * GREEN-API counts calls per second, instance and method ("Ratelimiter"). How many it lets through at once is not
 * documented, so calls are spread evenly. One pacer serves all accounts; it holds a timer only while a call waits.
 */
export function createPacer({ clock }: { readonly clock: Clock }): Pacer {
  const freeAtMs = new Map<string, number>();
  return {
    turn(idInstance, method) {
      const key = `${idInstance}/${method}`;
      const nowMs = clock.monotonic();
      const turnMs = Math.max(nowMs, freeAtMs.get(key) ?? 0);
      freeAtMs.set(key, turnMs + gapMs(method));
      return turnMs === nowMs ? Promise.resolve() : new Promise((resolve) => clock.after(turnMs - nowMs, resolve));
    },
  };
}
