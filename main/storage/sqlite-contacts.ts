import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { ok } from '../../core/result.ts';
import type { ContactStore, KeptContact, PeopleWrite } from '../contacts/store.ts';
import { readChecks, readContacts, writeContact } from './contact-rows.ts';
import type { Database, Sql } from './database.ts';
import { jsonColumn, numberRow, textRow } from './job-rows.ts';
import { partSize, parts } from './parts.ts';
import { addChange, dropChange, readChange, readLastImport } from './sqlite-people-changes.ts';
import { createPeopleQueue, writeQueue } from './sqlite-people-queue.ts';

const listRow = z
  .object({ list_id: z.string(), name: z.string() })
  .transform(({ list_id, name }) => ({ listId: list_id, name }));
const otherIdRow = z.object({ other_id: z.string(), chat_id: z.string() });
const stateRow = z.object({
  synced_at_ms: z.number().nullable(),
  month: z.string().nullable(),
  used: z.number().nullable(),
  total: z.number().nullable(),
});
const countRow = z.object({ chat_id: z.string(), count: z.number() });
const membersRow = z.object({ turn: z.number(), chat_ids: jsonColumn(z.array(z.string())) });

/** So many are read at one go, in a few milliseconds: the window and the queue get their turn in between. */
const pageSize = 500;

/** The contacts of all accounts in the app's database. */
export function createSqliteContacts(database: Database): ContactStore {
  const stateOf = (accountId: string) =>
    database.read((sql) => sql.get(stateRow, 'SELECT * FROM people_state WHERE account_id = ?', accountId));

  return {
    ...createPeopleQueue(database),
    groupCounts: async (accountId, chatIds) =>
      new Map(database.read((sql) => countGroups(sql, accountId, chatIds)).map((row) => [row.chat_id, row.count])),
    checks: async (accountId, chatIds) => new Map(database.read((sql) => readChecks(sql, accountId, chatIds))),
    off: async (accountId, sinceMs) =>
      database
        .read((sql) =>
          sql.all(
            textRow,
            'SELECT chat_id AS value FROM people_checks WHERE account_id = ? AND is_on = 0 AND at_ms > ?',
            ...[accountId, sinceMs],
          ),
        )
        .map(({ value }) => value),

    isNew: async (accountId) =>
      stateOf(accountId)?.synced_at_ms == null &&
      database.read((sql) =>
        sql.get(
          numberRow,
          'SELECT 1 AS value FROM contacts WHERE account_id = ? AND phone_name IS NOT NULL LIMIT 1',
          accountId,
        ),
      ) === null,

    async load(accountId) {
      const contacts: KeptContact[] = [];
      const groups = await countAllGroups(database, accountId);
      for (let after = ''; ; ) {
        const page = database.read((sql) => readContacts(sql, accountId, after, pageSize));
        for (const contact of page) contacts.push({ ...contact, groups: groups.get(contact.chatId) ?? 0 });
        if (page.length < pageSize) break;
        after = page.at(-1)?.chatId ?? '';
        await setImmediate();
      }
      return database.read((sql) => ({
        contacts,
        lists: sql.all(listRow, 'SELECT list_id, name FROM people_lists WHERE account_id = ?', accountId),
        otherIds: new Map(
          sql
            .all(otherIdRow, 'SELECT other_id, chat_id FROM people_ids WHERE account_id = ?', accountId)
            .map((row) => [row.other_id, row.chat_id]),
        ),
      }));
    },

    async write(accountId, write) {
      return database.writeInSteps((sql) => writePeople(sql, accountId, write));
    },

    lastImport: async (accountId) => readLastImport(database, accountId),
    change: (accountId, changeId) => readChange(database, accountId, changeId),

    syncedAtMs: async (accountId) => stateOf(accountId)?.synced_at_ms ?? null,

    async checkCount(accountId) {
      const { month = null, used = null, total = null } = stateOf(accountId) ?? {};
      return month === null ? null : { month, used: used ?? 0, total };
    },

    async forget(accountId) {
      const written = database.write((sql) => {
        for (const table of tables) sql.run(`DELETE FROM ${table} WHERE account_id = ?`, accountId);
      });
      return written.ok ? ok(null) : written;
    },
  };
}

