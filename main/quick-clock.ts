import type { Clock } from '../core/clock.ts';

export type QuickClock = Clock & {
  speed(): number;
  /** Waits that have begun keep the speed they began with. */
  setSpeed(speed: number): void;
};

/** A clock whose spans pass `speed` times as fast; the wall time stays true, for it stands in records. */
export function createQuickClock(clock: Clock): QuickClock {
  let speed = 1;
  let since = { realMs: clock.monotonic(), ms: clock.monotonic() };
  const monotonic = () => since.ms + (clock.monotonic() - since.realMs) * speed;
  return {
    now: clock.now,
    monotonic,
    after: (delayMs, run) => clock.after(delayMs / speed, run),
    speed: () => speed,
    setSpeed(next) {
      since = { realMs: clock.monotonic(), ms: monotonic() };
      speed = next;
    },
  };
}
