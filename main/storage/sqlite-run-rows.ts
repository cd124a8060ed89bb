import { z } from 'zod';
import { type RowFilter, verdicts } from '../../core/group-run.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { NamedRow, RunStore } from '../runs/store.ts';
import type { Database, Sql } from './database.ts';
import { flag, numberRow } from './job-rows.ts';
import { likePattern, searchPieces } from './record-search.ts';
import { type RowId, readRow, readRows, wantsSchema, writeRow } from './run-rows.ts';
import { flat } from './sqlite-jobs.ts';

type RowsPart = Pick<RunStore, 'rows' | 'row' | 'allRows' | 'names' | 'changeRow' | 'changeRows' | 'rowOf' | 'missing'>;

/** The rows of runs: each with its place, its verdict, and its job once it has one. */
export function createRunRows(database: Database): RowsPart {
  const change = <T>(run: (sql: Sql) => Result<T>): Promise<Result<T>> => Promise.resolve(flat(database.write(run)));

  return {
    rows: async ({ runId, filter, text, offset, limit }) =>
      database.read((sql) => {
        const pieces = searchPieces(text).map(likePattern);
        const where = `run_id = ?1 ${inFilter[filter]} ${pieces.map(() => "AND search LIKE ? ESCAPE '\\'").join(' ')}`;
        const total = sql.get(numberRow, `SELECT count(*) AS value FROM run_rows WHERE ${where}`, runId, ...pieces);
        const ids = sql.all(
          numberRow,
          `SELECT row_id AS value FROM run_rows WHERE ${where} ORDER BY needs_person DESC, turn LIMIT ? OFFSET ?`,
          runId,
          ...pieces,
          limit,
          offset,
        );
        return {
          rows: ids.flatMap(({ value }) => readRow(sql, { runId, rowId: value }) ?? []),
          total: total?.value ?? 0,
        };
      }),
    row: async (runId, rowId) => database.read((sql) => readRow(sql, { runId, rowId })),
    allRows: async (runId, { offset, limit }) =>
      database.read((sql) => readRows(sql, 'WHERE run_id = ? ORDER BY row_id LIMIT ? OFFSET ?', runId, limit, offset)),
    names: async (runId) =>
      database.read((sql) =>
        sql.all(
          namedRow,
          'SELECT row_id, line, name, verdict, again, wants FROM run_rows WHERE run_id = ? ORDER BY row_id',
          runId,
        ),
      ),

    changeRow: (runId, rowId, changes) =>
      change((sql) => {
        const why = cannotChange(sql, { runId, rowId });
        if (why) return err(why);
        writeRow(sql, { runId, rowId }, changes);
        const row = readRow(sql, { runId, rowId });
        return row ? ok(row) : err({ code: 'not-found' });
      }),
    changeRows: (runId, changes) =>
      change((sql) => {
        for (const rowId of changes.keys()) {
          const why = cannotChange(sql, { runId, rowId });
          if (why) return err(why);
        }
        for (const [rowId, of] of changes) writeRow(sql, { runId, rowId }, of);
        return ok(null);
      }),
    rowOf: async (jobId) =>
      database.read((sql) => {
        const row = sql.get(ownerRow, 'SELECT run_id, row_id FROM run_rows WHERE job_id = ?', jobId);
        return row && { runId: row.run_id, rowId: row.row_id };
      }),

    missing: async (runId, { offset, limit }) =>
      database.read((sql) => {
        const people = sql.all(
          missingRow,
          `SELECT members.job_id, jobs.name AS group_name, members.chat_id, members.name, members.phone
           FROM run_rows JOIN jobs ON jobs.id = run_rows.job_id JOIN members ON members.job_id = jobs.id
           WHERE run_id = ? AND not_yet > 0 AND job_at = 'created' AND is_in = 0
           ORDER BY row_id, place LIMIT ? OFFSET ?`,
          runId,
          limit,
          offset,
        );
        const sum = sql.get(
          sumRow,
          "SELECT total(not_yet) AS people, total(not_yet_rows) AS groups FROM run_sums WHERE run_id = ? AND bucket = 'created'",
          runId,
        );
        return { people, total: sum?.people ?? 0, groups: sum?.groups ?? 0 };
      }),
  };
}

const inFilter: { readonly [F in RowFilter]: string } = {
  all: '',
  ready: "AND bucket = 'ready'",
  'to-fix': "AND bucket = 'to-fix'",
  duplicate: "AND bucket = 'duplicate'",
  'left-out': "AND bucket = 'left-out'",
  waiting: "AND bucket IN ('waiting', 'queued', 'sending')",
  created: "AND bucket = 'created'",
  unknown: "AND bucket = 'unknown'",
  refused: "AND bucket = 'refused'",
  skipped: "AND bucket = 'skipped'",
};

const ownerRow = z.object({ run_id: z.string(), row_id: z.number() });
const standingRow = z.object({ job_at: z.string().nullable() });
const sumRow = z.object({ people: z.number(), groups: z.number() });

const missingRow = z
  .object({ job_id: z.string(), group_name: z.string(), chat_id: z.string(), name: z.string(), phone: z.string() })
  .transform(({ job_id, group_name, chat_id, name, phone }) => ({
    jobId: job_id,
    group: group_name,
    person: { chatId: chat_id, name, phone },
  }));

/** A row whose job is in the queue, on the wire, made or unknown is not changed any more. */
function cannotChange(sql: Sql, { runId, rowId }: RowId) {
  const row = sql.get(standingRow, 'SELECT job_at FROM run_rows WHERE run_id = ? AND row_id = ?', runId, rowId);
  if (!row) return { code: 'not-found' } as const;
  const isFree = row.job_at === null || row.job_at === 'refused' || row.job_at === 'cancelled';
  return isFree ? null : ({ code: 'too-late' } as const);
}

const namedRow = z
  .object({
    row_id: z.number(),
    line: z.number(),
    name: z.string(),
    verdict: z.enum(verdicts),
    again: flag,
    wants: wantsSchema,
  })
  .transform(({ row_id, ...row }): NamedRow => ({ ...row, rowId: row_id }));
