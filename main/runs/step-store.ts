import type { Result } from '../../core/result.ts';

/** What a person may have tried again: steps that did not work and surely had no effect. */
export type RedoStore = {
  /** These people of a group become admins after all: their failed steps wait again. */
  redoAdmins(jobId: string, chatIds: readonly string[]): Promise<Result<number>>;
  /** All failed steps of a run wait again. */
  redoFailed(runId: string): Promise<Result<number>>;
  /** Groups of runs that were made, and whose row or run asks for more than was written down yet. */
  unplanned(): Promise<readonly { readonly runId: string; readonly rowId: number; readonly jobId: string }[]>;
  /** Accounts with steps to do. */
  accountsWithSteps(): Promise<readonly string[]>;
};
