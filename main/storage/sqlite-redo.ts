import { z } from 'zod';
import type { RedoStore } from '../runs/step-store.ts';
import type { Database } from './database.ts';
import { textRow } from './job-rows.ts';

const tieRow = z
  .object({ run_id: z.string(), row_id: z.number(), job_id: z.string() })
  .transform((row) => ({ runId: row.run_id, rowId: row.row_id, jobId: row.job_id }));

/** Steps that are taken once more, in SQLite. */
export function createSqliteRedo(database: Database): RedoStore {
  const redo = async (where: string, ...values: string[]) =>
    database.write((sql) =>
      sql.run(`UPDATE steps SET at = 'todo', tries = 0, failure = NULL WHERE at = 'failed' AND ${where}`, ...values),
    );

  return {
    redoAdmins: (jobId, chatIds) =>
      redo(
        "job_id = ? AND kind = 'admin' AND chat_id IN (SELECT value FROM json_each(?))",
        jobId,
        JSON.stringify(chatIds),
      ),
    redoFailed: (runId) => redo('job_id IN (SELECT job_id FROM run_rows WHERE run_id = ?)', runId),
    unplanned: async () => database.read((sql) => sql.all(tieRow, madeWithoutSteps)),

    accountsWithSteps: async () =>
      database
        .read((sql) =>
          sql.all(
            textRow,
            `SELECT DISTINCT account_id AS value FROM jobs
             WHERE id IN (SELECT job_id FROM steps WHERE at IN ('todo', 'doing'))`,
          ),
        )
        .map(({ value }) => value),
  };
}

const asksForMore = (extras: string): string =>
  `(${extras} ->> 'message' <> '' OR ${extras} ->> 'onlyAdminsWrite' OR json_array_length(${extras}, '$.admins') > 0)`;

const madeWithoutSteps = `
  SELECT r.run_id, r.row_id, r.job_id FROM run_rows r JOIN runs ON runs.id = r.run_id JOIN jobs j ON j.id = r.job_id
  WHERE j.at = 'created' AND j.chat_id IS NOT NULL AND j.checked_at_ms IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM steps s WHERE s.job_id = j.id)
    AND (${asksForMore('runs.extras')} OR ${asksForMore('r.extras')} OR runs.extras ->> 'picture' IS NOT NULL
      OR r.extras ->> 'picture' <> '')`;
