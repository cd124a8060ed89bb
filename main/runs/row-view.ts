import type { RowState, RunRow } from '../../core/group-run.ts';
import type { KeptRow } from './store.ts';

/** A row as the window shows it; `startsAtMs` where it waits and that is known. */
export const toRunRow = (row: KeptRow, startsAtMs: number | null): RunRow => ({
  rowId: row.rowId,
  line: row.line,
  name: row.name,
  people: row.people,
  state: stateOf(row, startsAtMs),
});

function stateOf({ wants, failure, job, verdict, problems }: KeptRow, startsAtMs: number | null): RowState {
  if (wants === 'turn') return { at: 'waiting', startsAtMs, again: job?.state.at === 'refused' };
  if (wants === 'word' && failure) return { at: 'duplicate', failure };
  if (wants === 'skipped' || job?.state.at === 'cancelled') return { at: 'skipped' };
  if (job) return { at: 'job', ...job };
  return { at: 'checked', verdict, problems: [...problems] };
}
