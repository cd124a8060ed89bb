import { z } from 'zod';
import { type RunState, runStateSchema } from '../../core/group-run.ts';
import { extrasSchema } from '../../core/group-sheet.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { runPlanSchema } from '../../core/run-plan.ts';
import type { KeptRun, RunStore } from '../runs/store.ts';
import type { Database, Sql } from './database.ts';
import { jsonColumn, numberRow } from './job-rows.ts';
import { queuedOfRun } from './row-ties.ts';
import { flat, moveIn } from './sqlite-jobs.ts';
import { createRunRows, insertRow } from './sqlite-run-rows.ts';
import { createRunSums } from './sqlite-run-sums.ts';
import { createSteps } from './sqlite-steps.ts';

/** Runs in SQLite, in the database of the record: a row and its job change in one transaction. */
export const createSqliteRuns = (database: Database): RunStore => ({
  ...createRuns(database),
  ...createRunRows(database),
  ...createRunSums(database),
  ...createSteps(database),
});

type RunsPart = Pick<
  RunStore,
  'add' | 'run' | 'runs' | 'count' | 'open' | 'change' | 'start' | 'remove' | 'keepPicture' | 'picture'
>;

function createRuns(database: Database): RunsPart {
  const change = <T>(run: (sql: Sql) => Result<T>): Promise<Result<T>> => Promise.resolve(flat(database.write(run)));

  return {
    add: async (run, rows) =>
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

    keepPicture: (runId, jpeg) =>
      change((sql) => {
        if (!readRun(sql, runId)) return err({ code: 'not-found' });
        if (jpeg) sql.run('INSERT OR REPLACE INTO run_pictures (run_id, jpeg) VALUES (?, ?)', runId, jpeg);
        else sql.run('DELETE FROM run_pictures WHERE run_id = ?', runId);
        return ok(null);
      }),
    picture: async (runId) =>
      database.read(
        (sql) => sql.get(pictureRow, 'SELECT jpeg FROM run_pictures WHERE run_id = ?', runId)?.jpeg ?? null,
      ),
  };
}

/** What a run has in the queue stands and ends with it. */
function settleQueued(sql: Sql, runId: string, state: RunState): void {
  if (state.at === 'draft' || state.at === 'running') return;
  const event = state.at === 'ended' ? ({ is: 'cancelled', atMs: state.atMs } as const) : ({ is: 'held' } as const);
  for (const job of queuedOfRun(sql, runId)) moveIn(sql, job, event);
  if (state.at === 'ended') sql.run("UPDATE run_rows SET wants = 'skipped' WHERE run_id = ? AND wants = 'turn'", runId);
}

const pictureRow = z.object({ jpeg: z.instanceof(Uint8Array) });

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

const readRun = (sql: Sql, runId: string): KeptRun | null => sql.get(runRow, 'SELECT * FROM runs WHERE id = ?', runId);

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
