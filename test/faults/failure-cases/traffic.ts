import type { Clock } from '../../../core/clock.ts';
import { settle } from '../../support/fake-clock.ts';

/** Counts what is on the wire, so that a clock turned by hand can stand still until it is answered. */
export type Traffic = {
  watch<A extends object>(api: A): A;
  /** For whoever waits by the clock in the middle of a call: meanwhile nothing of it is on the wire. */
  clock(clock: Clock): Clock;
  /** Ready when nothing is on the wire and nothing more comes by itself. */
  settled(): Promise<void>;
};

export function createTraffic(): Traffic {
  let open = 0;
  let quiet: (() => void)[] = [];
  const change = (by: 1 | -1): void => {
    open += by;
    if (open > 0) return;
    for (const resolve of quiet) resolve();
    quiet = [];
  };

  return {
    watch: (api) =>
      new Proxy(api, {
        get(target, name, receiver) {
          const value = Reflect.get(target, name, receiver);
          if (typeof value !== 'function') return value;
          return async (...args: unknown[]) => {
            change(1);
            try {
              return await value.apply(target, args);
            } finally {
              change(-1);
            }
          };
        },
      }),
    clock: (clock) => ({
      ...clock,
      after(delayMs, run) {
        change(-1);
        return clock.after(delayMs, () => {
          change(1);
          run();
        });
      },
    }),
    async settled() {
      await settle();
      while (open > 0) {
        await new Promise<void>((resolve) => quiet.push(resolve));
        await settle();
      }
    },
  };
}
