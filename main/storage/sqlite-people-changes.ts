import { z } from 'zod';
import type { PeopleChange } from '../contacts/store.ts';
import { contactJson, readContactJson } from './contact-json.ts';
import type { Sql } from './database.ts';
import { jsonColumn, numberRow } from './job-rows.ts';

/** So many changes of an account can be taken back; what older ones kept of people is forgotten. */
const changesKept = 20;

const lists = jsonColumn(z.array(z.object({ listId: z.string(), name: z.string() })));
const changeRow = z
  .object({
    seq: z.number(),
    change_id: z.string(),
    kind: z.enum(['delete', 'import', 'lists']),
    at_ms: z.number(),
    lists_made: lists,
    lists_deleted: lists,
  })
  .transform(({ seq, kind, ...row }) => ({
    ...{ seq, kind, changeId: row.change_id, atMs: row.at_ms },
    ...{ listsMade: row.lists_made, listsDeleted: row.lists_deleted },
  }));
const personRow = z
  .object({ chat_id: z.string(), before: z.string().nullable(), after: z.string() })
  .transform(({ chat_id, before, after }) => ({
    before: before === null ? null : readContactJson(chat_id, before),
    after: readContactJson(chat_id, after),
  }));

/** Keeps a change, and what the people were before it. */
export function addChange(sql: Sql, accountId: string, change: PeopleChange): void {
  const { changeId, kind, atMs, listsMade, listsDeleted, people } = change;
  sql.run(
    'INSERT INTO people_changes (change_id, account_id, kind, at_ms, lists_made, lists_deleted) VALUES (?, ?, ?, ?, ?, ?)',
    ...[changeId, accountId, kind, atMs, JSON.stringify(listsMade), JSON.stringify(listsDeleted)],
  );
  const seq = sql.get(numberRow, 'SELECT last_insert_rowid() AS value')?.value ?? 0;
  for (const { before, after } of people) {
    sql.run(
      'INSERT INTO changed_people (seq, chat_id, before, after) VALUES (?, ?, ?, ?)',
      ...[seq, after.chatId, before && contactJson(before), contactJson(after)],
    );
  }
  sql.run(
    `DELETE FROM people_changes WHERE account_id = ?1
     AND seq <= (SELECT seq FROM people_changes WHERE account_id = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)`,
    ...[accountId, changesKept],
  );
}

export const dropChange = (sql: Sql, accountId: string, changeId: string): number =>
  sql.run('DELETE FROM people_changes WHERE account_id = ? AND change_id = ?', accountId, changeId);

/** The change with its people; null when it is gone, or some of them were changed again since. */
export function readChange(sql: Sql, accountId: string, changeId: string): PeopleChange | null {
  const found = sql.get(
    changeRow,
    'SELECT * FROM people_changes WHERE account_id = ? AND change_id = ?',
    accountId,
    changeId,
  );
  if (!found || isFollowed(sql, accountId, found.seq)) return null;
  const { seq, ...change } = found;
  const people = sql.all(personRow, 'SELECT chat_id, before, after FROM changed_people WHERE seq = ?', seq);
  return { ...change, people };
}

const isFollowed = (sql: Sql, accountId: string, seq: number): boolean =>
  sql.get(
    numberRow,
    `SELECT 1 AS value FROM people_changes AS newer
     JOIN changed_people AS theirs ON theirs.seq = newer.seq
     JOIN changed_people AS ours ON ours.seq = ?2 AND ours.chat_id = theirs.chat_id
     WHERE newer.account_id = ?1 AND newer.seq > ?2 LIMIT 1`,
    accountId,
    seq,
  ) !== null;
