import type { Person } from '../../core/contact.ts';
import type { Evidence, Failure, FailureCode } from '../../core/failure.ts';
import type { GroupJob, GroupRow } from '../../core/group-job.ts';
import type { JobEvent } from '../../core/job-machine.ts';
import type { Moment } from '../../core/pace.ts';
import type { Result } from '../../core/result.ts';

/** A job as it is kept: without what the queue alone can say (when it starts). */
export type Job = Omit<GroupJob, 'startsAtMs' | 'supportCode'> & {
  /** The WhatsApp number it is made from, in digits, or `id:<idInstance>` until that is known. */
  readonly sender: string;
};

export type NewJob = Pick<Job, 'id' | 'accountId' | 'sender' | 'name' | 'people' | 'askedAtMs' | 'fromPhone'> & {
  /** The row of a run that this group is made for; it is tied to the job in the same transaction. */
  readonly row?: { readonly runId: string; readonly rowId: number };
};

/** The duplicate guard. `again` is a person's click on "make another one"; `sinceMs` is how far back it looks. */
export type Guard = { readonly again: boolean; readonly sinceMs: number };

/** A group that exists or may exist. */
export type Duplicate = Extract<Failure, { readonly code: 'duplicate' }>;

export type Slots = {
  readonly now: Moment;
  /** Pause between two attempts that were or may have been sent, in ms. */
  readonly paceMs: number;
  /** Attempts on a calendar day. */
  readonly perDay: number;
  /** When the day begins by the clocks of a plan's zone, in server time; the day of this computer counts besides. */
  readonly sinceServerMs?: number;
};

/** What may be sent, and when. `freshSinceRunMs`: the list of groups must have been read since, in this run. */
export type Begin = Slots & { readonly sender: string; readonly freshSinceRunMs: number; readonly deadlineMs: number };

/** One CreateGroup on the wire. */
export type Attempt = {
  readonly id: number;
  readonly jobId: string;
  readonly name: string;
  readonly chatIds: readonly string[];
  /** The intent, by the wall clock and by the server's. */
  readonly wallMs: number;
  readonly serverMs: number;
  /** When it was over at the latest, by the server's clock. */
  readonly overMs: number;
};

/** Why an attempt may not begin now. */
export type NotBegun =
  | { readonly is: 'moved-on' }
  | { readonly is: 'stopped'; readonly failure: Failure }
  /** The same group, asked for twice, is unknown or being sent: nobody knows whether it exists. */
  | { readonly is: 'blocked'; readonly failure: Failure }
  | { readonly is: 'in-flight' }
  | { readonly is: 'stale-groups' }
  | { readonly is: 'wait'; readonly waitMs: number }
  | { readonly is: 'failed'; readonly failure: Failure };

/** How an attempt ended. `put-back`: the service refused for a reason that passes, so the job stays in the queue. */
export type Outcome =
  | { readonly at: 'created'; readonly chatId: string; readonly link: string | null }
  | { readonly at: 'never-sent'; readonly failure: Failure }
  | { readonly at: 'put-back'; readonly failure: Failure }
  | { readonly at: 'refused'; readonly failure: Failure }
  | { readonly at: 'unknown'; readonly failure: Failure };

export type AttemptEnd = {
  readonly outcome: Outcome;
  readonly evidence: Evidence;
  readonly atMs: number;
  /** The same moment by the server's clock. The computer may have slept since the intent, so this may be hours later. */
  readonly serverMs: number;
  readonly firstReadInMs: number;
  /** The breaker: nothing more of this sender until a person acts or the account is found to be fine. */
  readonly stop: Failure | null;
};

/** How things stand with a sender. */
export type SenderState = {
  readonly stopped: Failure | null;
  /** Until the pace and the day allow the next attempt. */
  readonly waitMs: number;
  readonly leftToday: number;
  readonly lastSentAtMs: number | null;
  /** Refusals in a row that were waited out, over all runs. */
  readonly passed: number;
  /** An attempt is on the wire; it ends at the latest at this wall time. */
  readonly inFlightUntilMs: number | null;
};

export type SeenGroup = { readonly chatId: string; readonly name: string };
/** A group that came up after an attempt and belongs to no job. */
export type NewGroup = SeenGroup & { readonly createdAtMs: number | null };

export type SeenMember = { readonly chatId: string; readonly isIn: boolean; readonly isAdmin: boolean };
export type Seen = {
  readonly atMs: number;
  readonly members: readonly SeenMember[];
  readonly others: number;
  readonly link: string | null;
  /** The group that was read; it is kept where the job did not know its own. */
  readonly chatId: string;
};

/** Things besides CreateGroup that cannot be repeated safely. */
export type ActionKind = 'add' | 'send-link';
export type ActionOutcome = 'done' | 'failed' | 'unknown';

export type Found = { readonly rows: readonly GroupRow[]; readonly total: number };
export type Find = {
  readonly accountId: string;
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
};

/**
 * The record: what was asked for, what was sent, what came of it. The rules that must hold over processes (one in
 * flight, pace, daily limit, never twice) are kept inside its transactions. What changes answers with `disk-full` or
 * `newer-data` when it cannot be kept, `not-found` without such a job, `too-late` when the job has moved on.
 */
