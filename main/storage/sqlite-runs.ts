import { z } from 'zod';
import { type RunState, runStateSchema } from '../../core/group-run.ts';
import { extrasSchema } from '../../core/group-sheet.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { runPlanSchema } from '../../core/run-plan.ts';
import type { KeptRun, RunStore } from '../runs/store.ts';
import type { Database, Sql } from './database.ts';
import { jsonColumn, numberRow } from './job-rows.ts';
import { queuedOfRun } from './row-ties.ts';
import { insertRow } from './run-rows.ts';
import { flat, moveIn } from './sqlite-jobs.ts';
import { createRunPictures, writePictures } from './sqlite-run-pictures.ts';
import { createRunRows } from './sqlite-run-rows.ts';
import { createRunSums } from './sqlite-run-sums.ts';
import { createRunTurns } from './sqlite-run-turns.ts';
import { createSteps } from './sqlite-steps.ts';

/** Runs in SQLite, in the database of the record: a row and its job change in one transaction. */
export const createSqliteRuns = (database: Database): RunStore => ({
  ...createRuns(database),
  ...createRunRows(database),
  ...createRunTurns(database),
  ...createRunSums(database),
  ...createRunPictures(database),
  ...createSteps(database),
});

type RunsPart = Pick<RunStore, 'add' | 'run' | 'runs' | 'count' | 'open' | 'change' | 'start' | 'remove'>;

function createRuns(database: Database): RunsPart {
  const change = <T>(run: (sql: Sql) => Result<T>): Promise<Result<T>> => Promise.resolve(flat(database.write(run)));

  return {
    add: async (run, rows, pictures = new Map()) =>
      database.write((sql) => {
        sql.run(
          `INSERT INTO runs (id, account_id, file, path, made_at_ms, sender, started_at_ms, state, plan, extras, refusals, results_file)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          run.id,
          run.accountId,
          run.file,
          run.path,
          run.madeAtMs,
          ...changing(run),
        );
        for (const [place, row] of rows.entries()) insertRow(sql, { runId: run.id, rowId: place + 1 }, row);
        writePictures(sql, run.id, pictures);
        return null;
      }),

    run: async (runId) => database.read((sql) => readRun(sql, runId)),
    runs: async (accountId, { offset, limit }) =>
      database.read((sql) =>
        sql.all(
          runRow,
          `SELECT * FROM runs WHERE account_id = ? ORDER BY at = 'draft' DESC, made_at_ms DESC, rowid DESC LIMIT ? OFFSET ?`,
          accountId,
          limit,
          offset,
        ),
      ),
    count: async (accountId) =>
      database.read(
        (sql) => sql.get(numberRow, 'SELECT count(*) AS value FROM runs WHERE account_id = ?', accountId)?.value ?? 0,
      ),
    open: async () =>
      database.read((sql) =>
        sql.all(
          runRow,
          "SELECT * FROM runs WHERE at IN ('running', 'paused', 'stopped') ORDER BY started_at_ms, made_at_ms, rowid",
        ),
      ),

    change: (runId, changes) =>
      change((sql) => {
        const run = readRun(sql, runId);
        if (!run) return err({ code: 'not-found' });
        if (changes.state) settleQueued(sql, runId, changes.state);
        if (changes.state?.at === 'ended') sql.run('UPDATE runs SET results_open = -1 WHERE id = ?', runId);
        return ok(write(sql, { ...run, ...changes }));
      }),

    start: (runId, { sender, atMs }) =>
      change((sql) => {
        const run = readRun(sql, runId);
        if (!run) return err({ code: 'not-found' });
        if (run.state.at !== 'draft') return err({ code: 'too-late' });
        const waiting = sql.run("UPDATE run_rows SET wants = 'turn' WHERE run_id = ? AND verdict = 'ready'", runId);
        if (waiting === 0) return err({ code: 'nothing-to-start' });
        const state: RunState = { at: 'running' };
        return ok(write(sql, { ...run, state, sender, startedAtMs: atMs }));
      }),

    remove: (runId) =>
      change((sql) => {
        const run = readRun(sql, runId);
        if (!run) return err({ code: 'not-found' });
        if (run.state.at !== 'draft') return err({ code: 'too-late' });
        sql.run('DELETE FROM runs WHERE id = ?', runId);
        return ok(null);
      }),
  };
}

/** What a run has in the queue stands and ends with it. */
function settleQueued(sql: Sql, runId: string, state: RunState): void {
  if (state.at === 'draft' || state.at === 'running') return;
  const event = state.at === 'ended' ? ({ is: 'cancelled', atMs: state.atMs } as const) : ({ is: 'held' } as const);
  for (const job of queuedOfRun(sql, runId)) moveIn(sql, job, event);
  if (state.at === 'ended') sql.run("UPDATE run_rows SET wants = 'skipped' WHERE run_id = ? AND wants = 'turn'", runId);
}

const runRow = z
  .object({
    id: z.string(),
    account_id: z.string(),
    sender: z.string().nullable(),
    file: z.string(),
    path: z.string(),
    made_at_ms: z.number(),
    started_at_ms: z.number().nullable(),
    state: jsonColumn(runStateSchema),
    plan: jsonColumn(runPlanSchema),
    extras: jsonColumn(extrasSchema),
    refusals: z.number(),
    results_file: z.string().nullable(),
  })
  .transform(
    ({ account_id, made_at_ms, started_at_ms, results_file, ...run }): KeptRun => ({
      ...run,
      accountId: account_id,
      madeAtMs: made_at_ms,
      startedAtMs: started_at_ms,
      resultsFile: results_file,
    }),
  );

export const readRun = (sql: Sql, runId: string): KeptRun | null =>
  sql.get(runRow, 'SELECT * FROM runs WHERE id = ?', runId);

function write(sql: Sql, run: KeptRun): KeptRun {
  sql.run(
    `UPDATE runs SET sender = ?, started_at_ms = ?, state = ?, plan = ?, extras = ?, refusals = ?, results_file = ?
     WHERE id = ?`,
    ...changing(run),
    run.id,
  );
  return run;
}

/** What may change of a run, as its columns. */
const changing = (run: KeptRun): (string | number | null)[] => [
  run.sender,
  run.startedAtMs,
  JSON.stringify(run.state),
  JSON.stringify(run.plan),
  JSON.stringify(run.extras),
  run.refusals,
  run.resultsFile,
];
