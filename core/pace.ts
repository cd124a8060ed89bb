/** A point in time as one run of the app sees it, and how far that can be trusted. */
export type Moment = {
  /** The run of the app: one process, from its start to its end. */
  readonly runner: string;
  /** What the computer's clock shows. */
  readonly wallMs: number;
  /** Ms since the run began, by a clock that nobody can put forward or back. */
  readonly runMs: number;
  /** The server's time as far as it is known, otherwise the wall clock's. */
  readonly serverMs: number;
  /** The server's own Date agreed with the wall clock a short while ago, and nothing moved the clock since. */
  readonly clockOk: boolean;
  /** The calendar day by the server's clock, in the time zone of this computer: `2026-11-23`. Null: not known now. */
  readonly day: string | null;
  /** Until the next calendar day begins, or until it is worth asking again what day it is. */
  readonly dayEndsInMs: number;
};

/** An attempt that was or may have been sent. `before` tells that it was made before this run began. */
export type Slot = Pick<Moment, 'runner' | 'wallMs' | 'runMs' | 'clockOk'> & { readonly before: boolean };

/** Two clocks that agree within this are taken as one, when the question took no longer than this either. */
export const clockSlackMs = 3_000;
/** What two such agreements may be wrong by together; the Date header has whole seconds. */
const restartSlackMs = 2 * (2 * clockSlackMs + 1000);

/**
 * How long to wait after the last attempt. Within a run by the monotonic clock alone; after a start the wall clock
 * counts only if the server agreed with it both times, otherwise a full pace from the start. Never more than one pace.
 */
export function paceWaitMs(last: Slot | null, now: Moment, paceMs: number): number {
  if (!last) return 0;
  if (last.runner === now.runner) return Math.max(0, paceMs - (now.runMs - last.runMs));

  const elapsedMs = now.wallMs - last.wallMs;
  const byWallMs = Math.min(paceMs, Math.max(0, paceMs + restartSlackMs - elapsedMs));
  if (!last.before) return elapsedMs < 0 ? paceMs : byWallMs;

  const sinceStartMs = Math.max(0, paceMs - now.runMs);
  const wallCounts = now.clockOk && last.clockOk && elapsedMs >= 0;
  return wallCounts ? Math.min(sinceStartMs, byWallMs) : sinceStartMs;
}

export type Plan = {
  readonly waitMs: number;
  readonly paceMs: number;
  readonly leftToday: number;
  readonly perDay: number;
  readonly dayEndsInMs: number;
};

const dayMs = 86_400_000;
/** No calendar day is longer: the one on which summer time ends. */
export const longestDayMs = 90_000_000;

/** In how many ms each of the next `count` groups starts, the first first. */
export function startOffsets(count: number, { waitMs, paceMs, leftToday, perDay, dayEndsInMs }: Plan): number[] {
  const offsets: number[] = [];
  let atMs = waitMs;
  let left = leftToday;
  let endsInMs = dayEndsInMs;
  while (offsets.length < count) {
    while (atMs >= endsInMs || left <= 0) {
      atMs = Math.max(atMs, endsInMs);
      endsInMs += dayMs;
      left = Math.max(1, perDay);
    }
    offsets.push(atMs);
    atMs += paceMs;
    left -= 1;
  }
  return offsets;
}
