import type { Failure } from '../../core/failure.ts';
import type { RunTime } from './run-time.ts';
import type { Timings } from './timings.ts';

/** When the account may be asked whether a stopped sender can go on. */
export type Breaker = {
  /** In how many ms to ask; 0: now; null: not before a person acts or the app is woken. */
  dueInMs(stopped: Failure): number | null;
  /** It was asked, and is not fine yet. */
  asked(stopped: Failure): void;
  /** A reason to ask at once, if it is open. */
  wake(): void;
  /** It is closed: what wakes now has nothing to do with a stop to come. */
  closed(): void;
};

type BreakerDeps = { readonly time: RunTime; readonly timings: Timings };

export function createBreaker({ time, timings }: BreakerDeps): Breaker {
  let known: string | null = null;
  let dueRunMs: number | null = null;
  let isWoken = true;

  function plan(stopped: Failure): void {
    const { runMs, wallMs } = time.moment();
    const inMs = nextLookMs(stopped, wallMs, timings);
    dueRunMs = inMs === null ? null : runMs + inMs;
    known = JSON.stringify(stopped);
  }

  return {
    dueInMs(stopped) {
      const { runMs, wallMs } = time.moment();
      if (!mayLift(stopped, wallMs)) return null;
      if (isWoken) return 0;
      if (known !== JSON.stringify(stopped)) plan(stopped);
      return dueRunMs === null ? null : Math.max(0, dueRunMs - runMs);
    },
    asked(stopped) {
      isWoken = false;
      plan(stopped);
    },
    wake() {
      isWoken = true;
    },
    closed() {
      isWoken = false;
    },
  };
}

/** Only a person decides to go on after WhatsApp's own warning or two groups that nobody can find. */
function mayLift(stopped: Failure, wallMs: number): boolean {
  if (stopped.code === 'rate-overlimit' || stopped.code === 'unknown') return false;
  return stopped.code !== 'quota' || wallMs >= stopped.resetsAtMs;
}

/** Some states end by themselves or on the phone, where nobody tells us. */
function nextLookMs(stopped: Failure, wallMs: number, { pollMs }: Timings): number | null {
  switch (stopped.code) {
    case 'suspended':
      return Math.max(pollMs, (stopped.untilMs ?? wallMs) - wallMs);
    case 'starting':
    case 'not-linked':
    case 'sleeping':
    case 'too-fast':
      return pollMs;
    default:
      return null;
  }
}
