import { defaultPlan } from '../../core/run-plan.ts';
import type { Journal } from '../../main/groups/journal.ts';
import type { RunsDeps } from '../../main/runs/create-runs.ts';
import type { FakeClock } from '../support/fake-clock.ts';
import { type FakeGreenApi, failures } from '../support/fake-green-api.ts';
import { accountId, draft, type EngineOptions, openEngine, type TestEngine } from '../support/groups-engine.ts';
import { testRow, testRun } from '../support/run-samples.ts';
import { openRunsEngine, type RunsEngine } from '../support/runs-engine.ts';

type Around = { readonly clock: FakeClock; readonly api: FakeGreenApi };

/** One process of several over the same record, in which three groups are asked for. It may die anywhere. */
export type CrashLife = {
  readonly engine: TestEngine;
  /** All that a person does in it, and an hour more. */
  live(around: Around): Promise<void>;
  restart(): CrashLife;
  /** At the end: what of it must not be, beside what the record says of the groups. */
  wrong(): Promise<readonly string[]>;
};

export type CrashFeed = {
  open(options: EngineOptions): CrashLife;
  /** Whether a death before or after this call is tried. */
  isStep(call: string): boolean;
};

const minute = 60_000;
const names = ['One', 'Two', 'Three'];

/** As from the window. */
export const singleLives: CrashFeed = {
  open: (options) => singly(openEngine(options)),
  isStep: () => true,
};

const singly = (engine: TestEngine): CrashLife => ({
  engine,
  async live({ clock }) {
    void engine.groups.start();
    await clock.advance(1);
    for (const name of names) void engine.groups.create(draft(name));
    await clock.advance(60 * minute);
  },
  restart: () => singly(engine.restart()),
  wrong: async () => [],
});

/** Row by row from a run, which is paused and goes on in between. */
export const runLives: CrashFeed = {
  open: (options) => byRun(openRunsEngine(options), options),
  // It reads a lot; whoever dies there leaves what was there after the last change.
  isStep: (call) => !readings.includes(call),
};

type Store = RunsDeps['store'];
const readsRow: readonly (keyof Store)[] = ['row', 'rows', 'allRows', 'next', 'rowOf', 'waitingIds', 'unplanned'];
const readsRun: readonly (keyof Store)[] = ['run', 'open', 'counts', 'sums', 'waiting', 'helpProgress'];
const readsJob: readonly (keyof Journal)[] = ['job', 'jobs', 'queuedOf', 'find', 'count', 'unchecked', 'unnamed'];
const readsSender: readonly (keyof Journal)[] = ['sender', 'senders', 'lastAttempt'];
const readings: readonly string[] = [...readsRow, ...readsRun, ...readsJob, ...readsSender];

const ofRun = { accountId, runId: 'run' };

function byRun(now: RunsEngine, options: EngineOptions): CrashLife {
  const { engine, runs, store } = now;
  /** Whatever an earlier life has left of it. */
  async function startRun(): Promise<void> {
    const rows = names.map((name) => testRow(name));
    if (!(await store.run(ofRun.runId)))
      await store.add(testRun(ofRun.runId, { plan: defaultPlan('UTC', true) }), rows);
    await runs.start(ofRun);
  }
  return {
    engine,
    async live({ clock, api }) {
      void engine.groups.start().then(runs.open);
      await clock.advance(1);
      void startRun();
      await clock.advance(4 * minute);
      // The next row has its job and waits for another try when the run is paused: it is held, and fed again.
      api.fault('createGroup', failures.neverSent, 1);
      await clock.advance(minute + 2_000);
      void runs.pause(ofRun);
      await clock.advance(minute);
      void runs.resume(ofRun);
      await clock.advance(60 * minute);
    },
    restart: () => byRun(openRunsEngine(options, now), options),
    wrong: () => wrongOf(now),
  };
}

/** A row that no job was made of, or a job that belongs to no row. */
async function wrongOf({ engine, store, runs }: RunsEngine): Promise<string[]> {
  const rows = await store.allRows(ofRun.runId, { offset: 0, limit: 10 });
  const run = await runs.show(ofRun);
  const jobs = await engine.groups.find({ accountId, text: '', offset: 0, limit: 10 });
  if (!run.ok || !jobs.ok) return ['there is no run'];
  const { state, waiting } = run.value;
  const tied = rows.map(({ job }) => job?.jobId);
  // Two that are unknown in a row stop the number, and what is behind them waits for a person.
  const stands = waiting?.code === 'unknown';
  return [
    ...rows.filter(({ job }) => !job && !stands).map(({ name, wants }) => `${name} is no job, it wants ${wants}`),
    ...jobs.value.rows.filter(({ id }) => !tied.includes(id)).map(({ name }) => `${name} is a job of no row`),
    ...(state.at === (stands ? 'running' : 'ended') ? [] : [`the run is ${state.at}, ${waiting?.code}`]),
  ];
}
