import type { Queue } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import { type GroupRun, needsPerson } from '../../core/group-run.ts';
import { progressOf } from '../../core/run-progress.ts';

type Standing = NonNullable<Queue['run']>;

/** A run in a line, for the rail and the tray. Null for one that was not started or is over. */
export function standingOf({ id, file, state, counts, next, waiting }: GroupRun): Standing | null {
  const at = placeOf(state, waiting);
  if (at === null) return null;
  return { runId: id, file, at, ...progressOf({ counts, state }), nextAtMs: next?.startsAtMs ?? null };
}

function placeOf(state: GroupRun['state'], waiting: Failure | null): Standing['at'] | null {
  switch (state.at) {
    case 'running':
      return waiting && needsPerson(waiting) ? 'needs-you' : 'running';
    case 'paused':
      return state.why === 'person' ? 'paused' : 'needs-you';
    case 'stopped':
      return 'needs-you';
    default:
      return null;
  }
}

/** The one to show of several: first the one that needs somebody, then the one that goes on. */
export const foremost = (runs: readonly Standing[]): Standing | null =>
  runs.find(({ at }) => at === 'needs-you') ?? runs.find(({ at }) => at === 'running') ?? runs[0] ?? null;