const tables = [
  'contacts',
  'people_lists',
  'people_ids',
  'people_changes',
  'people_checks',
  'people_queue',
  'people_state',
] as const;

/** In steps: an import may bring a hundred thousand people. */
function* writePeople(sql: Sql, accountId: string, write: PeopleWrite): Generator<undefined> {
  for (const part of parts(write.put ?? [])) {
    for (const contact of part) writeContact(sql, accountId, contact);
    if (part.length === partSize) yield;
  }
  for (const part of parts(write.removed ?? [])) {
    sql.run(
      'DELETE FROM contacts WHERE account_id = ? AND chat_id IN (SELECT value FROM json_each(?))',
      ...[accountId, JSON.stringify(part)],
    );
    if (part.length === partSize) yield;
  }
  for (const { otherId, chatId } of write.otherIds ?? []) {
    sql.run('DELETE FROM people_ids WHERE account_id = ? AND other_id = ?', accountId, chatId);
    sql.run('INSERT OR REPLACE INTO people_ids VALUES (?, ?, ?)', accountId, otherId, chatId);
  }
  for (const { listId, name } of write.lists ?? []) {
    sql.run(
      'INSERT INTO people_lists VALUES (?, ?, ?) ON CONFLICT (list_id) DO UPDATE SET name = excluded.name',
      ...[listId, accountId, name],
    );
  }
  for (const listId of write.listsRemoved ?? []) {
    sql.run('DELETE FROM people_lists WHERE account_id = ? AND list_id = ?', accountId, listId);
  }
  if (write.change) yield* addChange(sql, accountId, write.change);
  if (write.undone !== undefined) yield* dropChange(sql, accountId, write.undone);
  yield* writeQueue(sql, accountId, write);
  writeChecks(sql, accountId, write);
}

function writeChecks(sql: Sql, accountId: string, { checked, count, syncedAtMs }: PeopleWrite): void {
  if (checked) {
    sql.run(
      'INSERT OR REPLACE INTO people_checks (account_id, chat_id, is_on, at_ms) VALUES (?, ?, ?, ?)',
      ...[accountId, checked.chatId, checked.isOn ? 1 : 0, checked.atMs],
    );
  }
  if (count) {
    sql.run(
      `INSERT INTO people_state (account_id, month, used, total) VALUES (?, ?, ?, ?) ON CONFLICT (account_id)
       DO UPDATE SET month = excluded.month, used = excluded.used, total = excluded.total`,
      ...[accountId, count.month, count.used, count.total],
    );
  }
  if (syncedAtMs !== undefined) {
    sql.run(
      `INSERT INTO people_state (account_id, synced_at_ms) VALUES (?, ?)
       ON CONFLICT (account_id) DO UPDATE SET synced_at_ms = excluded.synced_at_ms`,
      ...[accountId, syncedAtMs],
    );
  }
}

/** Groups that exist, may exist or are asked for; not those that were refused or taken out of the queue. */
const isCounted = "jobs.account_id = ? AND jobs.at IN ('queued', 'sending', 'created', 'unknown')";

const countGroups = (sql: Sql, accountId: string, chatIds: readonly string[]): z.infer<typeof countRow>[] =>
  sql.all(
    countRow,
    `SELECT members.chat_id AS chat_id, count(*) AS count FROM members JOIN jobs ON jobs.id = members.job_id
     WHERE ${isCounted} AND members.chat_id IN (SELECT value FROM json_each(?)) GROUP BY members.chat_id`,
    ...[accountId, JSON.stringify(chatIds)],
  );

/** In how many groups everybody is, page by page of the record. */
async function countAllGroups(database: Database, accountId: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (let after = 0; ; ) {
    const page = database.read((sql) =>
      sql.all(
        membersRow,
        `SELECT turn, (SELECT json_group_array(chat_id) FROM members WHERE job_id = jobs.id) AS chat_ids FROM jobs
         WHERE ${isCounted} AND turn > ? ORDER BY turn LIMIT ?`,
        ...[accountId, after, pageSize],
      ),
    );
    for (const { chat_ids } of page) for (const chatId of chat_ids) counts.set(chatId, (counts.get(chatId) ?? 0) + 1);
    if (page.length < pageSize) return counts;
    after = page.at(-1)?.turn ?? 0;
    await setImmediate();
  }
}
