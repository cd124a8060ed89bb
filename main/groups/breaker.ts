import type { Failure } from '../../core/failure.ts';
import { failureOfState, needsWord } from './attempt.ts';
import type { Journal } from './journal.ts';
import type { RunTime } from './run-time.ts';
import type { SenderApi } from './sender-api.ts';
import type { Timings } from './timings.ts';

/** What stopped a sender, and when its account is asked whether it can go on. */
export type Breaker = {
  /** Asks the account if it is time, and closes when it is fine. In how many ms to look again; null: when woken. */
  look(stopped: Failure): Promise<number | null>;
  /** A reason to ask at once, if it is open. */
  wake(): void;
  /** It is closed: what wakes now has nothing to do with a stop to come. */
  closed(): void;
};

type BreakerDeps = {
  readonly sender: string;
  readonly journal: Pick<Journal, 'go'>;
  readonly senderApi: SenderApi;
  readonly time: RunTime;
  readonly timings: Timings;
};

export function createBreaker({ sender, journal, senderApi, time, timings }: BreakerDeps): Breaker {
  let known: string | null = null;
  let dueRunMs: number | null = null;
  let isWoken = true;

  function plan(stopped: Failure): void {
    const { runMs, wallMs } = time.moment();
    const inMs = nextLookMs(stopped, wallMs, timings);
    dueRunMs = inMs === null ? null : runMs + inMs;
    known = JSON.stringify(stopped);
  }

  /** In how many ms to ask; 0: now; null: not before a person acts or the app is woken. */
  function dueInMs(stopped: Failure): number | null {
    const { runMs, wallMs } = time.moment();
    if (!mayLift(stopped, wallMs)) return null;
    if (isWoken) return 0;
    if (known !== JSON.stringify(stopped)) plan(stopped);
    return dueRunMs === null ? null : Math.max(0, dueRunMs - runMs);
  }

  async function isFine(): Promise<boolean> {
    const answer = await (await senderApi(sender))?.getStateInstance();
    return answer?.ok === true && failureOfState(answer.value) === null;
  }

  return {
    async look(stopped) {
      const inMs = dueInMs(stopped);
      if (inMs !== 0) return inMs;
      if (await isFine()) await journal.go(sender, [stopped.code]);
      else {
        isWoken = false;
        plan(stopped);
      }
      return 0;
    },
    wake() {
      isWoken = true;
    },
    closed() {
      isWoken = false;
    },
  };
}

function mayLift(stopped: Failure, wallMs: number): boolean {
  if (needsWord.includes(stopped.code)) return false;
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
