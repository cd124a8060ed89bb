import type { Args } from '../../../core/contract/calls.ts';
import type { FailureCode } from '../../../core/failure.ts';
import type { JobState } from '../../../core/group-job.ts';
import type { GroupRun, RunRow } from '../../../core/group-run.ts';
import type { Result } from '../../../core/result.ts';
import { defaultPlan } from '../../../core/run-plan.ts';
import { accountId, type EngineOptions, openEngine, type TestEngine } from '../../support/groups-engine.ts';
import { testRow, testRun } from '../../support/run-samples.ts';
import { openRunsEngine, type RunsEngine } from '../../support/runs-engine.ts';

type Draft = Args<'groups.create'>;

/** What became of a group that was asked for. */
export type Asked = {
  readonly name: string;
  /** Null: it is no job, because of `waiting`. */
  readonly job: { readonly id: string; readonly state: JobState } | null;
  readonly waiting: FailureCode | null;
};

/** A life of the app, with the way in which groups come into it. */
export type Fed = {
  readonly engine: TestEngine;
  /** Before it begins. */
  ask(drafts: readonly Draft[]): Promise<void>;
  begin(): Promise<void>;
  /** In their order. */
  asked(): Promise<readonly Asked[]>;
  /** Of the run that they came by. */
  at(): Promise<GroupRun['state']['at'] | null>;
  /** The next life, over the same record. */
  restart(): Fed;
};

export type Feed = (options: EngineOptions) => Fed;

/** One after the other, as from the window. */
export const feedSingly: Feed = (options) => singly(openEngine(options), []);

function singly(engine: TestEngine, known: readonly (Draft & { readonly answer: Result<{ id: string }> })[]): Fed {
  let all = known;
  return {
    engine,
    async ask(drafts) {
      for (const one of drafts) all = [...all, { ...one, answer: await engine.groups.create(one) }];
    },
    begin: () => engine.groups.start(),
    asked: () =>
      Promise.all(
        all.map(async ({ name, answer }) =>
          answer.ok ? jobOf(engine, name, answer.value.id) : { name, job: null, waiting: answer.failure.code },
        ),
      ),
    at: async () => null,
    restart: () => singly(engine.restart(), all),
  };
}

/** Row by row from a spreadsheet. */
export const feedByRun: Feed = (options) => byRun(openRunsEngine(options), options);

const ofRun = { accountId, runId: 'run' };

function byRun(now: RunsEngine, options: EngineOptions): Fed {
  const { engine, runs, store } = now;
  const shown = async (): Promise<GroupRun> => sure(await runs.show(ofRun));
  return {
    engine,
    async ask(drafts) {
      const rows = drafts.map(({ name, people }) =>
        testRow(name, { entries: people.map((person) => ({ at: 'ready', text: '', person })) }),
      );
      sure(
        await store.add(testRun(ofRun.runId, { plan: defaultPlan('UTC', true), madeAtMs: options.clock.now() }), rows),
      );
      sure(await runs.start(ofRun));
    },
    async begin() {
      await engine.groups.start();
      await runs.open();
    },
    async asked() {
      const { waiting } = await shown();
      const { rows } = sure(await runs.rows({ ...ofRun, filter: 'all', text: '', offset: 0, limit: 100 }));
      const toAsked = async ({ name, state }: RunRow): Promise<Asked> => {
        if (state.at === 'job') return jobOf(engine, name, state.jobId);
        return { name, job: null, waiting: (state.at === 'duplicate' ? state.failure : waiting)?.code ?? null };
      };
      return Promise.all(rows.toSorted((a, b) => a.rowId - b.rowId).map(toAsked));
    },
    at: async () => (await shown()).state.at,
    restart: () => byRun(openRunsEngine(options, now), options),
  };
}

async function jobOf({ groups }: TestEngine, name: string, jobId: string): Promise<Asked> {
  const { id, state } = sure(await groups.show({ accountId, jobId }));
  return { name, job: { id, state }, waiting: state.at === 'queued' ? (state.waiting?.code ?? null) : null };
}

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** The ways by which jobs come in; each plays every case. */
export const feeds: readonly Feed[] = [feedSingly, feedByRun];
