import type { Clock } from '../../core/clock.ts';
import type { JobState, Search } from '../../core/group-job.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { GreenApi } from '../green-api/green-api.ts';
import { findSuspects, theMatch } from './candidates.ts';
import type { GroupsList } from './groups-list.ts';
import type { Attempt, Job, Journal, SeenGroup } from './journal.ts';
import type { RunTime } from './run-time.ts';
import { counted, isLongEnough, measured } from './search.ts';
import type { SenderApi } from './sender-api.ts';
import type { Timings } from './timings.ts';
import { mayBeAnothers } from './twins.ts';

type ReconcileDeps = {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly time: RunTime;
  readonly list: GroupsList;
  readonly senderApi: SenderApi;
  readonly changed: (job: Job) => Promise<void>;
  /** Runs work that nobody waits for; what it throws is logged. */
  readonly inBackground: (name: string, work: () => Promise<void>) => void;
};

/** Looks for the groups of attempts that ended without proof, by reading only. */
export type Reconcile = {
  /** Plans the next reading for the unknown groups of a sender. */
  plan(sender: string): Promise<void>;
  /** Reads now. Fails when the list cannot be read, or holds no group known before. */
  look(sender: string): Promise<Result<null>>;
  stop(): void;
};

type Unknown = Extract<JobState, { at: 'unknown' }>;
type UnknownJob = Job & { readonly state: Unknown };
type Read = { readonly api: GreenApi; readonly sender: string; readonly groups: readonly SeenGroup[] };

const longestWaitMs = 3_600_000;

export function createReconcile(deps: ReconcileDeps): Reconcile {
  const { journal, clock, timings, time, list } = deps;
  const timers = new Map<string, () => void>();
  const looking = new Map<string, Promise<Result<null>>>();
  let isStopped = false;

  async function unknownJobs(sender: string): Promise<readonly UnknownJob[]> {
    return (await journal.jobs(sender, 'unknown')).filter((job): job is UnknownJob => job.state.at === 'unknown');
  }

  async function plan(sender: string, notBeforeMs = 0): Promise<void> {
    const jobs = await unknownJobs(sender);
    for (const job of jobs) await beginSearch(job);
    const due = jobs.flatMap(({ state }) => state.nextReadAtMs ?? []);
    timers.get(sender)?.();
    timers.delete(sender);
    if (due.length === 0 || isStopped) return;
    // Never longer than an hour at a time: the wall clock may have been put back meanwhile.
    const waitMs = Math.min(longestWaitMs, Math.max(notBeforeMs, Math.min(...due) - clock.now()));
    const cancel = clock.after(waitMs, () => deps.inBackground('reconcile', async () => void (await look(sender))));
    timers.set(sender, cancel);
  }

  /** From here on this run's clock measures the search. What cannot be written now begins with the next reading. */
  async function beginSearch({ id, state }: UnknownJob): Promise<void> {
    const now = time.moment();
    if (state.search?.runner !== now.runner)
      await journal.move(id, { is: 'searched', search: measured(state.search, now) });
  }

  /** One reading at a time for a sender; whoever asks meanwhile gets the same. */
  function look(sender: string): Promise<Result<null>> {
    const running = looking.get(sender);
    if (running) return running;
    const begun = lookNow(sender).finally(() => looking.delete(sender));
    looking.set(sender, begun);
    return begun;
  }

  async function lookNow(sender: string): Promise<Result<null>> {
    const jobs = await unknownJobs(sender);
    const reader = jobs.length === 0 ? null : await deps.senderApi(sender);
    const reading = reader ? await list.read(sender, reader, { thorough: true }) : null;
    let isKept = true;
    for (const job of jobs) {
      const read = reader && reading?.ok ? { api: reader, sender, groups: reading.value.groups } : null;
      isKept = (await settle(job, read)) && isKept;
    }
    // What could not be written down stays due: without a pause the same reading would be made over and over.
    await plan(sender, isKept ? 0 : timings.pollMs);
    if (reading && !reading.ok) return reading;
    return reading?.value.isClean === false ? err({ code: 'stale-groups', lost: true }) : ok(null);
  }

  /** Whether the record took what came of it. */
  async function settle(job: UnknownJob, read: Read | null): Promise<boolean> {
    const attempt = await journal.lastAttempt(job.id);
    const known = attempt && read ? await inspect(attempt, read) : null;
    const nowMs = clock.now();
    const match = known && theMatch(known.suspects);
    if (match && !(await mayBeAnothers(deps, job, match.candidate))) {
      const found = await journal.move(job.id, { is: 'found', group: match.candidate, atMs: nowMs });
      if (found.ok) {
        await deps.changed(found.value);
        return true;
      }
    }

    const reads = job.state.reads + (known?.isClean ? 1 : 0);
    const nextReadAtMs = nextReading(job.state.sinceMs, nowMs, timings);
    const candidates = known ? known.suspects.map(({ candidate }) => candidate) : job.state.candidates;
    const lasted = measured(job.state.search, time.moment());
    const search = known?.isClean ? counted(lasted, timings) : lasted;
    const mayDeny = known ? denial(job.state, search, known.knewGroups) : job.state.mayDeny;
    const reading = { reads, nextReadAtMs, candidates, search, mayDeny };
    const kept = await journal.move(job.id, { is: 'read', reading });
    if (kept.ok) await deps.changed(kept.value);
    return kept.ok || kept.failure.code === 'too-late';
  }

  /** What a reading says about one attempt; null when it could not be read to the end. */
  async function inspect(attempt: Attempt, { api, sender, groups }: Read) {
    const { before, since } = await journal.groupsAround(sender, attempt.id);
    const suspects = await findSuspects({ journal, timings }, { api, sender, attempt, since });
    if (!suspects) return null;
    const listed = new Set(groups.map((group) => group.chatId));
    const isClean = before.length === 0 || before.some((chatId) => listed.has(chatId));
    return { suspects, isClean, knewGroups: before.length > 0 };
  }

  function denial({ mayDeny }: Unknown, search: Search, knewGroups: boolean): Unknown['mayDeny'] {
    if (mayDeny !== 'no' || !isLongEnough(search, timings)) return mayDeny;
    return knewGroups ? 'yes' : 'look-first';
  }

  return {
    plan,
    look,
    stop() {
      isStopped = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

/** The next of the planned readings, then one every hour for a day. */
function nextReading(sinceMs: number, nowMs: number, timings: Timings): number | null {
  const { reconcileDelaysMs, reconcileEveryMs, reconcileForMs } = timings;
  const soon = reconcileDelaysMs.map((delayMs) => sinceMs + delayMs).find((atMs) => atMs > nowMs);
  if (soon !== undefined) return soon;
  const next = nowMs + reconcileEveryMs;
  return next - sinceMs <= reconcileForMs ? next : null;
}
