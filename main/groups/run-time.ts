import type { Clock } from '../../core/clock.ts';
import type { Evidence } from '../../core/failure.ts';
import { clockSlackMs, type Moment } from '../../core/pace.ts';

/** Time in one run of the app: what the clocks say, and what of it the server has confirmed. */
export type RunTime = {
  moment(): Moment;
  /** Takes note of the server's Date in an answer. */
  heard(evidence: Evidence): void;
  /** What was read before this run time is too old: by its age, or because the clocks moved since. */
  freshSinceRunMs(maxAgeMs: number): number;
  /** The computer may have slept: what was known of the clocks counts no more. */
  unsettle(): void;
};

type Heard = { readonly serverMs: number; readonly runMs: number; readonly agreed: boolean };

export function createRunTime(clock: Clock, runner: string): RunTime {
  const startMs = clock.monotonic();
  const runMs = (): number => Math.round(clock.monotonic() - startMs);
  const offset = (): number => clock.now() - runMs();
  let knownOffset = offset();
  let unsettledAtRunMs = 0;
  let heard: Heard | null = null;

  function unsettle(): void {
    knownOffset = offset();
    unsettledAtRunMs = runMs();
    heard = null;
  }

  /** Sleep and a changed wall clock show as two clocks that drift apart. */
  function watch(): void {
    if (Math.abs(offset() - knownOffset) > clockSlackMs) unsettle();
  }

  return {
    unsettle,
    moment() {
      watch();
      const serverMs = heard ? heard.serverMs + runMs() - heard.runMs : clock.now();
      return {
        runner,
        wallMs: Math.round(clock.now()),
        runMs: runMs(),
        serverMs: Math.round(serverMs),
        clockOk: heard?.agreed ?? false,
        ...(heard ? dayOf(serverMs) : { day: null, dayEndsInMs: askAgainMs }),
      };
    },
    heard({ startedAtMs, endedAtMs, serverDateMs }) {
      watch();
      if (serverDateMs === null) return;
      // The header has whole seconds, and was written some time between the question and the answer.
      const isQuick = endedAtMs - startedAtMs <= clockSlackMs;
      if (!isQuick && heard) return;
      const isNear = serverDateMs >= startedAtMs - clockSlackMs - 1000 && serverDateMs <= endedAtMs + clockSlackMs;
      const agreed = isQuick && isNear;
      heard = { serverMs: serverDateMs, runMs: runMs(), agreed };
    },
    freshSinceRunMs(maxAgeMs) {
      watch();
      return Math.max(unsettledAtRunMs, runMs() - maxAgeMs);
    },
  };
}

const askAgainMs = 3_600_000;

/** The calendar day in the time zone of this computer; some days have 23 or 25 hours. */
function dayOf(atMs: number): Pick<Moment, 'day' | 'dayEndsInMs'> {
  const date = new Date(atMs);
  const two = (number: number) => String(number).padStart(2, '0');
  const ends = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    dayEndsInMs: Math.max(1, ends.getTime() - atMs),
  };
}
