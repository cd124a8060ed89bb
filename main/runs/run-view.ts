import type { Failure } from '../../core/failure.ts';
import { forecast, type Standing, startTimes } from '../../core/forecast.ts';
import type { Allowance, GroupRun, RunCounts, RunLine, RunRow, RunState } from '../../core/group-run.ts';
import type { Forecast } from '../../core/run-plan.ts';
import type { Feeding } from '../groups/feeding.ts';
import type { Timings } from '../groups/timings.ts';
import { limitsOf } from './limits.ts';
import { toRunRow } from './row-view.ts';
import type { KeptRow, KeptRun, RunStore } from './store.ts';

/** What the window sees of runs: what is kept, with what only the queue knows of reasons and times. */
export type RunView = {
  show(run: KeptRun): Promise<GroupRun>;
  line(run: KeptRun): Promise<RunLine>;
  rows(run: KeptRun, rows: readonly KeptRow[]): Promise<RunRow[]>;
  /** How the plan works out for what is ready or waits. */
  forecast(run: KeptRun): Promise<Forecast>;
};

export type RunViewDeps = {
  readonly store: RunStore;
  readonly feeding: Feeding;
  readonly timings: Timings;
  /** What the computer's clock shows. */
  readonly now: () => number;
  readonly failureOf: (runId: string) => Failure | null;
  readonly helping: (runId: string) => Promise<GroupRun['helping']>;
  /** What is known of the tariff of an account. */
  readonly allowanceOf: (accountId: string) => Promise<Allowance | null>;
};

type NextRow = { readonly row: KeptRow; readonly waiting: Failure | null };
/** How things stand with the number of a run; `ahead`: rows of other runs that go before it. */
type Ahead = Standing & { readonly stopped: Failure | null; readonly ahead: number };

export function createRunView(deps: RunViewDeps): RunView {
  const { store, feeding, timings, now, failureOf, helping, allowanceOf } = deps;

  async function standing(run: KeptRun): Promise<Ahead | null> {
    const sender = run.sender ?? (await senderOf(run));
    if (sender === null) return null;
    const nowMs = feeding.nowMs();
    const state = await feeding.standing(sender, limitsOf(run.plan, nowMs, timings));
    return { ...state, nowMs, ahead: await aheadOf(run) };
  }

  async function senderOf(run: KeptRun): Promise<string | null> {
    const sender = await feeding.senderOf(run.accountId);
    return sender.ok ? sender.value : null;
  }

  async function aheadOf(run: KeptRun): Promise<number> {
    if (run.state.at !== 'running') return 0;
    let ahead = 0;
    for (const other of await store.open()) {
      if (other.id === run.id) break;
      if (other.sender === run.sender && other.state.at === 'running') ahead += await store.waiting(other.id);
    }
    return ahead;
  }

  /** The row that is in the queue, or else the one whose turn is next. */
  async function nextRow(run: KeptRun): Promise<NextRow | null> {
    for (const { job, waiting } of run.sender === null ? [] : await feeding.queued(run.sender)) {
      const tie = await store.rowOf(job.id);
      const row = tie?.runId === run.id ? await store.row(run.id, tie.rowId) : null;
      if (row) return { row, waiting };
    }
    const row = await store.next(run.id);
    return row && { row, waiting: null };
  }

  function reasonFor(run: KeptRun, stopped: Failure | null, next: NextRow | null): Failure | null {
    // Before the start a person hears of it as well: the run would only stand.
    if (run.state.at === 'draft') return stopped;
    if (run.state.at !== 'running') return null;
    return feeding.obstacle(run.accountId) ?? stopped ?? failureOf(run.id) ?? next?.waiting ?? null;
  }

  /** Plans are looked up by the server's time; people see what their own clock will show. */
  const shown = (atMs: number | null): number | null => (atMs === null ? null : atMs + now() - feeding.nowMs());

  return {
    async show(run) {
      const { counts, missing, ...sums } = await store.sums(run.id);
      const stands = run.state.at === 'running' || run.state.at === 'draft' ? await standing(run) : null;
      const next = counts.waiting > 0 ? await nextRow(run) : null;
      const waiting = reasonFor(run, stands?.stopped ?? null, next);
      const goesOn = stands && waiting === null ? stands : null;
      const doneIn = (count: number) => goesOn && shown(forecast(goesOn.ahead + count, run.plan, goesOn).doneAtMs);
      const { id, accountId, file, madeAtMs, startedAtMs, state, extras, resultsFile } = run;
      // The settings and the administrator may allow fewer than was planned once.
      const plan = stands ? { ...run.plan, perDay: stands.perDay } : run.plan;
      return {
        ...{ id, accountId, file, madeAtMs, startedAtMs, state, plan, extras, counts, resultsFile, waiting },
        ...sums,
        missing: { ...missing, takesMs: missing.people * timings.helpGapMs },
        next: next && {
          rowId: next.row.rowId,
          name: next.row.name,
          people: next.row.people,
          startsAtMs: doneIn(1),
        },
        doneAtMs: counts.waiting > 0 ? doneIn(counts.waiting) : null,
        allowance: state.at === 'draft' ? await allowanceOf(accountId) : null,
        helping: await helping(id),
      };
    },

    async line(run) {
      const { id, file, madeAtMs, startedAtMs, state } = run;
      return { id, file, madeAtMs, startedAtMs, state, counts: await store.counts(id) };
    },

    async rows(run, rows) {
      const goesOn = run.state.at === 'running' ? await standing(run) : null;
      const isWaited = rows.some(({ wants }) => wants === 'turn');
      if (!goesOn || !isWaited || reasonFor(run, goesOn.stopped, null)) return rows.map((row) => toRunRow(row, null));
      const places = new Map((await store.waitingIds(run.id)).map((rowId, place) => [rowId, place]));
      const last = Math.max(...rows.map(({ rowId }) => places.get(rowId) ?? 0));
      const starts = startTimes(goesOn.ahead + last + 1, run.plan, goesOn).slice(goesOn.ahead);
      return rows.map((row) => toRunRow(row, shown(starts[places.get(row.rowId) ?? -1] ?? null)));
    },

    async forecast(run) {
      const counts = await store.counts(run.id);
      const stands = await standing(run);
      return stands
        ? forecast(rowsToMake(run.state, counts), run.plan, stands)
        : { days: [], firstAtMs: null, doneAtMs: null };
    },
  };
}

const rowsToMake = (state: RunState, { ready, waiting }: RunCounts): number => (state.at === 'draft' ? ready : waiting);
