import type { Entry, Person } from '../../core/contact.ts';
import type { Failure } from '../../core/failure.ts';
import type { JobState } from '../../core/group-job.ts';
import type { RowFilter, RowProblem, RunCounts, RunState, Verdict } from '../../core/group-run.ts';
import type { Extras } from '../../core/group-sheet.ts';
import type { Result } from '../../core/result.ts';
import type { RunPlan } from '../../core/run-plan.ts';

/** A run as it is kept. */
export type KeptRun = {
  readonly id: string;
  readonly accountId: string;
  /** The number it was started with; null before the start. */
  readonly sender: string | null;
  /** The file's name, and where it lies; empty when nobody knows. */
  readonly file: string;
  readonly path: string;
  readonly madeAtMs: number;
  readonly startedAtMs: number | null;
  readonly state: RunState;
  readonly plan: RunPlan;
  readonly extras: Extras;
  /** Refusals in a row so far. */
  readonly refusals: number;
  readonly resultsFile: string | null;
};

/** What a row asks of its own group, besides the extras of the run. */
export type RowExtras = {
  readonly admins: readonly Person[];
  readonly message: string;
  readonly onlyAdminsWrite: boolean;
  /** The name of its own picture, as it stands in the file; empty: none. */
  readonly picture: string;
};

/** A row of a run as it is kept. Before the start its `verdict` counts; `wants` is what it waits for after it. */
export type KeptRow = {
  readonly rowId: number;
  readonly line: number;
  readonly name: string;
  /** Everybody as read, with what is still to repair; the people that go are the `ready` ones. */
  readonly entries: readonly Entry[];
  readonly people: number;
  readonly extras: RowExtras;
  readonly verdict: Verdict;
  readonly problems: readonly RowProblem[];
  /** A person agreed to another group of this name. */
  readonly again: boolean;
  /**
   * `no`: not started, or settled by its job · `turn`: waits for its turn · `skipped` · `word`: a duplicate when its turn
   * came (`failure`), a person decides.
   */
  readonly wants: 'no' | 'turn' | 'skipped' | 'word';
  readonly failure: Failure | null;
  readonly job: {
    readonly jobId: string;
    readonly state: JobState;
    readonly in: number | null;
    readonly notYet: number | null;
    readonly link: string | null;
    readonly stepsLeft: number;
    readonly stepsFailed: number;
  } | null;
};

export type NewRow = Pick<KeptRow, 'line' | 'name' | 'entries' | 'extras' | 'verdict' | 'problems'>;
export type RowChange = Partial<
  Pick<KeptRow, 'name' | 'entries' | 'extras' | 'verdict' | 'problems' | 'again' | 'wants' | 'failure'>
>;
/** What of a row decides whether others may have its name. */
export type NamedRow = Pick<KeptRow, 'rowId' | 'line' | 'name' | 'verdict' | 'again' | 'wants'>;

/** Ids of pictures by the names that rows give them; `''` is the one for all groups. */
export type RunPictures = ReadonlyMap<string, string>;

export type RowsQuery = {
  readonly runId: string;
  readonly filter: RowFilter;
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
};

/** A step after a group was made. `message` cannot be repeated safely; the others may. */
export type StepKind = 'picture' | 'only-admins' | 'admin' | 'message';
export type Step = {
  readonly id: number;
  readonly jobId: string;
  readonly kind: StepKind;
  /** Whom `admin` is about; empty for the others. */
  readonly chatId: string;
  readonly tries: number;
};
export type StepEnd =
  | { readonly at: 'done' }
  | { readonly at: 'failed'; readonly failure: Failure | null }
  /** A message that may have been sent: never again by itself. */
  | { readonly at: 'unknown' }
  /** Tried again later. */
  | { readonly at: 'again' };

/** The figures of a run as a whole; reading them costs the same however many rows it has. */
export type RunSums = {
  readonly counts: RunCounts;
  /** Of the rows that are or will be made, counted in each group. */
  readonly people: number;
  readonly repairable: { readonly numbers: number; readonly groups: number };
  readonly missing: { readonly people: number; readonly groups: number };
  readonly stepsFailed: number;
};

/**
 * Runs and their rows. What changes answers with `disk-full` or `newer-data` when it cannot be kept, `not-found` without
 * such a run or row, `too-late` when it has moved on. The link from a row to its job is written by `Journal.add`, in the
 * transaction that makes the job.
 */
