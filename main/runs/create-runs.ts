import { toPersonChatId } from '../../core/chat-id.ts';
import type { Emit } from '../../core/contract/events.ts';
import type { Background } from '../groups/background.ts';
import type { Groups } from '../groups/groups.ts';
import type { Timings } from '../groups/timings.ts';
import { type AfterwardsDeps, createAfterwards } from './afterwards.ts';
import { createAllowance, type QuotaStore } from './allowance.ts';
import { createDrafts, type DraftsDeps } from './drafts.ts';
import { createFeeder } from './feeder.ts';
import { createInTurn } from './in-turn.ts';
import { toRunRow } from './row-view.ts';
import { createRunView } from './run-view.ts';
import { createRunning } from './running.ts';
import type { Runs } from './runs.ts';
import { foremost, standingOf } from './standing.ts';
import type { KeptRun } from './store.ts';
import { createRunTelling } from './telling.ts';

/** What the parts of runs make for each other. */
type Made =
  | 'groups'
  | 'tell'
  | 'viewRow'
  | 'inTurn'
  | 'bind'
  | 'now'
  | 'duplicateMs'
  | 'obstacle'
  | 'retryDelaysMs'
  | 'gapMs';

export type RunsDeps = Omit<DraftsDeps, Made> &
  Omit<AfterwardsDeps, Made> & {
    readonly store: QuotaStore;
    readonly checksAllowed: Parameters<typeof createAllowance>[0]['checksAllowed'];
    readonly groups: Groups;
    readonly timings: Timings;
    readonly emit: Emit;
    readonly background: Background;
    readonly workerOf: Parameters<typeof createFeeder>[0]['workerOf'];
  };

/** Hundreds of groups from a spreadsheet: the file, the run that feeds the queue, and what is done after each group. */
export function createRuns(deps: RunsDeps): Runs {
  const { store, groups, accounts, timings, clock, log, emit, background } = deps;
  const { feeding } = groups;
  const inTurn = createInTurn();
  const view = createRunView({
    ...{ store, feeding, timings, now: clock.now },
    failureOf: (runId) => feeder.failureOf(runId),
    helping: (runId) => afterwards.helping(runId),
    allowanceOf: createAllowance({ ...deps, now: clock.now }),
  });
  const telling = createRunTelling({ store, view, emit });
  const feeder = createFeeder({
    ...{ store, feeding, timings, log, inTurn, ended, workerOf: deps.workerOf, now: clock.now },
    ownChatId(accountId) {
      const phone = accounts.phoneOf(accountId);
      return phone === null ? null : toPersonChatId(phone);
    },
    changed: telling.note,
    looked: telling.tellNoted,
  });
  /** A run was changed: what may go on by it goes on. */
  const tell = async (run: KeptRun) => {
    const shown = await telling.tell(run);
    feeder.kick();
    return shown;
  };
  const running = createRunning({ ...{ store, groups, feeding, view, inTurn, tell, ended }, now: clock.now });
  const drafts = createDrafts({
    ...{ ...deps, inTurn, tell, now: clock.now, bind: feeding.senderOf, duplicateMs: timings.duplicateMs },
    viewRow: async (run, row) => (await view.rows(run, [row]))[0] ?? toRunRow(row, null),
  });
  const afterwards = createAfterwards({
    ...{ ...deps, tell: telling.tell, obstacle: feeding.obstacle, retryDelaysMs: timings.retryDelaysMs },
    gapMs: timings.helpGapMs,
  });

  function ended(run: KeptRun): void {
    background.run('run-ended', async () => {
      await afterwards.ended(run);
      telling.note(run.id);
      feeder.kick();
    });
  }

  const openOf = async (accountId: string): Promise<KeptRun[]> =>
    (await store.open()).filter((run) => run.accountId === accountId);

  async function endAll(accountId: string): Promise<void> {
    for (const { id } of await openOf(accountId)) await running.stop({ accountId, runId: id });
  }

  return {
    ...drafts,
    ...afterwards,
    ...running,

    async standing(accountId) {
      const lines = [];
      for (const run of await openOf(accountId)) lines.push(standingOf(await view.show(run)) ?? []);
      return foremost(lines.flat());
    },
    async waiting(accountId) {
      const runs = await openOf(accountId);
      const counts = await Promise.all(runs.map((run) => store.waiting(run.id)));
      const goingOn = counts.filter((_, place) => runs[place]?.state.at === 'running');
      return { all: sum(counts), goingOn: sum(goingOn) };
    },
    runOf: async (jobId) => (await store.rowOf(jobId))?.runId ?? null,

    noticed(job) {
      background.run('run-noticed', async () => {
        const tie = await store.rowOf(job.id);
        if (tie) telling.note(tie.runId);
        feeder.kick();
        if (tie) await afterwards.noticed(job);
      });
    },
    noticedChecks: (work) => background.run('run-checks', () => drafts.noticedChecks(work)),
    queueMoved: feeder.kick,
    async open() {
      await store.dropPictures();
      feeder.begin();
      await afterwards.start();
      background.run('results-due', afterwards.writeDue);
    },
    wake() {
      feeder.kick();
      afterwards.wake();
    },
    endAll,
    async forget(accountId) {
      await drafts.forget(accountId);
      await endAll(accountId);
    },
    async close() {
      afterwards.stop();
      await feeder.stop();
      await background.stop(timings.stopGraceMs);
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
