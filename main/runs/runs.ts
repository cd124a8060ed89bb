import type { Api } from '../../core/contract/calls.ts';
import type { BackgroundWork, Queue } from '../../core/contract/events.ts';
import type { GroupJob } from '../../core/group-job.ts';

type Calls =
  | 'openFile'
  | 'chooseFile'
  | 'readAgain'
  | 'dropFile'
  | 'saveTemplate'
  | 'check'
  | 'find'
  | 'show'
  | 'rows'
  | 'row'
  | 'editRow'
  | 'repair'
  | 'checkWhatsapp'
  | 'saveProblems'
  | 'setExtras'
  | 'choosePicture'
  | 'plan'
  | 'start'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'remove'
  | 'skip'
  | 'moveRow'
  | 'retry'
  | 'retrySteps'
  | 'missing'
  | 'helpMissing'
  | 'stopHelping'
  | 'saveResults'
  | 'savePages'
  | 'showFile';

/** Hundreds of groups from a spreadsheet: files, drafts, runs, and what is done after each group was made. */
export type Runs = { readonly [C in Calls]: Api[`runs.${C}`] } & {
  /** The run that goes on for an account, for the rail and the tray. */
  standing(accountId: string): Promise<Queue['run']>;
  /** Rows of the account that wait for their turn, over all its runs and over those that go on. */
  waiting(accountId: string): Promise<{ readonly all: number; readonly goingOn: number }>;
  isOfRun(jobId: string): Promise<boolean>;
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
