import type { Person } from '../../core/contact.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { obstacleOf } from './attempt.ts';
import type { Create } from './create.ts';
import type { Job, Journal, NewJob, SenderState, Slots } from './journal.ts';
import type { SenderQueue } from './queue.ts';
import type { RunTime } from './run-time.ts';

/** A row of a run as it goes into the queue; `jobId` when it was there before and goes back. */
export type FedRow = {
  readonly accountId: string;
  readonly jobId: string | null;
  readonly row: NonNullable<NewJob['row']>;
  readonly name: string;
  readonly people: readonly Person[];
  readonly again: boolean;
};

export type QueuedJob = { readonly job: Job; readonly waiting: Failure | null };

/** What runs need of the queue of a number. They put into it; when it sends, and never twice, is its own affair. */
export type Feeding = {
  /** Fails like `groups.create`, and with `too-late` when the row has its job or its run stands. */
  feed(row: FedRow): Promise<Result<Job>>;
  /** It is not sent before it is fed again. `too-late` when it was begun. */
  hold(jobId: string): Promise<Result<Job>>;
  cancel(jobId: string): Promise<Result<Job>>;
  /** A job was changed in the record by the store of runs. */
  changed(jobId: string): Promise<void>;
  /** The sender that an account belongs to now. */
  senderOf(accountId: string): Promise<Result<string>>;
  /** Why nothing can be sent from an account now, or null. */
  obstacle(accountId: string): Failure | null;
  /** The time that hours and days of a plan are looked up with. */
  nowMs(): number;
  /** Everything in the queue of a sender, and held besides. */
  queued(sender: string): Promise<readonly QueuedJob[]>;
  /**
   * Pace and daily limit of a plan, never faster than those of the app. `waitMs` includes what the queue waits for;
   * `paceWaitMs` is that of the pace and the day alone.
   */
  standing(
    sender: string,
    limits: Omit<Slots, 'now'>,
  ): Promise<SenderState & Pick<Slots, 'paceMs' | 'perDay'> & { readonly paceWaitMs: number }>;
};

type FeedingDeps = {
  readonly journal: Pick<Journal, 'job' | 'jobs' | 'move' | 'sender'>;
  readonly accounts: Pick<Accounts, 'api' | 'stateOf'>;
  readonly time: RunTime;
  readonly entry: Create;
  readonly queueOf: (sender: string) => SenderQueue;
  readonly bind: (accountId: string) => Promise<Result<string>>;
  readonly changed: (job: Job) => Promise<void>;
};

export function createFeeding({ journal, accounts, time, entry, queueOf, bind, changed }: FeedingDeps): Feeding {
  const told = async (result: Result<Job>): Promise<Result<Job>> => {
    if (result.ok) await changed(result.value);
    return result;
  };

  return {
    async feed({ jobId, people, ...asked }) {
      const group = { ...asked, people: [...people] };
      return told(await (jobId === null ? entry.create(group) : entry.requeue({ ...group, jobId })));
    },
    hold: async (jobId) => told(await journal.move(jobId, { is: 'held' })),
    cancel: async (jobId) => told(await journal.move(jobId, { is: 'cancelled', atMs: time.moment().wallMs })),
    async changed(jobId) {
      const job = await journal.job(jobId);
      if (job) await changed(job);
    },

    senderOf: bind,
    obstacle(accountId) {
      const api = accounts.api(accountId);
      return api.ok ? obstacleOf(accounts.stateOf(accountId)) : api.failure;
    },
    nowMs: () => time.moment().serverMs,
    queued: async (sender) =>
      (await journal.jobs(sender, 'queued')).map((job) => ({ job, waiting: queueOf(sender).reasonOf(job.id) })),

    async standing(sender, limits) {
      const queue = queueOf(sender);
      const own = queue.slots();
      const slots = {
        ...limits,
        now: own.now,
        paceMs: Math.max(own.paceMs, limits.paceMs),
        perDay: Math.min(own.perDay, limits.perDay),
      };
      const state = await journal.sender(sender, slots);
      const waitMs = Math.max(state.waitMs, queue.pausedMs());
      return { ...state, waitMs, paceWaitMs: state.waitMs, paceMs: slots.paceMs, perDay: slots.perDay };
    },
  };
}
