import { z } from 'zod';
import { type Entry, entrySchema, personSchema } from '../../core/contact.ts';
import { foldName } from '../../core/draft-rules.ts';
import { jobStateSchema } from '../../core/group-job.ts';
import { type RowFilter, rowProblemSchema, verdicts } from '../../core/group-run.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { KeptRow, NamedRow, NewRow, RowChange, RunStore } from '../runs/store.ts';
import type { Database, Sql } from './database.ts';
import { failureColumn, flag, jsonColumn, numberRow } from './job-rows.ts';
import { likePattern, searchPieces } from './record-search.ts';
import { flat } from './sqlite-jobs.ts';

type RowsPart = Pick<
  RunStore,
  | 'rows'
  | 'row'
  | 'allRows'
  | 'names'
  | 'changeRow'
  | 'changeRows'
  | 'moveRow'
  | 'next'
  | 'rowOf'
  | 'missing'
  | 'waitingIds'
>;
type RowId = { readonly runId: string; readonly rowId: number };

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
        write(sql, { runId, rowId }, changes);
        const row = readRow(sql, { runId, rowId });
        return row ? ok(row) : err({ code: 'not-found' });
      }),
    changeRows: (runId, changes) =>
      change((sql) => {
        for (const rowId of changes.keys()) {
          const why = cannotChange(sql, { runId, rowId });
          if (why) return err(why);
        }
        for (const [rowId, of] of changes) write(sql, { runId, rowId }, of);
        return ok(null);
      }),
    moveRow: (runId, rowId, to) =>
      change((sql) => {
        const row = sql.get(
          turnRow,
          "SELECT row_id, turn FROM run_rows WHERE run_id = ? AND row_id = ? AND wants = 'turn'",
          runId,
          rowId,
        );
        if (!row) return err({ code: 'too-late' });
        move(sql, runId, row, to);
        return ok(null);
      }),

    next: async (runId) =>
      database.read(
        (sql) => readRows(sql, "WHERE run_id = ? AND wants = 'turn' ORDER BY run_rows.turn LIMIT 1", runId)[0] ?? null,
      ),
    waitingIds: async (runId) =>
      database.read((sql) =>
        sql
          .all(
            numberRow,
            "SELECT row_id AS value FROM run_rows WHERE run_id = ? AND wants = 'turn' ORDER BY turn",
            runId,
          )
          .map(({ value }) => value),
      ),
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

