import { z } from 'zod';
import type { Moment } from '../../core/pace.ts';
import type { Journal, SeenGroup } from '../groups/journal.ts';
import type { Database, Sql } from './database.ts';
import { numberRow, textRow } from './job-rows.ts';

type SeenPart = Pick<Journal, 'see' | 'seeAnew' | 'groupsAround' | 'noteCreation'>;

/** The groups that were seen on the phone of a sender, and since which attempt. */
export function createSeen(database: Database): SeenPart {
  return {
    see: async (sender, groups, now) =>
      database.write((sql) => {
        const isClean = isBelievable(sql, sender, groups);
        if (isClean) keepSeen(sql, { sender, groups, now });
        return { isClean };
      }),

    seeAnew: async (sender, groups, now) =>
      database.write((sql) => {
        if (!isBelievable(sql, sender, groups)) sql.run('DELETE FROM seen_groups WHERE sender = ?', sender);
        keepSeen(sql, { sender, groups, now });
        return { isClean: true };
      }),

    groupsAround: async (sender, attemptId) =>
      database.read((sql) => ({
        before: sql
          .all(
            textRow,
            'SELECT chat_id AS value FROM seen_groups WHERE sender = ? AND after_attempt < ?',
            sender,
            attemptId,
          )
          .map((row) => row.value),
        since: sql.all(
          newGroupRow,
          `SELECT chat_id, name, created_at_ms FROM seen_groups WHERE sender = ?1 AND after_attempt >= ?2
             AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.sender = ?1 AND jobs.chat_id = seen_groups.chat_id)`,
          sender,
          attemptId,
        ),
      })),

    noteCreation: async (sender, chatId, createdAtMs) =>
      database.write((sql) => {
        sql.run(
          'UPDATE seen_groups SET created_at_ms = ? WHERE sender = ? AND chat_id = ?',
          createdAtMs,
          sender,
          chatId,
        );
        return null;
      }),
  };
}

const newGroupRow = z
  .object({ chat_id: z.string(), name: z.string(), created_at_ms: z.number().nullable() })
  .transform((row) => ({ chatId: row.chat_id, name: row.name, createdAtMs: row.created_at_ms }));

const countSeen = (sql: Sql, sender: string): number =>
  sql.get(numberRow, 'SELECT count(*) AS value FROM seen_groups WHERE sender = ?', sender)?.value ?? 0;

/** Where groups were known, a list without any of them may be another phone's, or not read to the end. */
function isBelievable(sql: Sql, sender: string, groups: readonly SeenGroup[]): boolean {
  const isKnown = 'SELECT count(*) AS value FROM seen_groups WHERE sender = ? AND chat_id = ?';
  return (
    countSeen(sql, sender) === 0 ||
    groups.some(({ chatId }) => sql.get(numberRow, isKnown, sender, chatId)?.value === 1)
  );
}

function keepSeen(
  sql: Sql,
  { sender, groups, now }: { sender: string; groups: readonly SeenGroup[]; now: Moment },
): void {
  for (const { chatId, name } of groups) {
    sql.run(
      `INSERT INTO seen_groups (sender, chat_id, name, after_attempt)
       VALUES (?1, ?2, ?3, (SELECT coalesce(max(id), 0) FROM attempts))
       ON CONFLICT (sender, chat_id) DO UPDATE SET name = excluded.name WHERE name <> excluded.name`,
      sender,
      chatId,
      name,
    );
  }
  sql.run(
    `INSERT INTO readings (sender, runner, run_ms) VALUES (?, ?, ?)
     ON CONFLICT (sender, runner) DO UPDATE SET run_ms = excluded.run_ms`,
    sender,
    now.runner,
    now.runMs,
  );
}
