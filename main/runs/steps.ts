import type { Clock } from '../../core/clock.ts';
import type { Failure } from '../../core/failure.ts';
import type { GroupJob } from '../../core/group-job.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Job, Journal } from '../groups/journal.ts';
import type { Log } from '../log/log.ts';
import { messageOf, planSteps } from './plan-steps.ts';
import type { RedoStore } from './step-store.ts';
import type { RunStore, Step } from './store.ts';
import { type StepTools, type Taken, takeStep } from './take-step.ts';

/** What is done in a group of a run after it was made: picture, admins, first message, who may write. */
export type Steps = {
  /** A job changed: its steps are written down when it is first known who is in. */
  noticed(job: GroupJob): Promise<void>;
  /** A person wants those that failed tried again. */
  redo(accountId: string, runId: string): Promise<Result<null>>;
  /** Goes on with what an earlier run of the app left. */
  start(): Promise<void>;
  wake(): void;
  stop(): void;
};

export type StepsDeps = {
  readonly store: Pick<RunStore, 'run' | 'row' | 'rowOf' | 'picture' | 'addSteps' | 'beginStep' | 'endStep'> &
    RedoStore;
  readonly journal: Pick<Journal, 'job'>;
  readonly accounts: Pick<Accounts, 'api' | 'report'>;
  readonly obstacle: (accountId: string) => Failure | null;
  readonly stopsAll: (failure: Failure) => boolean;
  /** This run of the app. */
  readonly runner: string;
  /** Between two tries. */
  readonly retryDelaysMs: readonly number[];
  readonly clock: Clock;
  readonly log: Log;
  readonly changed: (runId: string) => Promise<void>;
};

export function createSteps(deps: StepsDeps): Steps {
  const { store, journal, accounts, clock, log, changed } = deps;
  const working = new Set<string>();
  const kicked = new Set<string>();
  const timers = new Map<string, () => void>();
  let isStopped = false;

  function wakeAccount(accountId: string): void {
    if (isStopped) return;
    timers.get(accountId)?.();
    timers.delete(accountId);
    if (working.has(accountId)) {
      kicked.add(accountId);
      return;
    }
    working.add(accountId);
    void work(accountId)
      .catch((error: unknown) => void log.error('steps.failed', error))
      .finally(() => {
        working.delete(accountId);
        if (kicked.delete(accountId)) wakeAccount(accountId);
      });
  }

  async function work(accountId: string): Promise<void> {
    while (!isStopped && deps.obstacle(accountId) === null) {
      const begun = await store.beginStep(accountId, deps.runner);
      if (!begun.ok || begun.value === null) return;
      const step = begun.value;
      const { end, failure } = await take(step);
      const ended = await store.endStep(step.id, end);
      const row = await store.rowOf(step.jobId);
      if (row) await changed(row.runId);
      if (failure) accounts.report(accountId, failure);
      if (failure || !ended.ok || end.at === 'again') {
        const delayMs = deps.retryDelaysMs[Math.min(step.tries, deps.retryDelaysMs.length - 1)] ?? 0;
        timers.set(
          accountId,
          clock.after(delayMs, () => wakeAccount(accountId)),
        );
        return;
      }
    }
  }

  async function take(step: Step): Promise<Taken> {
    const [job, tie] = [await journal.job(step.jobId), await store.rowOf(step.jobId)];
    const run = tie && (await store.run(tie.runId));
    const row = tie && (await store.row(tie.runId, tie.rowId));
    if (!job || !isMade(job) || !run || !row) {
      return { end: { at: 'failed', failure: { code: 'not-found' } }, failure: null };
    }
    const api = accounts.api(job.accountId);
    if (!api.ok) return { end: { at: 'again' }, failure: api.failure };
    const picture = step.kind === 'picture' ? await store.picture(run.id, row.extras.picture) : null;
    const message = messageOf(run.extras, row.extras);
    return takeStep(step, { job, api: api.value, picture, message, stopsAll: deps.stopsAll });
  }

  /** The steps of a group that was made and of which it is known who is in. Those that are there already stay. */
  async function plan(tie: { readonly runId: string; readonly rowId: number }, jobId: string): Promise<void> {
    const [run, row] = [await store.run(tie.runId), await store.row(tie.runId, tie.rowId)];
    const steps = run && row ? planSteps(run.extras, row.extras) : [];
    if (steps.length > 0) await store.addSteps(jobId, steps);
  }

  return {
    async noticed({ id, accountId, state, membership }) {
      if (state.at !== 'created' || state.chatId === '' || membership === null) return;
      const tie = await store.rowOf(id);
      if (!tie) return;
      await plan(tie, id);
      const late = membership.members.filter(({ at, isAdmin }) => at === 'in' && !isAdmin);
      if (late.length > 0) {
        await store.redoAdmins(
          id,
          late.map(({ chatId }) => chatId),
        );
      }
      wakeAccount(accountId);
    },

    async redo(accountId, runId) {
      const redone = await store.redoFailed(runId);
      if (!redone.ok) return redone;
      wakeAccount(accountId);
      return ok(null);
    },

    async start() {
      // A group may have been made just before the app ended, with its steps not written down yet.
      for (const tie of await store.unplanned()) await plan(tie, tie.jobId);
      for (const accountId of await store.accountsWithSteps()) wakeAccount(accountId);
    },

    wake() {
      void store.accountsWithSteps().then((accountIds) => accountIds.forEach(wakeAccount));
    },

    stop() {
      isStopped = true;
      for (const cancel of timers.values()) cancel();
    },
  };
}

const isMade = (job: Job): job is StepTools['job'] => job.state.at === 'created' && job.state.chatId !== '';