export function insertRow(sql: Sql, { runId, rowId }: RowId, row: NewRow): void {
  sql.run(
    `INSERT INTO run_rows (run_id, row_id, turn, line, name, entries, search, people, repairs, extras, verdict, problems)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    runId,
    rowId,
    rowId,
    row.line,
    row.name,
    ...entryColumns(row),
    JSON.stringify(row.extras),
    row.verdict,
    JSON.stringify(row.problems),
  );
}

/** The columns `entries`, `search`, `people` and `repairs`. */
function entryColumns({ name, entries }: Pick<NewRow, 'name' | 'entries'>): [string, string, number, number] {
  const people = new Set(entries.flatMap((entry) => (entry.at === 'ready' ? [entry.person.chatId] : [])));
  const repairs = entries.filter(({ at }) => at === 'repair').length;
  const search = [name, ...entries.flatMap(wordsOf)].map(foldName).join('\n');
  return [JSON.stringify(entries), search, people.size, repairs];
}

const wordsOf = (entry: Entry): string[] =>
  entry.at === 'ready' ? [entry.person.name, entry.person.chatId] : [entry.name, entry.text];

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

const turnRow = z.object({ row_id: z.number(), turn: z.number() });
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

function write(sql: Sql, { runId, rowId }: RowId, changes: RowChange): void {
  const row = readRow(sql, { runId, rowId });
  if (!row) return;
  const { name, entries, verdict, problems, again, wants, failure } = { ...row, ...changes };
  sql.run(
    `UPDATE run_rows SET name = ?, entries = ?, search = ?, people = ?, repairs = ?, verdict = ?, problems = ?, again = ?,
       wants = ?, failure = ? WHERE run_id = ? AND row_id = ?`,
    name,
    ...entryColumns({ name, entries }),
    verdict,
    JSON.stringify(problems),
    again ? 1 : 0,
    wants,
    failure && JSON.stringify(failure),
    runId,
    rowId,
  );
}

function move(sql: Sql, runId: string, row: z.infer<typeof turnRow>, to: 'next' | 'up' | 'down' | 'last'): void {
  const setTurn = (rowId: number, turn: number) =>
    sql.run('UPDATE run_rows SET turn = ? WHERE run_id = ? AND row_id = ?', turn, runId, rowId);
  const waiting = "FROM run_rows WHERE run_id = ? AND wants = 'turn'";
  if (to === 'next' || to === 'last') {
    const far = to === 'next' ? 'min(turn) - 1' : 'max(turn) + 1';
    setTurn(row.row_id, sql.get(numberRow, `SELECT ${far} AS value ${waiting}`, runId)?.value ?? row.turn);
    return;
  }
  const beside = to === 'up' ? 'turn < ? ORDER BY turn DESC' : 'turn > ? ORDER BY turn';
  const other = sql.get(turnRow, `SELECT row_id, turn ${waiting} AND ${beside} LIMIT 1`, runId, row.turn);
  if (!other) return;
  setTurn(row.row_id, other.turn);
  setTurn(other.row_id, row.turn);
}

const wantsSchema = z.enum(['no', 'turn', 'skipped', 'word']);
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

const rowExtrasSchema = z.object({
  admins: z.array(personSchema),
  message: z.string(),
  onlyAdminsWrite: z.boolean(),
});

const keptRow = z
  .object({
    row_id: z.number(),
    line: z.number(),
    name: z.string(),
    entries: jsonColumn(z.array(entrySchema)),
    people: z.number(),
    extras: jsonColumn(rowExtrasSchema),
    verdict: z.enum(verdicts),
    problems: jsonColumn(z.array(rowProblemSchema)),
    again: flag,
    wants: wantsSchema,
    failure: failureColumn,
    job_id: z.string().nullable(),
    job_state: jsonColumn(jobStateSchema).nullable(),
    checked_at_ms: z.number().nullable(),
    link: z.string().nullable(),
    wanted: z.number(),
    not_yet: z.number(),
    steps_left: z.number(),
    steps_failed: z.number(),
  })
  .transform(
    ({
      row_id,
      job_id,
      job_state,
      checked_at_ms,
      link,
      wanted,
      not_yet,
      steps_left,
      steps_failed,
      ...row
    }): KeptRow => ({
      ...row,
      rowId: row_id,
      job:
        job_id === null || job_state === null
          ? null
          : {
              jobId: job_id,
              state: job_state,
              in: checked_at_ms === null ? null : wanted - not_yet,
              notYet: checked_at_ms === null ? null : not_yet,
              link,
              stepsLeft: steps_left,
              stepsFailed: steps_failed,
            },
    }),
  );

const readRows = (sql: Sql, rest: string, ...values: (string | number)[]): KeptRow[] =>
  sql.all(
    keptRow,
    `SELECT row_id, line, run_rows.name, entries, people, extras, verdict, problems, again, wants, failure, job_id,
       jobs.state AS job_state, checked_at_ms, link, not_yet, steps_left, steps_failed,
       (SELECT count(*) FROM members WHERE members.job_id = run_rows.job_id) AS wanted
     FROM run_rows LEFT JOIN jobs ON jobs.id = job_id ${rest}`,
    ...values,
  );

const readRow = (sql: Sql, { runId, rowId }: RowId): KeptRow | null =>
  readRows(sql, 'WHERE run_id = ? AND row_id = ?', runId, rowId)[0] ?? null;
