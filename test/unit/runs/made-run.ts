import type { Failure } from '../../../core/failure.ts';
import { type Extras, noExtras } from '../../../core/group-sheet.ts';
import type { Result } from '../../../core/result.ts';
import type { Groups } from '../../../main/groups/groups.ts';
import { createHelping } from '../../../main/runs/helping.ts';
import { createSteps } from '../../../main/runs/steps.ts';
import type { NewRow } from '../../../main/runs/store.ts';
import { createSqliteJournal } from '../../../main/storage/sqlite-journal.ts';
import type { FakeFault } from '../../support/fake-green-api.ts';
import { accountId, person } from '../../support/groups-engine.ts';
import { testRow, testRun } from '../../support/run-samples.ts';
import { scene } from '../../support/scene.ts';
import { createTestStore } from '../../support/test-runs.ts';

export const runId = 'run';
export const gapMs = 15_000;
const ofAccount: readonly Failure['code'][] = ['offline', 'not-linked', 'quota'];

type Wish = {
  readonly rows?: readonly Partial<NewRow>[];
  readonly extras?: Partial<Extras>;
  readonly shy?: number;
  /** What CreateGroup runs into, the first group first. */
  readonly answers?: readonly FakeFault[];
};

export type MadeRun = Awaited<ReturnType<typeof madeRun>>;

/** A run whose groups were made by the real engine, each of people 1 and 2; `shy` is the person who was not added. */
export async function madeRun({ rows = [{}], extras = {}, shy, answers = [] }: Wish = {}) {
  const all = await scene({ paceMs: 0 });
  const { engine, api, clock } = all;
  const store = createTestStore(engine.database);
  const journal = createSqliteJournal(engine.database);
  for (const answer of answers) api.fault('createGroup', answer);
  if (shy !== undefined) api.shy.add(person(shy).chatId);
  const run = testRun(runId, { accountId, extras: { ...noExtras, ...extras } });
  sure(
    await store.add(
      run,
      rows.map((row, place) => testRow(`Group ${place}`, row)),
    ),
  );
  sure(await store.start(runId, { sender: engine.account.sender, atMs: clock.now() }));
  await engine.groups.queue(accountId); // binds the account to its number
  for (const [place, { verdict = 'ready' }] of rows.entries()) {
    if (verdict !== 'ready') continue;
    const job = { id: `job-${place}`, accountId, sender: engine.account.sender, name: `Group ${place}` };
    const people = [person(1), person(2)];
    const row = { runId, rowId: place + 1 };
    sure(
      await journal.add({ ...job, people, askedAtMs: clock.now(), fromPhone: null, row }, { again: true, sinceMs: 0 }),
    );
    engine.groups.wake();
    await clock.advance(10_000);
  }

  const told: string[] = [];
  let obstacle: Failure | null = null;
  const tools = {
    ...{ store, clock, obstacle: () => obstacle },
    stopsAll: ({ code }: Failure) => ofAccount.includes(code),
    log: { info: () => {}, warn: () => {}, error: () => 'LOG' },
    changed: async (id: string) => void told.push(id),
  };
  const stepsOf = (runner: string) =>
    createSteps({
      ...{ ...tools, journal, runner, retryDelaysMs: [5_000, 30_000] },
      accounts: { api: () => ({ ok: true, value: api }), report: () => {} },
    });
  return {
    ...{ ...all, store, journal, told, stepsOf },
    steps: stepsOf('run-1'),
    helping: createHelping({ ...tools, groups: engine.groups, gapMs }),
    /** Of the next run of the app. */
    helpingAgain: (groups: Groups) => createHelping({ ...tools, groups, gapMs }),
    setObstacle: (failure: Failure | null) => {
      obstacle = failure;
    },
    row: async (rowId = 1) => (await store.row(runId, rowId))?.job ?? null,
  };
}

export function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.failure.code}`);
  return result.value;
}