export type Journal = {
  /**
   * A run begins. Attempts and actions that dead runs left open become unknown; in a copied file everything queued is
   * held. Answers with the jobs that changed.
   */
  enlist(run: {
    readonly now: Moment;
    readonly isDead: (runner: string) => boolean;
    readonly firstReadInMs: number;
  }): Promise<Result<readonly Job[]>>;

  /**
   * Ties an account to its sender and answers with the one to use. `new`: it had none; `moved`: the number became known
   * and everything went over to it; `changed`: it is another number now, and what was queued is held for a person. A new
   * account whose number is not known yet gets the one that was last known behind its idInstance.
   */
  bind(
    accountId: string,
    sender: string,
  ): Promise<Result<{ sender: string; is: 'same' | 'new' | 'moved' | 'changed' }>>;
  /**
   * Jobs of accounts that are gone belong to this one of the same sender from now on; what was queued in them is held.
   * Answers with the newest of them, or null.
   */
  inherit(accountId: string, isGone: (accountId: string) => boolean): Promise<Result<Job | null>>;
  senders(): Promise<readonly { readonly sender: string; readonly accountIds: readonly string[] }[]>;
  sender(sender: string, slots: Slots): Promise<SenderState>;
  /** Opens the breaker: nothing is sent until it is closed. */
  stop(sender: string, failure: Failure): Promise<Result<null>>;
  /** Closes the breaker; with codes only if one of them opened it. */
  go(sender: string, codes?: readonly FailureCode[]): Promise<Result<null>>;

  /** Fails with `duplicate`. */
  add(job: NewJob, guard: Guard): Promise<Result<Job>>;
  /** Which group each of these would repeat if it were added now, or null; all of them in one reading. */
  duplicates(
    sender: string,
    groups: readonly (Pick<NewJob, 'name' | 'people'> & Pick<Guard, 'again'>)[],
    sinceMs: number,
  ): Promise<readonly (Duplicate | null)[]>;
  /** Back into the queue, at its end; what is changed passes the duplicate guard anew. */
  requeue(
    jobId: string,
    change: Pick<NewJob, 'sender' | 'name' | 'people' | 'fromPhone'>,
    guard: Guard,
  ): Promise<Result<Job>>;
  move(jobId: string, event: JobEvent): Promise<Result<Job>>;
  rename(jobId: string, name: string): Promise<Result<Job>>;
  addPeople(jobId: string, people: readonly Person[]): Promise<Result<Job>>;
  job(jobId: string): Promise<Job | null>;
  /** Jobs of a sender in this state, in their turn: single groups before those of runs. */
  jobs(sender: string, at: Job['state']['at']): Promise<readonly Job[]>;
  count(accountId: string): Promise<{ queued: number; sending: number; unknown: number }>;
  queuedOf(accountId: string): Promise<readonly Job[]>;
  /** Groups made since then of which nobody has read yet who is in. */
  unchecked(sinceMs: number): Promise<readonly Job[]>;
  /** Made groups of a sender that a person vouched for, and nobody knows which they are. */
  unnamed(sender: string): Promise<readonly Job[]>;
  /** Newest first, unknown ones on top. */
  find(query: Find): Promise<Found>;

  /** Writes the intent; when it answers with an attempt, the socket may open. */
  begin(jobId: string, begin: Begin): Promise<Result<Attempt, NotBegun>>;
  end(attemptId: number, end: AttemptEnd): Promise<Result<Job>>;
  lastAttempt(jobId: string): Promise<Attempt | null>;

  /**
   * Keeps the list of groups as read just now. It is clean when it still holds a group known before; an empty or
   * strange list where groups were known is not kept and answers false.
   */
  see(sender: string, groups: readonly SeenGroup[], now: Moment): Promise<Result<{ isClean: boolean }>>;
  /**
   * The same by a person's word, whatever the list holds. Where it holds no group known before, those are forgotten, and
   * for attempts so far all of the list is new.
   */
  seeAnew(sender: string, groups: readonly SeenGroup[], now: Moment): Promise<Result<{ isClean: boolean }>>;
  /** The groups known before an attempt, and those that came up since and belong to no job. */
  groupsAround(
    sender: string,
    attemptId: number,
  ): Promise<{ readonly before: readonly string[]; readonly since: readonly NewGroup[] }>;
  noteCreation(sender: string, chatId: string, createdAtMs: number): Promise<Result<null>>;

  keepMembership(jobId: string, seen: Seen): Promise<Result<Job>>;
  /** People of a job and the privacy ids known for them. */
  lids(jobId: string): Promise<readonly { readonly chatId: string; readonly lid: string | null }[]>;
  keepLid(jobId: string, chatId: string, lid: string): Promise<Result<null>>;

  /** The intent of an action. Fails with `too-late` while the same one runs. */
  beginAction(
    jobId: string,
    action: { readonly kind: ActionKind; readonly chatId: string; readonly runner: string; readonly atMs: number },
  ): Promise<Result<number>>;
  /** Null takes the intent back: proof that nothing was sent. */
  endAction(actionId: number, outcome: ActionOutcome | null, failure: Failure | null): Promise<Result<Job>>;
};
