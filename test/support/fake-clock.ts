import type { Clock } from '../../core/clock.ts';

export type FakeClock = Clock & {
  /** Both times go on by `ms`; what falls due runs in its order, each followed by the work it starts. */
  advance(ms: number): Promise<void>;
  /** The same where nothing waits: no timer runs. */
  pass(ms: number): void;
  /** The wall clock is put forward or back; nothing else moves. */
  jump(ms: number): void;
  /** The computer sleeps: the wall clock goes on, the monotonic one and the timers stand still. */
  sleep(ms: number): void;
  /** What the time really is, whatever was done to the clocks. */
  truth(): number;
  /** How many timers wait. */
  timers(): number;
};

type Timer = { readonly dueMs: number; readonly run: () => void };

/**
 * A clock that a test turns by hand. Without a start it shows Monday 23 November 2026, 09:00 UTC. `settled` is ready when
 * all that may happen before the next timer has happened.
 */
export function createFakeClock(startMs = Date.UTC(2026, 10, 23, 9), settled = settle): FakeClock {
  let wallMs = startMs;
  let runMs = 0;
  let sleptMs = 0;
  const waiting = new Set<Timer>();

  const nextDue = (untilMs: number): Timer | null => {
    const due = [...waiting].filter((timer) => timer.dueMs <= untilMs);
    return due.length === 0 ? null : due.reduce((first, timer) => (timer.dueMs < first.dueMs ? timer : first));
  };
  const goTo = (ms: number): void => {
    wallMs += Math.max(0, ms - runMs);
    runMs = Math.max(ms, runMs);
  };

  return {
    now: () => wallMs,
    monotonic: () => runMs,
    after(delayMs, run) {
      const timer = { dueMs: runMs + Math.max(0, delayMs), run };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    async advance(ms) {
      const untilMs = runMs + ms;
      await settled();
      for (let timer = nextDue(untilMs); timer; timer = nextDue(untilMs)) {
        goTo(timer.dueMs);
        waiting.delete(timer);
        timer.run();
        await settled();
      }
      goTo(untilMs);
    },
    pass(ms) {
      goTo(runMs + ms);
    },
    jump(ms) {
      wallMs += ms;
    },
    sleep(ms) {
      wallMs += ms;
      sleptMs += ms;
    },
    truth: () => startMs + runMs + sleptMs,
    timers: () => waiting.size,
  };
}

/** Lets every promise that is ready go on, and those that become ready by it. Nothing here waits for the network. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 6; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
