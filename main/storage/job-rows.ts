import { z } from 'zod';
import type { Person } from '../../core/contact.ts';
import { failureSchema } from '../../core/failure.ts';
import { jobStateSchema, type Member, type Membership } from '../../core/group-job.ts';
import type { Job } from '../groups/journal.ts';
import type { Sql } from './database.ts';

/** A column that holds JSON; damaged JSON is a broken disk and throws. */
export const jsonColumn = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

export const flag = z.number().transform((value) => value !== 0);
export const failureColumn = jsonColumn(failureSchema).nullable();
/** For a SELECT of one thing, named `value`. */
export const numberRow = z.object({ value: z.number() });
export const textRow = z.object({ value: z.string() });

const jobRow = z.object({
  id: z.string(),
  account_id: z.string(),
  sender: z.string(),
  name: z.string(),
  asked_at_ms: z.number(),
  state: jsonColumn(jobStateSchema),
  link: z.string().nullable(),
  from_phone: z.string().nullable(),
  checked_at_ms: z.number().nullable(),
  others: z.number(),
});

const memberRow = z.object({
  chat_id: z.string(),
  name: z.string(),
  phone: z.string(),
  is_in: flag,
  is_admin: flag,
});

const actionRow = z.object({
  kind: z.enum(['add', 'send-link']),
  chat_id: z.string(),
  outcome: z.enum(['done', 'failed', 'unknown']).nullable(),
});

// Named, for the rest of a row is long: what the job is searched by, and the keys of its guard.
const jobColumns = Object.keys(jobRow.shape).join(', ');
const memberColumns = Object.keys(memberRow.shape).join(', ');

/** Jobs whose rows the rest of a SELECT names, whole: with their people and what is being done about them. */
export function readJobs(sql: Sql, rest: string, ...values: (string | number)[]): Job[] {
  return sql.all(jobRow, `SELECT ${jobColumns} FROM jobs ${rest}`, ...values).map((row) => {
    const rows = sql.all(memberRow, `SELECT ${memberColumns} FROM members WHERE job_id = ? ORDER BY place`, row.id);
    return {
      id: row.id,
      accountId: row.account_id,
      sender: row.sender,
      name: row.name,
      people: rows.map(toPerson),
      askedAtMs: row.asked_at_ms,
      state: row.state,
      link: row.link,
      fromPhone: row.from_phone,
      membership: row.checked_at_ms === null ? null : membership(sql, row, rows, row.checked_at_ms),
    };
  });
}

export const readJob = (sql: Sql, jobId: string): Job | null => readJobs(sql, 'WHERE id = ?', jobId)[0] ?? null;

const toPerson = ({ chat_id, name, phone }: z.infer<typeof memberRow>): Person => ({ chatId: chat_id, name, phone });

function membership(
  sql: Sql,
  { id, others }: z.infer<typeof jobRow>,
  rows: readonly z.infer<typeof memberRow>[],
  checkedAtMs: number,
): Membership {
  const actions = sql.all(actionRow, 'SELECT kind, chat_id, outcome FROM actions WHERE job_id = ? ORDER BY id', id);
  const last = new Map(actions.map((action) => [action.chat_id, action]));
  const members = rows.map((row): Member => {
    const action = last.get(row.chat_id);
    const isStale = !action || (row.is_in && action.kind === 'add');
    return {
      ...toPerson(row),
      at: row.is_in ? 'in' : 'not-yet',
      isAdmin: row.is_admin,
      doing: isStale ? null : doing(action),
    };
  });
  return { checkedAtMs, members, others };
}

function doing({ kind, outcome }: z.infer<typeof actionRow>): Member['doing'] {
  if (kind === 'add')
    return ({ done: null, failed: 'add-failed', unknown: 'add-unknown', open: 'adding' } as const)[outcome ?? 'open'];
  return ({ done: 'link-sent', failed: null, unknown: 'link-unknown', open: 'sending-link' } as const)[
    outcome ?? 'open'
  ];
}
