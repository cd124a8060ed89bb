import { z } from 'zod';
import { ok, type Result } from '../../core/result.ts';
import type { Help, HelpStore } from '../runs/help-store.ts';
import type { Database, Sql } from './database.ts';
import { numberRow, textRow } from './job-rows.ts';

const helpRow = z
  .object({
    id: z.number(),
    run_id: z.string(),
    job_id: z.string(),
    chat_id: z.string(),
    how: z.enum(['save-and-add', 'send-link']),
    message: z.string(),
  })
  .transform(
    (row): Help => ({
      id: row.id,
      runId: row.run_id,
      jobId: row.job_id,
      chatId: row.chat_id,
      how: row.how,
      message: row.message,
    }),
  );
const progressRow = z.object({ done: z.number(), total: z.number() });

/** Help for people who are not in their groups yet, in SQLite. */
export function createSqliteHelp(database: Database): HelpStore {
  const change = async (run: (sql: Sql) => unknown): Promise<Result<null>> => {
    const written = database.write(run);
    return written.ok ? ok(null) : written;
  };

  return {
    queueHelp: async (runId, how, message) =>
      database.write((sql) => {
        const batch = sql.get(numberRow, 'SELECT coalesce(max(batch), 0) + 1 AS value FROM run_help')?.value ?? 1;
        return sql.run(queueMissing, runId, how, message, batch);
      }),

    nextHelp: async (accountId) =>
      database.read((sql) =>
        sql.get(
          helpRow,
          `SELECT place AS id, run_id, job_id, chat_id, how, message FROM run_help
           WHERE at = 'todo' AND run_id IN (SELECT id FROM runs WHERE account_id = ?) ORDER BY place LIMIT 1`,
          accountId,
        ),
      ),

    isHelpWaiting: async (jobId, chatId) =>
      database.read((sql) => {
        const waiting = "SELECT count(*) AS value FROM run_help WHERE job_id = ? AND chat_id = ? AND at = 'todo'";
        return (sql.get(numberRow, waiting, jobId, chatId)?.value ?? 0) > 0;
      }),

    beginHelp: (id) => change((sql) => sql.run("UPDATE run_help SET at = 'doing' WHERE place = ?", id)),
    // Nobody waits for what was let go of meanwhile.
    endHelp: (id, end) =>
      change((sql) => sql.run("UPDATE run_help SET at = ? WHERE place = ? AND at = 'doing'", end, id)),

    helpProgress: async (runId) =>
      database.read((sql) => {
        const batch = '(SELECT max(batch) FROM run_help WHERE run_id = ?1)';
        const counts = sql.get(
          progressRow,
          `SELECT count(*) FILTER (WHERE at NOT IN ('todo', 'doing')) AS done, count(*) AS total
           FROM run_help WHERE run_id = ?1 AND batch = ${batch}`,
          runId,
        );
        return counts && counts.done < counts.total ? counts : null;
      }),

    dropHelp: (runId) => change((sql) => sql.run("DELETE FROM run_help WHERE run_id = ? AND at = 'todo'", runId)),

    recoverHelp: async () =>
      database.write((sql) => {
        sql.run("UPDATE run_help SET at = 'unknown' WHERE at = 'doing'");
        const accounts = `SELECT DISTINCT account_id AS value FROM runs
          WHERE id IN (SELECT run_id FROM run_help WHERE at = 'todo')`;
        return sql.all(textRow, accounts).map(({ value }) => value);
      }),
  };
}

/** ?1 run, ?2 how, ?3 message, ?4 batch. A link goes only where one is known, and never where one may have gone. */
const queueMissing = `
  INSERT INTO run_help (run_id, job_id, chat_id, how, message, batch)
  SELECT ?1, m.job_id, m.chat_id, ?2, ?3, ?4
  FROM run_rows r JOIN jobs j ON j.id = r.job_id JOIN members m ON m.job_id = j.id
  WHERE r.run_id = ?1 AND j.at = 'created' AND j.checked_at_ms IS NOT NULL AND m.is_in = 0
    AND (?2 <> 'send-link' OR j.link IS NOT NULL)
    AND NOT EXISTS (
      SELECT 1 FROM actions a WHERE a.job_id = m.job_id AND a.chat_id = m.chat_id
        AND (a.outcome IS NULL OR ?2 = 'send-link' AND a.kind = 'send-link' AND a.outcome IN ('done', 'unknown'))
    )
  ORDER BY r.turn, m.place
  ON CONFLICT (job_id, chat_id, how) DO UPDATE SET at = 'todo', message = excluded.message, batch = excluded.batch
    WHERE at = 'failed' OR at IN ('done', 'unknown') AND how = 'save-and-add'`;
