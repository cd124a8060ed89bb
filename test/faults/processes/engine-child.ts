import type { Emit, Payload } from '../../../core/contract/events.ts';
import { ok } from '../../../core/result.ts';
import { defaultPlan } from '../../../core/run-plan.ts';
import { createGreenApi } from '../../../main/green-api/client.ts';
import { createGroups } from '../../../main/groups/create-groups.ts';
import type { Groups } from '../../../main/groups/groups.ts';
import { newRunner } from '../../../main/groups/runner.ts';
import { realTimings } from '../../../main/groups/timings.ts';
import type { Runs } from '../../../main/runs/runs.ts';
import type { RunStore } from '../../../main/runs/store.ts';
import { openDatabase } from '../../../main/storage/database.ts';
import { createSqliteJournal } from '../../../main/storage/sqlite-journal.ts';
import { accountId, draft } from '../../support/groups-engine.ts';
import { createHurriedClock } from '../../support/hurried-clock.ts';
import { testRow, testRun } from '../../support/run-samples.ts';
import { createTestRuns, createTestStore } from '../../support/test-runs.ts';
import { bend, type Rule } from '../broken-rules.ts';

/** What an engine is told when it begins; it goes over to another process, so it is plain data. */
export type Life = {
  readonly file: string;
  readonly sender: string;
  /** What a person has asked for; groups of an earlier life stay. */
  readonly names: readonly string[];
  /** As the rows of a run, instead of one after the other. */
  readonly byRun: boolean;
  readonly service: { readonly apiUrl: string; readonly idInstance: string; readonly apiTokenInstance: string };
  readonly proxy: string | null;
  readonly factor: number;
  readonly startMs: number;
  readonly paceMs: number;
  readonly rule: Rule;
};

export type Order = { readonly do: 'start'; readonly life: Life } | { readonly do: 'stop' };
export type Word =
  | { readonly is: 'loaded' | 'started' | 'stopped' }
  /** A row of a run has its job. */
  | { readonly is: 'fed' }
  /** What the engine could not explain. */
  | { readonly is: 'error'; readonly what: string };

/** A stall of this computer counts a thousandfold here, and no request of a killed process is that late in earnest. */
const timings = { ...realTimings, windowAfterMs: 12 * realTimings.windowAfterMs };
const deadlines = { connectMs: 2_000, headersMs: 150, bodyMs: 150 };
const goOnEveryMs = 50;
const ofRun = { accountId, runId: 'run' };

function tell(word: Word): string {
  process.send?.(word);
  return word.is;
}

const personMayGoOn: readonly string[] = ['unknown', 'rate-overlimit', 'too-fast', 'quota', 'wrong-account'];

/** The ways by which groups are asked for, and a person who says go on whenever the queue asks, and never that a group should be made again. */
type Asking = { ask(names: readonly string[]): Promise<void>; goOn(): Promise<unknown> };

const singly = (groups: Groups): Asking => ({
  async ask(names) {
    const asked = await groups.find({ accountId, text: '', offset: 0, limit: 1 });
    for (const name of names.slice(asked.ok ? asked.value.total : 0)) await groups.create(draft(name));
  },
  async goOn() {
    const found = await groups.find({ accountId, text: '', offset: 0, limit: 200 });
    const stopped = found.ok
      ? found.value.rows.find(({ state }) => state.at === 'queued' && personMayGoOn.includes(state.waiting?.code ?? ''))
      : undefined;
    if (stopped) await groups.goOn({ accountId });
  },
});

const byRun = (runs: Runs, store: RunStore): Asking => ({
  async ask(names) {
    const rows = names.map((name) => testRow(name));
    const plan = { ...defaultPlan('UTC', true), paceMinutes: 1 };
    if (!(await store.run(ofRun.runId))) await store.add(testRun(ofRun.runId, { plan }), rows);
    await runs.start(ofRun);
  },
  async goOn() {
    const run = await runs.show(ofRun);
    const isStopped =
      run.ok && (run.value.state.at === 'stopped' || personMayGoOn.includes(run.value.waiting?.code ?? ''));
    if (isStopped) await runs.resume(ofRun);
  },
});

/** The engine as the app puts it together, over a record that may be another process's too. Answers how to end it. */
async function live({ rule, ...life }: Life): Promise<() => Promise<void>> {
  const clock = createHurriedClock(life.factor, life.startMs);
  const database = openDatabase(life.file, { machine: 'here' });
  const bent = bend(rule, life.sender);
  const proxyFor = async () => life.proxy;
  const service = { pacer: { turn: async () => {} }, clock, deadlines: () => deadlines, proxyFor };
  const api = bent.api(createGreenApi(life.service, service));
  let runs: Runs | null = null;
  const emit: Emit = (name, payload) => {
    if (name === 'queue.changed') runs?.queueMoved();
    if (name !== 'groups.changed') return;
    const job = payload as Payload<'groups.changed'>; // its name has just said so
    runs?.noticed(job);
    if (life.byRun && job.state.at === 'queued') tell({ is: 'fed' });
  };
  const parts = {
    ...{ clock, timings, emit, runner: newRunner() },
    journal: bent.journal(createSqliteJournal(database)),
    accounts: {
      api: () => ok(api),
      senderOf: () => life.sender,
      stateOf: () => ({ at: 'not-checked' }) as const,
      phoneOf: () => life.sender,
      report: () => {},
    },
    log: {
      ...{ info: () => {}, warn: () => {} },
      error: (_: string, error: unknown) => tell({ is: 'error', what: String(error) }),
    },
  };
  const pace = () => ({ paceMs: bent.paceMs(life.paceMs), perDay: 100_000 });
  const groups = createGroups({ ...parts, pace });
  const store = createTestStore(database);
  runs = life.byRun ? createTestRuns({ ...parts, groups, store }) : null;
  const asking = runs ? byRun(runs, store) : singly(groups);

  await groups.start();
  await runs?.open();
  tell({ is: 'started' });
  await asking.ask(life.names);
  const person = setInterval(() => void asking.goOn(), goOnEveryMs);
  return async () => {
    clearInterval(person);
    await runs?.close();
    await groups.stop();
    database.close();
  };
}

let end: Promise<() => Promise<void>> | null = null;
process.on('message', async (order: Order) => {
  if (order.do === 'start') {
    end = live(order.life);
    return;
  }
  await (await end)?.();
  tell({ is: 'stopped' });
});
// Nobody outlives whoever started us.
process.on('disconnect', () => process.exit());
tell({ is: 'loaded' });