export type RunStore = {
  /** `pictures` are those that its rows name, see `namePictures`. */
  add(run: KeptRun, rows: readonly NewRow[], pictures?: RunPictures): Promise<Result<null>>;
  run(runId: string): Promise<KeptRun | null>;
  /** Newest first, drafts on top. */
  runs(accountId: string, page: { readonly offset: number; readonly limit: number }): Promise<readonly KeptRun[]>;
  count(accountId: string): Promise<number>;
  /** Runs that were started and have not ended, oldest first, of all accounts. */
  open(): Promise<readonly KeptRun[]>;
  counts(runId: string): Promise<RunCounts>;
  sums(runId: string): Promise<RunSums>;
  /**
   * In the same transaction what this run has in the queue and did not send yet is held when it pauses or stops, and
   * cancelled when it ends; what waited then waits no more.
   */
  change(
    runId: string,
    change: Partial<Pick<KeptRun, 'state' | 'plan' | 'extras' | 'sender' | 'startedAtMs' | 'refusals' | 'resultsFile'>>,
  ): Promise<Result<KeptRun>>;
  /** Every ready row waits for its turn; the run goes on under this sender. In one transaction. */
  start(runId: string, start: { readonly sender: string; readonly atMs: number }): Promise<Result<KeptRun>>;
  /** Only a draft. */
  remove(runId: string): Promise<Result<null>>;

  rows(query: RowsQuery): Promise<{ readonly rows: readonly KeptRow[]; readonly total: number }>;
  row(runId: string, rowId: number): Promise<KeptRow | null>;
  /** All rows in their order, a page at a time, for judging and for results. */
  allRows(runId: string, page: { readonly offset: number; readonly limit: number }): Promise<readonly KeptRow[]>;
  /** The names of all rows in their order. */
  names(runId: string): Promise<readonly NamedRow[]>;
  changeRow(runId: string, rowId: number, change: RowChange): Promise<Result<KeptRow>>;
  /** Several at once, all or none. */
  changeRows(runId: string, changes: ReadonlyMap<number, RowChange>): Promise<Result<null>>;
  moveRow(runId: string, rowId: number, to: 'next' | 'up' | 'down' | 'last'): Promise<Result<null>>;
  /** The row whose turn is next, with its job where it was refused before; null when none waits. */
  next(runId: string): Promise<KeptRow | null>;
  /** The rows that wait, in their turn. */
  waitingIds(runId: string): Promise<readonly number[]>;
  /** How many wait for their turn. */
  waiting(runId: string): Promise<number>;
  /** The run and row a job belongs to, or null. */
  rowOf(jobId: string): Promise<{ readonly runId: string; readonly rowId: number } | null>;

  /** Keeps a picture once, however many rows and runs show it. Answers its id, for `namePictures`. */
  keepPicture(jpeg: Uint8Array): Promise<Result<string>>;
  /** What these names mean in the run from now on; others stay. */
  namePictures(runId: string, pictures: RunPictures): Promise<Result<null>>;
  pictures(runId: string): Promise<RunPictures>;
  /** How much all different pictures of the run are together. */
  pictureBytes(runId: string): Promise<number>;
  /** The picture that rows of the run name so; `''` is the one for all. */
  picture(runId: string, name: string): Promise<Uint8Array | null>;
  /** Pictures that no run shows any more go. Not while a file is being checked. */
  dropPictures(): Promise<Result<null>>;

  /** The steps of a job that was made; those that are there already stay. */
  addSteps(jobId: string, steps: readonly Pick<Step, 'kind' | 'chatId'>[]): Promise<Result<null>>;
  /** The next step to do of any job of the account, and its intent; null when none is left. Steps of dead runs: `message` is unknown, others are done anew. */
  beginStep(accountId: string, runner: string): Promise<Result<Step | null>>;
  endStep(stepId: number, end: StepEnd): Promise<Result<null>>;
  stepsFailed(runId: string): Promise<number>;

  /** People who are not in their group yet. */
  missing(
    runId: string,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{
    readonly people: readonly { readonly jobId: string; readonly group: string; readonly person: Person }[];
    readonly total: number;
    readonly groups: number;
  }>;
};
