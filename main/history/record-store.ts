import type { Result } from '../../core/result.ts';

export type OldRecords = { readonly groups: number; readonly runs: number };

/** Who was in the groups that are gone from the record. */
export type Removed = { readonly accountId: string; readonly chatIds: readonly string[] };

/**
 * The old part of the record: what was settled before a moment (wall time in ms), with all that happened since to the
 * same group or run. Never a group that is in the queue, on the wire or unknown, nor a step or message that is under way;
 * never the newest attempt of a number, which pace and proofs hang on.
 */
export type RecordStore = {
  countOld(beforeMs: number): Promise<OldRecords>;
  /** Removes some of it, in one small transaction; an empty list: nothing is left to remove. */
  removeOld(beforeMs: number): Promise<Result<{ readonly more: boolean; readonly removed: readonly Removed[] }>>;
};
