import type { Payload } from '../../core/contract/events.ts';
import type { EventName } from '../../core/contract/names.ts';
import type { GroupRun, RunRow } from '../../core/group-run.ts';
import type { Result } from '../../core/result.ts';
import { realTimings } from '../../main/groups/timings.ts';
import type { Log } from '../../main/log/log.ts';
import type { Runs } from '../../main/runs/runs.ts';
import type { KeptRun, NewRow, RunStore } from '../../main/runs/store.ts';
import { createSqliteJournal } from '../../main/storage/sqlite-journal.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeGreenApi } from './fake-green-api.ts';
import { accountId, type EngineOptions, openEngine, type TestEngine } from './groups-engine.ts';
import { testRow, testRun } from './run-samples.ts';
import { createTestRuns, createTestStore } from './test-runs.ts';

export type RunsEngine = {
  readonly engine: TestEngine;
  readonly runs: Runs;
  readonly store: RunStore;
  /** Runs whose end was told to what comes after. */
  readonly written: string[];
};

/** The engine of groups with runs over it, as the app has them. Files are not what is tested here. */
export function openRunsEngine(options: EngineOptions, from?: RunsEngine): RunsEngine {
  let runs: Runs | null = null;
  const onEvent = (name: EventName, payload: Payload<EventName>): void => {
    if (name === 'groups.changed') void runs?.noticed(payload as Payload<'groups.changed'>); // its name has just said so
    if (name === 'queue.changed') runs?.queueMoved();
  };
  const engine = from ? from.engine.restart({ onEvent }) : openEngine({ ...options, onEvent });
  const { database, accounts, events, errors, runner } = engine;
  const store = engine.mortal(createTestStore(database));
  const log: Log = { info: () => {}, warn: () => {}, error: (_, error) => `LOG-${errors.push(error)}` };
  const written: string[] = [];
  runs = createTestRuns(
    {
      ...{ store, accounts, runner, log, groups: engine.groups, clock: options.clock },
      journal: engine.mortal(createSqliteJournal(database)),
      timings: options.timings ?? realTimings,
      emit: (name, payload) => void events.push({ name, payload }),
    },
    (path) => void written.push(path),
  );
  return { engine, runs, store, written };
}

type SceneOptions = Partial<Omit<EngineOptions, 'clock' | 'api' | 'onEvent'>> & { readonly clock?: FakeClock };

/** A started app with one account whose phone knows a group already, and short ways to what tests of runs do most. */
export async function runScene(options: SceneOptions = {}) {
  const clock = options.clock ?? createFakeClock();
  const api = createFakeGreenApi({ clock });
  api.make('Known before');
  const engineOptions = { ...options, clock, api };
  let now = openRunsEngine(engineOptions);
  const open = async () => {
    await now.engine.groups.start();
    await now.runs.open();
  };
  await open();

  const sure = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(`refused: ${result.failure.code}`);
    return result.value;
  };
  const ofRun = { accountId, runId: 'run' };
  /** A draft of these rows. */
  async function draft(rows: readonly (string | NewRow)[], change: Partial<KeptRun> = {}) {
    const run = testRun('run', { accountId, madeAtMs: clock.now(), ...change });
    sure(
      await now.store.add(
        run,
        rows.map((row) => (typeof row === 'string' ? testRow(row) : row)),
      ),
    );
    return { accountId: run.accountId, runId: run.id };
  }
  return {
    clock,
    api,
    ofRun,
    sure,
    get engine() {
      return now.engine;
    },
    get runs() {
      return now.runs;
    },
    get store() {
      return now.store;
    },
    get written() {
      return now.written;
    },
    /** The process dies, and the app is opened again. */
    async restart() {
      now = openRunsEngine(engineOptions, now);
      await open();
    },
    draft,
    async started(rows: readonly (string | NewRow)[], change: Partial<KeptRun> = {}) {
      const of = await draft(rows, change);
      sure(await now.runs.start(of));
      return of;
    },
    show: async (runId = 'run', account = accountId): Promise<GroupRun> =>
      sure(await now.runs.show({ accountId: account, runId })),
    rows: async (runId = 'run', account = accountId): Promise<RunRow[]> =>
      sure(await now.runs.rows({ accountId: account, runId, filter: 'all', text: '', offset: 0, limit: 500 })).rows,
    /** The names that were sent, in their order. */
    sent: () => api.callsOf('createGroup').map(({ args }) => (args[0] as { groupName: string }).groupName), // what the engine gave it
    /** When, by the server. */
    sentAt: () => api.callsOf('createGroup').map(({ serverMs }) => serverMs),
  };
}

export const numbered = (count: number, word = 'Group'): string[] =>
  Array.from({ length: count }, (_, place) => `${word} ${place + 1}`);
