import { z } from 'zod';
import { type JobState, jobStateSchema } from '../../core/group-job.ts';
import type { Journal } from '../groups/journal.ts';
import type { Database } from './database.ts';
import { jsonColumn, numberRow } from './job-rows.ts';
import { likePattern, searchPieces } from './record-search.ts';

/** Looking into the record without changing it. */
export function createFind(database: Database): Pick<Journal, 'count' | 'find'> {
  return {
    count: async (accountId) =>
      database.read((sql) => {
        const rows = sql.all(
          countRow,
          `SELECT at, count(*) AS count FROM jobs
           WHERE account_id = ? AND at IN ('queued', 'sending', 'unknown') GROUP BY at`,
          accountId,
        );
        const of = (at: JobState['at']) => rows.find((row) => row.at === at)?.count ?? 0;
        return { queued: of('queued'), sending: of('sending'), unknown: of('unknown') };
      }),

    find: async ({ accountId, text, offset, limit }) =>
      database.read((sql) => {
        const pieces = searchPieces(text).map(likePattern);
        const where = `WHERE account_id = ? ${pieces.map(() => "AND search LIKE ? ESCAPE '\\'").join(' ')}`;
        const total = sql.get(numberRow, `SELECT count(*) AS value FROM jobs ${where}`, accountId, ...pieces);
        const rows = sql.all(
          foundRow,
          `SELECT jobs.*, (SELECT count(*) FROM members WHERE job_id = jobs.id) AS people,
             (SELECT total(is_in) FROM members WHERE job_id = jobs.id) AS inside
           FROM jobs ${where} ORDER BY at = 'unknown' DESC, asked_at_ms DESC, turn DESC LIMIT ? OFFSET ?`,
          accountId,
          ...pieces,
          limit,
          offset,
        );
        return { rows, total: total?.value ?? 0 };
      }),
  };
}

const countRow = z.object({ at: z.string(), count: z.number() });

const foundRow = z
  .object({
    id: z.string(),
    name: z.string(),
    state: jsonColumn(jobStateSchema),
    asked_at_ms: z.number(),
    checked_at_ms: z.number().nullable(),
    people: z.number(),
    inside: z.number(),
  })
  .transform(({ id, name, state, asked_at_ms, checked_at_ms, people, inside }) => ({
    id,
    name,
    state,
    askedAtMs: asked_at_ms,
    startsAtMs: null,
    people,
    in: checked_at_ms === null ? null : inside,
    notYet: checked_at_ms === null ? null : people - inside,
  }));
