import { z } from 'zod';
import { jobStateSchema } from '../../core/group-job.ts';
import type { Database, Sql } from './database.ts';
import { jsonColumn, numberRow } from './job-rows.ts';

/** What the record is like, for whoever supports the app: figures and states, and no name of a person or a group. */
export type RecordFacts = {
  /** The number of migrations the file has had. */
  readonly version: number;
  readonly bytes: number;
  /** How many there are in each state. */
  readonly jobs: Readonly<Record<string, number>>;
  readonly runs: Readonly<Record<string, number>>;
  readonly contacts: number;
  /** The newest groups, newest first. */
  readonly lately: readonly JobFacts[];
};

export type JobFacts = {
  readonly id: string;
  readonly askedAtMs: number;
  readonly at: string;
  /** The code of what came of it or why it waits. */
  readonly code: string | null;
  /** The group's id, and the numbers of its people: whoever shows them asks first. */
  readonly chatId: string | null;
  readonly numbers: readonly string[];
};

const newest = 50;
const countRow = z.object({ at: z.string(), count: z.number() });
const jobRow = z.object({
  id: z.string(),
  asked_at_ms: z.number(),
  state: jsonColumn(jobStateSchema),
  chat_id: z.string().nullable(),
});
const chatIdRow = z.object({ chat_id: z.string() });

export function readRecordFacts(database: Database): RecordFacts {
  return database.read((sql) => ({
    version: pragma(sql, 'user_version'),
    bytes: pragma(sql, 'page_count') * pragma(sql, 'page_size'),
    jobs: counted(sql, 'jobs'),
    runs: counted(sql, 'runs'),
    contacts: sql.get(numberRow, 'SELECT count(*) AS value FROM contacts WHERE deleted = 0')?.value ?? 0,
    lately: sql
      .all(jobRow, 'SELECT id, asked_at_ms, state, chat_id FROM jobs ORDER BY asked_at_ms DESC LIMIT ?', newest)
      .map(({ id, asked_at_ms, state, chat_id }) => ({
        ...{ id, askedAtMs: asked_at_ms, at: state.at, code: codeOf(state), chatId: chat_id },
        numbers: sql
          .all(chatIdRow, 'SELECT chat_id FROM members WHERE job_id = ? ORDER BY place', id)
          .map((member) => member.chat_id),
      })),
  }));
}

function codeOf(state: z.infer<typeof jobStateSchema>): string | null {
  if (state.at === 'refused' || state.at === 'unknown') return state.failure.code;
  return state.at === 'queued' ? (state.waiting?.code ?? null) : null;
}

const counted = (sql: Sql, table: 'jobs' | 'runs'): Record<string, number> =>
  Object.fromEntries(
    sql.all(countRow, `SELECT at, count(*) AS count FROM ${table} GROUP BY at`).map(({ at, count }) => [at, count]),
  );

const pragma = (sql: Sql, name: 'user_version' | 'page_count' | 'page_size'): number =>
  sql.get(numberRow, `SELECT ${name} AS value FROM pragma_${name}`)?.value ?? 0;
