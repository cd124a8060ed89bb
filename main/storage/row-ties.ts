import type { RunState } from '../../core/group-run.ts';
import type { Job, NewJob, Outcome } from '../groups/journal.ts';
import type { Sql } from './database.ts';
import { numberRow, readJobs } from './job-rows.ts';

type Row = NonNullable<NewJob['row']>;

/** Whether this row may get a job now: its run goes on, and nothing has been made of the row meanwhile. */
export const isItsTurn = (sql: Sql, { runId, rowId }: Row): boolean =>
  sql.get(
    numberRow,
    `SELECT count(*) AS value FROM run_rows JOIN runs ON runs.id = run_id
     WHERE run_id = ? AND row_id = ? AND wants = 'turn' AND runs.at = 'running' AND coalesce(job_at, 'cancelled') = 'cancelled'`,
    runId,
    rowId,
  )?.value === 1;

/** The row has its job from now on: nothing else is made of it by itself. */
export const tieRow = (sql: Sql, { runId, rowId }: Row, jobId: string): number =>
  sql.run(
    `UPDATE run_rows SET job_id = ?, job_at = 'queued', wants = 'no', failure = NULL, steps_left = 0, steps_failed = 0
     WHERE run_id = ? AND row_id = ?`,
    jobId,
    runId,
    rowId,
  );

/** A job that goes into the queue again is what its row waited for. */
export const settleRow = (sql: Sql, jobId: string): number =>
  sql.run("UPDATE run_rows SET wants = 'no', failure = NULL WHERE job_id = ?", jobId);

/** Refusals in a row of a run. What was never sent, or is tried again by itself, says nothing. */
export function countRefusals(sql: Sql, jobId: string, outcome: Outcome['at']): void {
  if (outcome === 'never-sent' || outcome === 'put-back') return;
  // Most groups are made, and every page that is written makes the commit slower.
  sql.run(
    `UPDATE runs SET refusals = ${outcome === 'refused' ? 'refusals + 1' : '0'}
     WHERE id = (SELECT run_id FROM run_rows WHERE job_id = ?) AND ${outcome === 'refused' ? 'true' : 'refusals > 0'}`,
    jobId,
  );
}

/** The jobs of a run that are in the queue and not sent. */
export const queuedOfRun = (sql: Sql, runId: string): Job[] =>
  readJobs(
    sql,
    "WHERE at = 'queued' AND id IN (SELECT job_id FROM run_rows WHERE run_id = ? AND job_at = 'queued')",
    runId,
  );

/** Every run that goes on stands, of one account or of all, until a person lets it go on. */
export const pauseRuns = (
  sql: Sql,
  state: Extract<RunState, { at: 'paused' }>,
  accountId: string | null = null,
): number =>
  sql.run(
    `UPDATE runs SET state = ?1 WHERE at IN ('running', 'paused', 'stopped') AND (?2 IS NULL OR account_id = ?2)`,
    JSON.stringify(state),
    accountId,
  );
