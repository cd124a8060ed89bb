import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Person } from '../../core/contact.ts';
import { foldName } from '../../core/draft-rules.ts';
import { type JobState, jobStateSchema } from '../../core/group-job.ts';
import type { Duplicate, Guard } from '../groups/journal.ts';
import type { Sql } from './database.ts';
import { jsonColumn } from './job-rows.ts';

/** Same name and same people are the same group; case, `ё` and order do not matter. */
export function keyOf(name: string, people: readonly Pick<Person, 'chatId'>[]): string {
  const ids = [...new Set(people.map((person) => person.chatId))].sort();
  return createHash('sha256')
    .update([foldName(name), ...ids].join('\n'))
    .digest('hex');
}

const otherRow = z.object({
  id: z.string(),
  key: z.string(),
  asked_at_ms: z.number(),
  state: jsonColumn(jobStateSchema),
});

/**
 * The group that this one would repeat: the very same first, then one of the same name. Groups made since `madeSinceMs`
 * count even for `again`: nobody had seen them yet.
 */
export function findDuplicate(
  sql: Sql,
  { id, sender, key, name }: { id: string; sender: string; key: string; name: string },
  { again, sinceMs, madeSinceMs = Number.POSITIVE_INFINITY }: Guard & { readonly madeSinceMs?: number | undefined },
): Duplicate | null {
  const others = sql.all(
    otherRow,
    `SELECT id, key, asked_at_ms, state FROM jobs
     WHERE id <> ?2 AND at IN ('queued', 'sending', 'created', 'unknown') AND id IN (
       SELECT id FROM jobs WHERE sender = ?1 AND key = ?3 UNION SELECT id FROM jobs WHERE sender = ?1 AND folded = ?4)
     ORDER BY key = ?3 DESC, at = 'unknown' DESC, turn DESC`,
    sender,
    id,
    key,
    foldName(name),
  );
  for (const other of others) {
    const exact = other.key === key;
    const { state, madeAtMs } = standing(other.state, other.asked_at_ms);
    const isUnsettled = exact && (other.state.at === 'unknown' || other.state.at === 'sending');
    const isRecent = state === 'open' || madeAtMs >= sinceMs;
    const isNews = state === 'created' && madeAtMs >= madeSinceMs;
    if (isUnsettled || isNews || (!again && isRecent))
      return { code: 'duplicate', exact, state, jobId: other.id, madeAtMs };
  }
  return null;
}

function standing(state: JobState, askedAtMs: number) {
  if (state.at === 'created') return { state: 'created', madeAtMs: state.madeAtMs } as const;
  if (state.at === 'unknown') return { state: 'unknown', madeAtMs: state.sentAtMs } as const;
  return { state: 'open', madeAtMs: askedAtMs } as const;
}
