import type { Api } from '../../core/contract/calls.ts';
import type { GroupJob } from '../../core/group-job.ts';
import type { GroupRun, MissingPerson } from '../../core/group-run.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Journal } from '../groups/journal.ts';
import type { HelpStore } from './help-store.ts';
import { createHelping, type Helping, type HelpingDeps } from './helping.ts';
import { createResults, type ResultsDeps } from './results.ts';
import type { ResultsStore } from './results-store.ts';
import type { RedoStore } from './step-store.ts';
import { createSteps, type StepsDeps } from './steps.ts';
import type { KeptRun, RunStore } from './store.ts';

type Calls = 'retrySteps' | 'missing' | 'helpMissing' | 'stopHelping' | 'saveResults' | 'savePages' | 'showFile';

export type AfterwardsCalls = { readonly [C in Calls]: Api[`runs.${C}`] };

/** What is done after the groups of a run were made: steps in each group, help for who is not in, files of what came of it. */
export type Afterwards = AfterwardsCalls & {
  /** A job changed in the record. */
  noticed(job: GroupJob): Promise<void>;
  /** A run has ended. */
  ended(run: KeptRun): Promise<void>;
  /** Results that an earlier run of the app left unwritten. */
  writeDue(): Promise<void>;
  /** How far helping the missing is; null when nobody is being helped. */
  helping: Helping['progress'];
  start(): Promise<void>;
  /** What stood in the way may be gone. */
  wake(): void;
  stop(): void;
};

export type AfterwardsDeps = Omit<StepsDeps, 'store' | 'journal' | 'changed'> &
  Omit<HelpingDeps, 'store' | 'changed'> &
  Omit<ResultsDeps, 'store' | 'journal' | 'now'> & {
    readonly store: RunStore & HelpStore & RedoStore & ResultsStore;
    readonly journal: Journal;
    /** A run as it is now; the window hears of it. */
    readonly tell: (run: KeptRun) => Promise<GroupRun>;
  };

export function createAfterwards(deps: AfterwardsDeps): Afterwards {
  const { store, journal, tell } = deps;
  const changed = async (runId: string): Promise<void> => {
    const run = await store.run(runId);
    if (run) await tell(run);
  };
  const steps = createSteps({ ...deps, changed });
  const helping = createHelping({ ...deps, changed });
  const results = createResults({ ...deps, now: deps.clock.now });

  type OfRun = { readonly accountId: string; readonly runId: string };
  async function own({ accountId, runId }: OfRun): Promise<Result<KeptRun>> {
    const run = await store.run(runId);
    return run?.accountId === accountId ? ok(run) : err({ code: 'not-found' });
  }
  /** For what changes a run: it is told as it is afterwards. */
  const changing =
    <A extends OfRun>(change: (args: A) => Promise<Result<null>>) =>
    async (args: A): Promise<Result<GroupRun>> => {
      const run = await own(args);
      const done = run.ok ? await change(args) : run;
      const after = done.ok ? await own(args) : done;
      return after.ok ? ok(await tell(after.value)) : after;
    };

  async function missingPerson({
    jobId,
    group,
    person,
  }: Pick<MissingPerson, 'jobId' | 'group' | 'person'>): Promise<MissingPerson> {
    const job = await journal.job(jobId);
    const member = job?.membership?.members.find(({ chatId }) => chatId === person.chatId);
    const waits = member?.doing === null && (await store.isHelpWaiting(jobId, person.chatId));
    return { jobId, group, person, doing: waits ? 'waiting' : (member?.doing ?? null) };
  }

  return {
    async noticed(job) {
      await steps.noticed(job);
      await results.noticed(job);
    },
    ended: results.writeBeside,
    writeDue: results.writeDue,
    helping: helping.progress,

    retrySteps: changing(({ accountId, runId }) => steps.redo(accountId, runId)),
    helpMissing: changing(helping.helpMissing),
    stopHelping: changing(helping.stopHelping),

    async missing({ offset, limit, ...of }) {
      const run = await own(of);
      if (!run.ok) return run;
      const { people, total } = await store.missing(of.runId, { offset, limit });
      const shown: MissingPerson[] = [];
      for (const one of people) shown.push(await missingPerson(one));
      return ok({ people: shown, total });
    },

    async saveResults({ format, ...of }) {
      const run = await own(of);
      return run.ok ? results.save(run.value, format) : run;
    },
    async savePages(of) {
      const run = await own(of);
      return run.ok ? results.savePages(run.value) : run;
    },
    async showFile(of) {
      const run = await own(of);
      return run.ok ? results.show(run.value) : run;
    },

    async start() {
      await steps.start();
      await helping.start();
    },
    wake() {
      steps.wake();
      helping.wake();
    },
    stop() {
      steps.stop();
      helping.stop();
    },
  };
}
