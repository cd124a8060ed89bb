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

const memberInRow = z.object({
  chatId: z.string(),
  name: z.string(),
  phone: z.string(),
  isIn: z.int(),
  isAdmin: z.int(),
});

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
  members: jsonColumn(z.array(memberInRow)),
});

const actionRow = z.object({
  kind: z.enum(['add', 'send-link']),
  chat_id: z.string(),
  outcome: z.enum(['done', 'failed', 'unknown']).nullable(),
});

// Named, for the rest of a row is long: what the job is searched by, and the keys of its guard. The people come with it
// as one text, which costs half of what a statement for them and a row each would.
const jobColumns = `id, account_id, sender, name, asked_at_ms, state, link, from_phone, checked_at_ms, others,
  (SELECT json_group_array(json_object('chatId', chat_id, 'name', members.name, 'phone', phone, 'isIn', is_in,
     'isAdmin', is_admin) ORDER BY place) FROM members WHERE job_id = jobs.id) AS members`;

/** Jobs whose rows the rest of a SELECT names, whole: with their people and what is being done about them. */
export function readJobs(sql: Sql, rest: string, ...values: (string | number)[]): Job[] {
  return sql.all(jobRow, `SELECT ${jobColumns} FROM jobs ${rest}`, ...values).map((row) => ({
    id: row.id,
    accountId: row.account_id,
    sender: row.sender,
    name: row.name,
    people: row.members.map(toPerson),
    askedAtMs: row.asked_at_ms,
    state: row.state,
    link: row.link,
    fromPhone: row.from_phone,
    membership: row.checked_at_ms === null ? null : membership(sql, row, row.checked_at_ms),
  }));
}

export const readJob = (sql: Sql, jobId: string): Job | null => readJobs(sql, 'WHERE id = ?', jobId)[0] ?? null;

const toPerson = ({ chatId, name, phone }: Person): Person => ({ chatId, name, phone });

function membership(sql: Sql, { id, others, members: rows }: z.infer<typeof jobRow>, checkedAtMs: number): Membership {
  const actions = sql.all(actionRow, 'SELECT kind, chat_id, outcome FROM actions WHERE job_id = ? ORDER BY id', id);
  const last = new Map(actions.map((action) => [action.chat_id, action]));
  const members = rows.map((row): Member => {
    const action = last.get(row.chatId);
    const isStale = !action || (row.isIn > 0 && action.kind === 'add');
    return {
      ...toPerson(row),
      at: row.isIn > 0 ? 'in' : 'not-yet',
      isAdmin: row.isAdmin > 0,
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
