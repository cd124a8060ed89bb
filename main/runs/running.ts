import type { Api, Args } from '../../core/contract/calls.ts';
import type { GroupRun } from '../../core/group-run.ts';
import { nextAllowed } from '../../core/plan-hours.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isTimeZone } from '../../core/zone-time.ts';
import type { Feeding } from '../groups/feeding.ts';
import type { Groups } from '../groups/groups.ts';
import type { InTurn } from './in-turn.ts';
import type { RunView } from './run-view.ts';
import type { KeptRow, KeptRun, RunStore } from './store.ts';

type Calls = 'find' | 'show' | 'rows' | 'plan' | 'start' | 'pause' | 'resume' | 'stop' | 'skip' | 'moveRow' | 'retry';
export type Running = { readonly [C in Calls]: Api[`runs.${C}`] };

export type RunningDeps = {
  readonly store: RunStore;
  readonly groups: Pick<Groups, 'goOn' | 'cancel'>;
  readonly feeding: Feeding;
  readonly view: RunView;
  readonly inTurn: InTurn;
  /** A run as it is now; the window hears of it, and what may go on goes on. */
  readonly tell: (run: KeptRun) => Promise<GroupRun>;
  /** Nothing more comes of this run by itself. */
  readonly ended: (run: KeptRun) => void;
  readonly now: () => number;
};

type OfRun = { readonly accountId: string; readonly runId: string };

