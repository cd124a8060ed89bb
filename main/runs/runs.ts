import type { BackgroundWork, Queue } from '../../core/contract/events.ts';
import type { GroupJob } from '../../core/group-job.ts';
import type { AfterwardsCalls } from './afterwards.ts';
import type { DraftCalls } from './drafts.ts';
import type { Running } from './running.ts';

/** Hundreds of groups from a spreadsheet: files, drafts, runs, and what is done after each group was made. */
export type Runs = DraftCalls &
  Running &
  AfterwardsCalls & {
    /** The run that goes on for an account, for the rail and the tray. */
    standing(accountId: string): Promise<Queue['run']>;
    /** Rows of the account that wait for their turn, over all its runs and over those that go on. */
    waiting(accountId: string): Promise<{ readonly all: number; readonly goingOn: number }>;
    /** The run that a job belongs to; null for a single group. */
    runOf(jobId: string): Promise<string | null>;
    /** A job changed in the record. */
    noticed(job: GroupJob): void;
    /** What a queue waits for may have changed. */
    queueMoved(): void;
    /** The checks of an account have come further. */
    noticedChecks(work: BackgroundWork): void;
    /** Goes on with what an earlier run of the app left. */
    open(): Promise<void>;
    /** The network is back, the computer awake, an account checked, a setting changed. */
    wake(): void;
    /** The runs of an account end; what waits is not made. */
    endAll(accountId: string): Promise<void>;
    /** An account was removed: its runs end, its drafts go. */
    forget(accountId: string): Promise<void>;
    close(): Promise<void>;
  };
