import type { GroupRun } from './group-run.ts';

/**
 * How far a run has come: rows that are settled, of all that it makes. What was never ready and what a person left out
 * is not among them; at the end what was skipped is, for then it is what was not made.
 */
export function progressOf({ counts, state }: Pick<GroupRun, 'counts' | 'state'>): {
  readonly done: number;
  readonly total: number;
} {
  const { waiting, sending, created, unknown, refused, skipped } = counts;
  const done = created + unknown + refused;
  return { done, total: done + sending + waiting + (state.at === 'ended' ? skipped : 0) };
}
