import type { Search } from '../../core/group-job.ts';
import type { Moment } from '../../core/pace.ts';
import type { Timings } from './timings.ts';

const readsToDeny = 3;

/**
 * The search as it stands at this moment of a run. Time goes by the run's own clock, which nobody can put forward; what
 * passed between two runs cannot be proved and does not count.
 */
export function measured(search: Search | null, { runner, runMs }: Moment): Search {
  if (!search) return { runner, runMs, forMs: 0, reads: 0, lastReadForMs: null };
  if (search.runner !== runner) return { ...search, runner, runMs };
  return { ...search, runMs, forMs: search.forMs + Math.max(0, runMs - search.runMs) };
}

/** Counts a clean reading, if it is far enough from the one before. */
export function counted(search: Search, { readsApartMs }: Timings): Search {
  const { reads, forMs, lastReadForMs } = search;
  if (lastReadForMs !== null && forMs - lastReadForMs < readsApartMs) return search;
  return { ...search, reads: reads + 1, lastReadForMs: forMs };
}

/** Whether a person may say that the group does not exist. */
export const isLongEnough = ({ reads, forMs }: Search, { denyAfterMs }: Timings): boolean =>
  reads >= readsToDeny && forMs >= denyAfterMs;