/** What a person does with a run: start, pause, go on, stop, and what becomes of single rows. */
export function createRunning({ store, groups, feeding, view, inTurn, tell, ended, now }: RunningDeps): Running {
  async function own({ accountId, runId }: OfRun): Promise<Result<KeptRun>> {
    const run = await store.run(runId);
    return run?.accountId === accountId ? ok(run) : err({ code: 'not-found' });
  }

  /** Does something to one's own run and answers how it stands then; the feeder looks again. */
  const change =
    <A extends OfRun>(run: (known: KeptRun, args: A) => Promise<Result<unknown>>) =>
    (args: A): Promise<Result<GroupRun>> =>
      inTurn(async () => {
        const known = await own(args);
        if (!known.ok) return known;
        const done = await run(known.value, args);
        const after = done.ok ? await own(args) : done;
        return after.ok ? ok(await tell(after.value)) : after;
      });

  /** Pauses, stops or ends a run with what it has in the queue; the window hears of each job. */
  async function halt(run: KeptRun, state: KeptRun['state']): Promise<Result<unknown>> {
    const queued = await jobsInQueue(run);
    const halted = await store.change(run.id, { state });
    if (!halted.ok) return halted;
    for (const jobId of queued) await feeding.changed(jobId);
    if (state.at === 'ended') ended(halted.value);
    return halted;
  }

  async function jobsInQueue(run: KeptRun): Promise<string[]> {
    const queued = run.sender === null ? [] : await feeding.queued(run.sender);
    const ties = await Promise.all(queued.map(async ({ job }) => ({ id: job.id, tie: await store.rowOf(job.id) })));
    return ties.flatMap(({ id, tie }) => (tie?.runId === run.id ? id : []));
  }

  async function goOn(run: KeptRun): Promise<Result<unknown>> {
    const sender = await feeding.senderOf(run.accountId);
    if (!sender.ok) return sender;
    const gone = await store.change(run.id, { state: { at: 'running' }, sender: sender.value, refusals: 0 });
    return gone.ok ? groups.goOn({ accountId: run.accountId }) : gone;
  }

  async function skip(run: KeptRun, row: KeptRow): Promise<Result<unknown>> {
    if (row.job?.state.at === 'queued') return groups.cancel({ accountId: run.accountId, jobId: row.job.jobId });
    const waits = row.wants === 'turn' || row.wants === 'word';
    return waits ? store.changeRow(run.id, row.rowId, { wants: 'skipped', failure: null }) : err({ code: 'too-late' });
  }

  async function takeIn(run: KeptRun, row: KeptRow): Promise<Result<unknown>> {
    const isOut = row.wants === 'skipped' || (row.wants === 'no' && row.job?.state.at === 'cancelled');
    if (!isOut) return err({ code: 'too-late' });
    return store.changeRow(run.id, row.rowId, { wants: row.verdict === 'ready' ? 'turn' : 'no' });
  }

  /** A refused row, or one that waits for a word, waits for its turn again; where all was done it goes on for it. */
  async function retry(run: KeptRun, row: KeptRow): Promise<Result<unknown>> {
    const isWord = row.wants === 'word';
    if (!isWord && (row.job?.state.at !== 'refused' || row.wants === 'turn')) return err({ code: 'too-late' });
    const changed = await store.changeRow(run.id, row.rowId, {
      ...{ wants: 'turn', failure: null },
      ...(isWord && { again: true }),
    });
    return changed.ok && run.state.at === 'ended' ? goOn(run) : changed;
  }

  async function rowOf(run: KeptRun, rowId: number): Promise<Result<KeptRow>> {
    const row = await store.row(run.id, rowId);
    if (!row) return err({ code: 'not-found' });
    return run.state.at === 'draft' ? err({ code: 'too-late' }) : ok(row);
  }

  return {
    async find({ accountId, offset, limit }) {
      const runs = await store.runs(accountId, { offset, limit });
      return ok({ runs: await Promise.all(runs.map(view.line)), total: await store.count(accountId) });
    },
    async show(args) {
      const run = await own(args);
      return run.ok ? ok(await view.show(run.value)) : run;
    },
    async rows({ accountId, ...query }) {
      const run = await own({ accountId, runId: query.runId });
      if (!run.ok) return run;
      const { rows, total } = await store.rows(query);
      return ok({ rows: await view.rows(run.value, rows), total });
    },

    plan: ({ accountId, runId, plan }: Args<'runs.plan'>) =>
      inTurn(async () => {
        if (!isTimeZone(plan.timeZone)) return err({ code: 'bad-request', field: 'timeZone' });
        const run = await own({ accountId, runId });
        if (!run.ok) return run;
        if (run.value.state.at === 'ended') return err({ code: 'too-late' });
        const kept = await store.change(runId, { plan });
        if (!kept.ok) return kept;
        return ok({ run: await tell(kept.value), forecast: await view.forecast(kept.value) });
      }),

    start: change(async (run) => {
      if (nextAllowed(run.plan, now()) === null) return err({ code: 'no-time-planned' });
      const sender = await feeding.senderOf(run.accountId);
      return sender.ok ? store.start(run.id, { sender: sender.value, atMs: now() }) : sender;
    }),
    pause: change(async (run) =>
      run.state.at === 'running' ? halt(run, { at: 'paused', why: 'person' }) : err({ code: 'too-late' }),
    ),
    resume: change(async (run) =>
      run.state.at === 'draft' || run.state.at === 'ended' ? err({ code: 'too-late' }) : goOn(run),
    ),
    stop: change(async (run) =>
      run.state.at === 'draft' || run.state.at === 'ended'
        ? err({ code: 'too-late' })
        : halt(run, { at: 'ended', how: 'stopped', atMs: now() }),
    ),

    skip: change<Args<'runs.skip'>>(async (run, { rowId, skip: isOut }) => {
      const row = await rowOf(run, rowId);
      if (!row.ok) return row;
      if (run.state.at === 'ended') return err({ code: 'too-late' });
      return isOut ? skip(run, row.value) : takeIn(run, row.value);
    }),
    moveRow: change<Args<'runs.moveRow'>>((run, { rowId, to }) => store.moveRow(run.id, rowId, to)),
    retry: change<Args<'runs.retry'>>(async (run, { rowId }) => {
      const row = await rowOf(run, rowId);
      return row.ok ? retry(run, row.value) : row;
    }),
  };
}
