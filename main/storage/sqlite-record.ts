import { z } from 'zod';
import type { RecordStore, Removed } from '../history/record-store.ts';
import type { Database, Sql } from './database.ts';
import { numberRow, textRow } from './job-rows.ts';

/** So many groups, with people and attempts, go in about 10 ms: the window and the queue get their turn in between. */
const groupsAtOnce = 50;

/** The old part of the record in SQLite. A run goes first and lets go of its groups, which then go as single ones do. */
export const createSqliteRecord = (database: Database): RecordStore => ({
  countOld: async (beforeMs) =>
    database.read((sql) => ({
      groups:
        sql.get(numberRow, `SELECT count(*) AS value FROM jobs j WHERE ${isOld} AND ${isOfNoNewRun}`, beforeMs)
          ?.value ?? 0,
      runs: sql.get(numberRow, `SELECT count(*) AS value FROM runs WHERE ${isOldRun}`, beforeMs)?.value ?? 0,
    })),

  removeOld: async (beforeMs) =>
    database.write((sql) => {
      const run = sql.get(textRow, `SELECT id AS value FROM runs WHERE ${isOldRun} LIMIT 1`, beforeMs);
      if (run) {
        sql.run('DELETE FROM run_help WHERE run_id = ?', run.value);
        sql.run('DELETE FROM runs WHERE id = ?', run.value);
        return { more: true, removed: [] };
      }
      const jobs = sql.all(
        oldJobRow,
        `SELECT id, account_id, sender, chat_id FROM jobs j WHERE ${isOld} AND ${isOfNoRun} LIMIT ?2`,
        beforeMs,
        groupsAtOnce,
      );
      return { more: jobs.length > 0, removed: jobs.map((job) => removeJob(sql, job)) };
    }),
});

const oldJobRow = z.object({
  id: z.string(),
  account_id: z.string(),
  sender: z.string(),
  chat_id: z.string().nullable(),
});

/** ?1: the moment; j: the job. */
const isOld = `j.asked_at_ms < ?1
  AND j.at IN ('created', 'refused', 'cancelled') AND coalesce(j.state ->> 'madeAtMs', j.state ->> 'atMs') < ?1
  AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.job_id = j.id AND (a.outcome IS NULL OR a.begun_at_ms >= ?1))
  AND NOT EXISTS (SELECT 1 FROM steps s WHERE s.job_id = j.id AND s.at IN ('todo', 'doing'))
  AND NOT EXISTS (
    SELECT 1 FROM attempts t WHERE t.job_id = j.id AND (t.outcome IS NULL OR max(t.wall_ms, t.server_ms) >= ?1
      OR t.id = (SELECT max(id) FROM attempts o WHERE o.sender = t.sender)))`;

const isOldRun = `at = 'ended' AND max(made_at_ms, coalesce(started_at_ms, 0), state ->> 'atMs') < ?1
  AND NOT EXISTS (SELECT 1 FROM run_help h WHERE h.run_id = runs.id AND h.at IN ('todo', 'doing'))
  AND NOT EXISTS (SELECT 1 FROM run_rows r JOIN jobs j ON j.id = r.job_id WHERE r.run_id = runs.id AND NOT (${isOld}))`;

const isOfNoRun = 'NOT EXISTS (SELECT 1 FROM run_rows r WHERE r.job_id = j.id)';
const isOfNoNewRun = `NOT EXISTS (
  SELECT 1 FROM run_rows r WHERE r.job_id = j.id AND r.run_id NOT IN (SELECT id FROM runs WHERE ${isOldRun}))`;

function removeJob(sql: Sql, { id, account_id, sender, chat_id }: z.infer<typeof oldJobRow>): Removed {
  const people = sql.all(textRow, 'SELECT chat_id AS value FROM members WHERE job_id = ?', id);
  for (const table of ['run_help', 'steps', 'actions', 'attempts', 'members']) {
    sql.run(`DELETE FROM ${table} WHERE job_id = ?`, id);
  }
  sql.run('DELETE FROM jobs WHERE id = ?', id);
  // The group is on the phone still and belongs to no job now: without this, an unknown one might be taken for it.
  if (chat_id !== null)
    sql.run('UPDATE seen_groups SET after_attempt = 0 WHERE sender = ? AND chat_id = ?', sender, chat_id);
  return { accountId: account_id, chatIds: people.map(({ value }) => value) };
}
