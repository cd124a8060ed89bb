import type { Failure } from '../../core/failure.ts';
import type { RunState } from '../../core/group-run.ts';
import { peopleOfRow } from '../../core/judge-row.ts';
import { dayAfterMs, nextStretch } from '../../core/plan-hours.ts';
import { dayOf } from '../../core/zone-time.ts';
import type { Feeding, QueuedJob } from '../groups/feeding.ts';
import type { Timings } from '../groups/timings.ts';
import type { Worker } from '../groups/worker.ts';
import type { Log } from '../log/log.ts';
import type { InTurn } from './in-turn.ts';
import { limitsOf } from './limits.ts';
import type { KeptRow, KeptRun, RunStore } from './store.ts';

/**
 * Feeds the queues from the runs that go on: one row of a number at a time, when nothing else waits there and the plan allows
 * it. Everything else about sending, above all never twice, is the queue's.
 */
export type Feeder = {
  /** Nothing is fed before. */
  begin(): void;
  /** Something changed: look again. */
  kick(): void;
  /** Why a run could not go on at the last look, besides what the queue knows. */
  failureOf(runId: string): Failure | null;
  stop(): Promise<void>;
};

type FeederDeps = {
  readonly store: RunStore;
  readonly feeding: Feeding;
  readonly ownChatId: (accountId: string) => string | null;
  readonly now: () => number;
  readonly workerOf: (step: () => Promise<number | null>) => Worker;
  readonly timings: Timings;
  readonly log: Log;
  readonly inTurn: InTurn;
  /** The run is told anew. */
  readonly changed: (runId: string) => void;
  /** Nothing more comes of this run by itself. */
  readonly ended: (run: KeptRun) => void;
  /** After every look. */
  readonly looked: () => Promise<void>;
};

/** In how many ms to look again; null: when something changes. */
type Wait = number | null;
/** `again`: something came of it, look again. `next`: another run of the number may go before this one. */
type Offered = { readonly is: 'again' } | { readonly is: 'next' | 'stands'; readonly waitMs: Wait };
type Tied = QueuedJob & { readonly row: { readonly runId: string; readonly rowId: number } | null };

const refusalsToStop = 3;

