import type { Result } from '../../core/result.ts';
import type { KeptRun } from './store.ts';

/**
 * Whether the results of ended runs lie beside their files as they are now, over restarts. The end of a run makes them due in
 * the same transaction.
 */
export type ResultsStore = {
  /**
   * Runs that ended after `sinceMs` and whose results are not final. `open`: of how many groups it was not known yet what
   * came of them, or who is in, when they were written last; null: they were not written since the end.
   */
  resultsDue(sinceMs: number): Promise<readonly { readonly run: KeptRun; readonly open: number | null }[]>;
  /** They were written with so many groups open; with none they are final. */
  noteResults(runId: string, open: number): Promise<Result<null>>;
};
