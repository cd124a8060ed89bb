import type { Queue } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import type { GroupJob, GroupRow, JobState } from '../../core/group-job.ts';
import { startOffsets } from '../../core/pace.ts';
import type { Job, Journal, SenderState } from './journal.ts';
import type { SenderQueue } from './queue.ts';

type ViewDeps = {
  readonly journal: Journal;
  readonly queueOf: (sender: string) => SenderQueue;
  readonly now: () => number;
};

/** How things stand with a sender; the run is told by `main/runs`. */
export type SenderStanding = Omit<Queue, 'run'>;

/** What the window sees: the record, with what the queue alone knows of reasons and times. */
export type View = {
  job(job: Job): Promise<GroupJob>;
  /** Everything queued of a sender, in its turn. */
  queued(sender: string): Promise<GroupJob[]>;
  rows(rows: readonly GroupRow[], sender: string): Promise<GroupRow[]>;
  queue(accountId: string, sender: string): Promise<SenderStanding>;
};

type Standing = {
  readonly state: SenderState;
  readonly queued: readonly Job[];
  readonly starts: ReadonlyMap<string, number>;
};

export function createView({ journal, queueOf, now }: ViewDeps): View {
  /** When each queued job of a sender starts, in wall time; nothing starts while the breaker is open. */
  async function standing(sender: string): Promise<Standing> {
    const queue = queueOf(sender);
    const slots = queue.slots();
    const state = await journal.sender(sender, slots);
    const queued = await journal.jobs(sender, 'queued');
    if (state.stopped) return { state, queued, starts: new Map() };
    const turns = queued.filter((job) => job.state.at === 'queued' && !job.state.held);
    const offsets = startOffsets(turns.length, {
      waitMs: Math.max(state.waitMs, queue.pausedMs()),
      paceMs: slots.paceMs,
      leftToday: state.leftToday,
      perDay: slots.perDay,
      dayEndsInMs: slots.now.dayEndsInMs,
    });
    return { state, queued, starts: new Map(turns.map((job, place) => [job.id, now() + (offsets[place] ?? 0)])) };
  }

  const shown = (jobId: string, state: JobState, sender: string, stopped: Failure | null): JobState =>
    state.at === 'queued' ? { ...state, waiting: stopped ?? queueOf(sender).reasonOf(jobId) } : state;

  const toGroupJob = ({ sender, ...job }: Job, standing: Standing | null): GroupJob => ({
    ...job,
    state: shown(job.id, job.state, sender, standing?.state.stopped ?? null),
    startsAtMs: standing?.starts.get(job.id) ?? null,
    supportCode: supportCode(job.id),
  });

  return {
    job: async (job) => toGroupJob(job, job.state.at === 'queued' ? await standing(job.sender) : null),

    async queued(sender) {
      const now = await standing(sender);
      return now.queued.map((job) => toGroupJob(job, now));
    },

    async rows(rows, sender) {
      const { state, starts } = await standing(sender);
      return rows.map((row) => ({
        ...row,
        state: shown(row.id, row.state, sender, state.stopped),
        startsAtMs: starts.get(row.id) ?? null,
      }));
    },

    async queue(accountId, sender) {
      const { state } = await standing(sender);
      const { queued, unknown } = await journal.count(accountId);
      const waitMs = Math.max(state.waitMs, queueOf(sender).pausedMs());
      return {
        waiting: queued,
        sending: state.inFlightUntilMs !== null,
        nextStartAtMs: waitMs > 0 ? now() + waitMs : null,
        lastSentAtMs: state.lastSentAtMs,
        pleaseCheck: unknown,
      };
    },
  };
}

/** A short code to say on the phone: `7F3A-21`. */
const supportCode = (jobId: string): string => {
  const code = jobId.replaceAll('-', '').slice(0, 6).toUpperCase();
  return `${code.slice(0, 4)}-${code.slice(4)}`;
};