export function createFeeder(deps: FeederDeps): Feeder {
  const { store, feeding, timings, log, inTurn } = deps;
  const failures = new Map<string, Failure>();
  let hasBegun = false;
  const worker = deps.workerOf(guarded);

  async function guarded(): Promise<Wait> {
    if (!hasBegun) return null;
    try {
      const waitMs = await inTurn(step);
      await deps.looked();
      return waitMs === null ? null : Math.min(waitMs, timings.pollMs);
    } catch (error) {
      if (!worker.isAbandoned()) log.error('feeder.failed', error);
      return timings.pollMs;
    }
  }

  async function step(): Promise<Wait> {
    const goingOn: KeptRun[] = [];
    for (const run of await store.open()) {
      if (run.state.at !== 'running') continue;
      const still = await settle(run);
      if (still) goingOn.push(still);
    }
    const waits: Wait[] = [];
    for (const [sender, runs] of Map.groupBy(goingOn, (run) => run.sender ?? ''))
      waits.push(await lookAt(sender, runs));
    return soonest(waits);
  }

  /** The run as it is now if it goes on; one that has nothing left to do ends, and one that must not go on stops. */
  async function settle(known: KeptRun): Promise<KeptRun | null> {
    const sender = await feeding.senderOf(known.accountId);
    if (!sender.ok) return null;
    // The number of an account that was asked by its idInstance may just have become known.
    const run = sender.value === known.sender ? known : ((await store.run(known.id)) ?? known);
    if (run.sender !== sender.value) return halt(run, { at: 'stopped', failure: { code: 'number-changed' } });
    if (run.plan.stopAfterRefusals && run.refusals >= refusalsToStop) {
      return halt(run, { at: 'stopped', failure: { code: 'refused-in-a-row', count: run.refusals } });
    }
    const { waiting, sending } = await store.counts(run.id);
    return waiting + sending > 0 ? run : halt(run, { at: 'ended', how: 'done' });
  }

  async function halt(
    run: KeptRun,
    how: Omit<Extract<RunState, { at: 'stopped' }>, 'atMs'> | Omit<Extract<RunState, { at: 'ended' }>, 'atMs'>,
  ): Promise<null> {
    const mine = (await tied(run.sender ?? '')).filter(({ row }) => row?.runId === run.id);
    const halted = await store.change(run.id, { state: { ...how, atMs: deps.now() } });
    if (!halted.ok) failures.set(run.id, halted.failure);
    for (const { job } of mine) await feeding.changed(job.id);
    log.info('run.halted', { how: how.at });
    deps.changed(run.id);
    if (halted.ok && how.at === 'ended') deps.ended(halted.value);
    return null;
  }

  const tied = async (sender: string): Promise<Tied[]> =>
    Promise.all(
      (await feeding.queued(sender)).map(async (queued) => ({ ...queued, row: await store.rowOf(queued.job.id) })),
    );

  async function lookAt(sender: string, runs: readonly KeptRun[]): Promise<Wait> {
    const queued = (await tied(sender)).filter(({ job }) => !isHeld(job));
    const singles = queued.filter((one) => one.row === null && goesByItself(one));
    const waits: Wait[] = [];
    for (const one of queued) {
      const run = runs.find(({ id }) => id === one.row?.runId);
      if (!run) continue;
      const leftMs = openForMs(run);
      const mayStay = leftMs > 0 && singles.length === 0 && feeding.obstacle(run.accountId) === null;
      if (mayStay && !(await wasOvertaken(sender, run, one))) waits.push(leftMs);
      else return (await feeding.hold(one.job.id)).ok ? 0 : timings.pollMs;
    }
    // Whatever is in the queue goes first; when it is settled, this is looked at again.
    if (queued.some(goesByItself)) return soonest(waits);

    for (const run of runs) {
      const offered = await offer(sender, run);
      if (offered.is === 'again') return 0;
      waits.push(offered.waitMs);
      if (offered.is === 'stands') break;
    }
    return soonest(waits);
  }

  /** Something else was sent while it could not go: the plan's own pace begins anew. What it waits out itself has a reason. */
  async function wasOvertaken(sender: string, { plan }: KeptRun, { waiting }: QueuedJob): Promise<boolean> {
    if (waiting !== null) return false;
    const { paceWaitMs, inFlightUntilMs } = await feeding.standing(sender, limitsOf(plan, feeding.nowMs(), timings));
    return paceWaitMs > 0 && inFlightUntilMs === null;
  }

  /** A group that was asked for by itself and can go: not one of another account that is not ready, nor one that waits for a word. */
  const goesByItself = ({ job, waiting }: QueuedJob): boolean =>
    feeding.obstacle(job.accountId) === null && waiting?.code !== 'duplicate';

  /** How long the hours of the plan still last; 0 outside them. */
  function openForMs({ plan }: KeptRun): number {
    const nowMs = feeding.nowMs();
    const stretch = nextStretch(plan, nowMs);
    return stretch && stretch.startMs <= nowMs ? stretch.endMs - nowMs : 0;
  }

  async function offer(sender: string, run: KeptRun): Promise<Offered> {
    if (feeding.obstacle(run.accountId)) return { is: 'next', waitMs: null };
    const nowMs = feeding.nowMs();
    const stretch = nextStretch(run.plan, nowMs);
    if (!stretch) return { is: 'next', waitMs: null };
    if (stretch.startMs > nowMs) return { is: 'next', waitMs: stretch.startMs - nowMs };

    const limits = limitsOf(run.plan, nowMs, timings);
    const { stopped, inFlightUntilMs, leftToday, waitMs } = await feeding.standing(sender, limits);
    // When the queue is closed no more, or the group on the wire is settled, the feeder is kicked.
    if (stopped || inFlightUntilMs !== null) return { is: 'stands', waitMs: timings.pollMs };
    const { timeZone } = run.plan;
    if (leftToday === 0) return { is: 'next', waitMs: dayAfterMs(timeZone, dayOf(timeZone, nowMs)) - nowMs };
    if (waitMs > 0) return { is: 'stands', waitMs };
    const row = (await heldRow(run)) ?? (await store.next(run.id));
    return row ? feed(run, row) : { is: 'next', waitMs: null };
  }

  /** The row that had its turn and was held before it was sent. */
  async function heldRow(run: KeptRun): Promise<KeptRow | null> {
    for (const { job, row } of await tied(run.sender ?? '')) {
      if (row?.runId === run.id && isHeld(job)) return store.row(run.id, row.rowId);
    }
    return null;
  }

  async function feed(run: KeptRun, row: KeptRow): Promise<Offered> {
    const { name, again, rowId } = row;
    const jobId = row.job && row.job.state.at !== 'cancelled' ? row.job.jobId : null;
    const { accountId } = run;
    const people = peopleOfRow(row.entries, run.extras, deps.ownChatId(accountId));
    const fed = await feeding.feed({ accountId, jobId, name, people, again, row: { runId: run.id, rowId } });
    if (fed.ok) {
      failures.delete(run.id);
      return { is: 'again' };
    }
    const { failure } = fed;
    if (failure.code === 'duplicate' || failure.code === 'bad-draft') return ask(run, row, failure);
    if (failure.code !== 'too-late') failures.set(run.id, failure);
    return { is: 'stands', waitMs: timings.pollMs };
  }

  /** A person decides about this row; the next one goes on. */
  async function ask(run: KeptRun, { rowId, job }: KeptRow, failure: Failure): Promise<Offered> {
    if (job?.state.at === 'queued') await feeding.cancel(job.jobId);
    const asked = await store.changeRow(run.id, rowId, { wants: 'word', failure });
    deps.changed(run.id);
    if (asked.ok) return { is: 'again' };
    failures.set(run.id, asked.failure);
    return { is: 'stands', waitMs: timings.pollMs };
  }

  return {
    begin() {
      hasBegun = true;
      worker.kick();
    },
    kick: worker.kick,
    failureOf: (runId) => failures.get(runId) ?? null,
    stop: () => worker.stop(timings.stopGraceMs),
  };
}

const isHeld = ({ state }: QueuedJob['job']): boolean => state.at === 'queued' && state.held;

const soonest = (waits: readonly Wait[]): Wait =>
  waits.reduce((first, wait) => (first === null || (wait !== null && wait < first) ? wait : first), null);
