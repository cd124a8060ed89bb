import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { PeopleChange } from '../contacts/store.ts';
import { contactJson, readContactJson } from './contact-json.ts';
import type { Database, Sql } from './database.ts';
import { jsonColumn, numberRow } from './job-rows.ts';
import { partSize, parts } from './parts.ts';

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
export function* addChange(sql: Sql, accountId: string, change: PeopleChange): Generator<undefined> {
  const { changeId, kind, atMs, listsMade, listsDeleted, people } = change;
  sql.run(
    'INSERT INTO people_changes (change_id, account_id, kind, at_ms, lists_made, lists_deleted) VALUES (?, ?, ?, ?, ?, ?)',
    ...[changeId, accountId, kind, atMs, JSON.stringify(listsMade), JSON.stringify(listsDeleted)],
  );
  const seq = sql.get(numberRow, 'SELECT last_insert_rowid() AS value')?.value ?? 0;
  for (const part of parts(people)) {
    for (const { before, after } of part) {
      sql.run(
        'INSERT INTO changed_people (seq, chat_id, before, after) VALUES (?, ?, ?, ?)',
        ...[seq, after.chatId, before && contactJson(before), contactJson(after)],
      );
    }
    if (part.length === partSize) yield;
  }
  const old = sql.all(
    numberRow,
    'SELECT seq AS value FROM people_changes WHERE account_id = ? ORDER BY seq DESC LIMIT -1 OFFSET ?',
    ...[accountId, changesKept],
  );
  for (const { value } of old) yield* dropBySeq(sql, value);
}

export function* dropChange(sql: Sql, accountId: string, changeId: string): Generator<undefined> {
  const found = sql.get(
    numberRow,
    'SELECT seq AS value FROM people_changes WHERE account_id = ? AND change_id = ?',
    ...[accountId, changeId],
  );
  if (found) yield* dropBySeq(sql, found.value);
}

function* dropBySeq(sql: Sql, seq: number): Generator<undefined> {
  const drop = `
    DELETE FROM changed_people WHERE seq = ?1
    AND chat_id IN (SELECT chat_id FROM changed_people WHERE seq = ?1 LIMIT ${partSize})`;
  while (sql.run(drop, seq) > 0) yield;
  sql.run('DELETE FROM people_changes WHERE seq = ?', seq);
}

const importRow = z.object({ seq: z.number(), change_id: z.string(), at_ms: z.number(), count: z.number() });

/** The newest import of an account; null when there is none, or some of its people were changed again since. */
export function readLastImport(database: Pick<Database, 'read'>, accountId: string) {
  return database.read((sql) => {
    const row = sql.get(
      importRow,
      `SELECT seq, change_id, at_ms, (SELECT count(*) FROM changed_people WHERE changed_people.seq = people_changes.seq) AS count
       FROM people_changes WHERE account_id = ? AND kind = 'import' ORDER BY seq DESC LIMIT 1`,
      accountId,
    );
    if (!row || isFollowed(sql, accountId, row.seq)) return null;
    return { undoId: row.change_id, atMs: row.at_ms, count: row.count };
  });
}

/** The change with its people; null when it is gone, or some of them were changed again since. */
export async function readChange(
  database: Pick<Database, 'read'>,
  accountId: string,
  changeId: string,
): Promise<PeopleChange | null> {
  const found = database.read((sql) => {
    const row = sql.get(
      changeRow,
      'SELECT * FROM people_changes WHERE account_id = ? AND change_id = ?',
      ...[accountId, changeId],
    );
    return row && !isFollowed(sql, accountId, row.seq) ? row : null;
  });
  if (!found) return null;
  const { seq, ...change } = found;
  const people: PeopleChange['people'][number][] = [];
  for (let after = ''; ; ) {
    const page = database.read((sql) => sql.all(personRow, peoplePage, seq, after, partSize));
    for (const person of page) people.push(person);
    if (page.length < partSize) return { ...change, people };
    after = page.at(-1)?.after.chatId ?? '';
    await setImmediate();
  }
}

const peoplePage = `
  SELECT chat_id, before, after FROM changed_people WHERE seq = ? AND chat_id > ? ORDER BY chat_id LIMIT ?`;

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
