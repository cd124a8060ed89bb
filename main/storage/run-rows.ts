import { z } from 'zod';
import { type Entry, entrySchema, personSchema } from '../../core/contact.ts';
import { foldName } from '../../core/draft-rules.ts';
import { jobStateSchema } from '../../core/group-job.ts';
import { rowProblemSchema, verdicts } from '../../core/group-run.ts';
import type { KeptRow, NewRow, RowChange } from '../runs/store.ts';
import type { Sql } from './database.ts';
import { failureColumn, flag, jsonColumn } from './job-rows.ts';

export type RowId = { readonly runId: string; readonly rowId: number };

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

/** A row that is gone is left alone. */
export function writeRow(sql: Sql, { runId, rowId }: RowId, changes: RowChange): void {
  const row = readRow(sql, { runId, rowId });
  if (!row) return;
  const { name, entries, extras, verdict, problems, again, wants, failure } = { ...row, ...changes };
  sql.run(
    `UPDATE run_rows SET name = ?, entries = ?, search = ?, people = ?, repairs = ?, extras = ?, verdict = ?, problems = ?, again = ?,
       wants = ?, failure = ? WHERE run_id = ? AND row_id = ?`,
    name,
    ...entryColumns({ name, entries }),
    JSON.stringify(extras),
    verdict,
    JSON.stringify(problems),
    again ? 1 : 0,
    wants,
    failure && JSON.stringify(failure),
    runId,
    rowId,
  );
}

export const wantsSchema = z.enum(['no', 'turn', 'skipped', 'word']);
const rowExtrasSchema = z.object({
  admins: z.array(personSchema),
  message: z.string(),
  onlyAdminsWrite: z.boolean(),
  picture: z.string(),
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

export const readRows = (sql: Sql, rest: string, ...values: (string | number)[]): KeptRow[] =>
  sql.all(
    keptRow,
    `SELECT row_id, line, run_rows.name, entries, people, extras, verdict, problems, again, wants, failure, job_id,
       jobs.state AS job_state, checked_at_ms, link, not_yet, steps_left, steps_failed,
       (SELECT count(*) FROM members WHERE members.job_id = run_rows.job_id) AS wanted
     FROM run_rows LEFT JOIN jobs ON jobs.id = job_id ${rest}`,
    ...values,
  );

export const readRow = (sql: Sql, { runId, rowId }: RowId): KeptRow | null =>
  readRows(sql, 'WHERE run_id = ? AND row_id = ?', runId, rowId)[0] ?? null;
