import { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import type { Job, Journal } from '../groups/journal.ts';
import type { Database, Sql } from './database.ts';
import { numberRow, readJob, textRow } from './job-rows.ts';
import { flat, moveIn } from './sqlite-jobs.ts';

type ActionsPart = Pick<Journal, 'keepMembership' | 'lids' | 'keepLid' | 'beginAction' | 'endAction'>;

/** Who is in, and what was done about those who are not. */
export function createActions(database: Database): ActionsPart {
  const change = <T>(run: (sql: Sql) => Result<T>): Promise<Result<T>> => Promise.resolve(flat(database.write(run)));

  return {
    keepMembership: (jobId, { atMs, members, others, link, chatId }) =>
      change((sql) => {
        for (const { chatId, isIn, isAdmin } of members) {
          sql.run(
            'UPDATE members SET is_in = ?, is_admin = ? WHERE job_id = ? AND chat_id = ?',
            isIn ? 1 : 0,
            isAdmin ? 1 : 0,
            jobId,
            chatId,
          );
        }
        sql.run(
          'UPDATE jobs SET checked_at_ms = ?, others = ?, link = coalesce(?, link) WHERE id = ?',
          atMs,
          others,
          link,
          jobId,
        );
        const job = readJob(sql, jobId);
        if (!job) return err({ code: 'not-found' });
        const named = moveIn(sql, job, { is: 'named', chatId });
        return named.ok ? named : ok(job);
      }),

    lids: async (jobId) =>
      database.read((sql) =>
        sql.all(lidRow, 'SELECT chat_id, lid FROM members WHERE job_id = ? ORDER BY place', jobId),
      ),

    keepLid: async (jobId, chatId, lid) =>
      database.write((sql) => {
        sql.run('UPDATE members SET lid = ? WHERE job_id = ? AND chat_id = ?', lid, jobId, chatId);
        return null;
      }),

    beginAction: (jobId, { kind, chatId, runner, atMs }) =>
      change((sql) => {
        const running = sql.get(
          numberRow,
          'SELECT count(*) AS value FROM actions WHERE job_id = ? AND kind = ? AND chat_id = ? AND outcome IS NULL',
          jobId,
          kind,
          chatId,
        );
        if ((running?.value ?? 0) > 0) return err({ code: 'too-late' });
        sql.run(
          'INSERT INTO actions (job_id, kind, chat_id, runner, begun_at_ms) VALUES (?, ?, ?, ?, ?)',
          jobId,
          kind,
          chatId,
          runner,
          atMs,
        );
        const row = sql.get(numberRow, 'SELECT last_insert_rowid() AS value');
        return ok(row?.value ?? 0);
      }),

    endAction: (actionId, outcome, failure) =>
      change((sql) => {
        const action = sql.get(textRow, 'SELECT job_id AS value FROM actions WHERE id = ?', actionId);
        if (!action) return err({ code: 'not-found' });
        if (outcome === null) sql.run('DELETE FROM actions WHERE id = ?', actionId);
        else {
          const reason = failure && JSON.stringify(failure);
          sql.run('UPDATE actions SET outcome = ?, failure = ? WHERE id = ?', outcome, reason, actionId);
        }
        return found(sql, action.value);
      }),
  };
}

const lidRow = z
  .object({ chat_id: z.string(), lid: z.string().nullable() })
  .transform((row) => ({ chatId: row.chat_id, lid: row.lid }));

function found(sql: Sql, jobId: string): Result<Job> {
  const job = readJob(sql, jobId);
  return job ? ok(job) : err({ code: 'not-found' });
}
