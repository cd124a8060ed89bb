import { toPersonChatId } from '../../core/chat-id.ts';
import type { Emit } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import { isOfTheAccount } from '../groups/attempt.ts';
import { createBackground } from '../groups/background.ts';
import type { Groups } from '../groups/groups.ts';
import type { Timings } from '../groups/timings.ts';
import { type AfterwardsDeps, createAfterwards } from './afterwards.ts';
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
  | 'stopsAll'
  | 'retryDelaysMs'
  | 'gapMs';

export type RunsDeps = Omit<DraftsDeps, Made> &
  Omit<AfterwardsDeps, Made> & {
    readonly groups: Groups;
    readonly timings: Timings;
    readonly emit: Emit;
  };

/** Hundreds of groups from a spreadsheet: the file, the run that feeds the queue, and what is done after each group. */
export function createRuns(deps: RunsDeps): Runs {
  const { store, groups, accounts, timings, clock, log, emit } = deps;
  const { feeding } = groups;
  const inTurn = createInTurn();
  const background = createBackground({ clock, log });
  const view = createRunView({
    ...{ store, feeding, timings, now: clock.now },
    failureOf: (runId) => feeder.failureOf(runId),
    helping: (runId) => afterwards.helping(runId),
  });
  const telling = createRunTelling({ store, view, emit });
  const feeder = createFeeder({
    ...{ store, feeding, clock, timings, log, inTurn, ended },
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
    stopsAll: (failure: Failure) => failure.code === 'offline' || isOfTheAccount(failure),
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
      let waiting = 0;
      for (const run of await openOf(accountId)) waiting += await store.waiting(run.id);
      return waiting;
    },
    isOfRun: async (jobId) => (await store.rowOf(jobId)) !== null,

    async noticed(job) {
      const tie = await store.rowOf(job.id);
      if (tie) telling.note(tie.runId);
      feeder.kick();
      await afterwards.noticed(job);
    },
    queueMoved: feeder.kick,
    async open() {
      feeder.begin();
      await afterwards.start();
    },
    wake() {
      feeder.kick();
      afterwards.wake();
    },
    async forget(accountId) {
      await drafts.forget(accountId);
      for (const { id } of await openOf(accountId)) await running.stop({ accountId, runId: id });
    },
    async close() {
      afterwards.stop();
      await feeder.stop();
      await background.stop(timings.stopGraceMs);
    },
  };
}
