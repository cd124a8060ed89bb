import { z } from 'zod';
import { type Contact, contactSources } from '../../core/contact.ts';
import type { KeptContact } from '../contacts/store.ts';
import type { Sql } from './database.ts';
import { flag } from './job-rows.ts';

const unchecked: Contact['whatsapp'] = { at: 'unchecked' };
const whatsappOf = (isOn: boolean, checkedAtMs: number): Contact['whatsapp'] => ({
  at: isOn ? 'yes' : 'no',
  checkedAtMs,
});

const noLists: readonly string[] = [];
const listsColumn = z.string().transform((text): unknown => (text === '[]' ? noLists : JSON.parse(text)));

const contactRow = z
  .object({
    chat_id: z.string(),
    name: z.string(),
    phone: z.string(),
    source: z.enum(contactSources),
    gone: flag,
    used_at: z.number().nullable(),
    uses: z.number(),
    note: z.string(),
    lists: listsColumn.pipe(z.array(z.string())),
    phone_name: z.string().nullable(),
    deleted: flag,
    is_on: flag.nullable(),
    checked_at_ms: z.number().nullable(),
  })
  .transform(
    ({ chat_id, used_at, phone_name, is_on, checked_at_ms, ...rest }): KeptContact => ({
      ...rest,
      chatId: chat_id,
      usedAtMs: used_at,
      // Most often the same text: kept once in memory.
      phoneName: phone_name === rest.name ? rest.name : phone_name,
      whatsapp: is_on === null || checked_at_ms === null ? unchecked : whatsappOf(is_on, checked_at_ms),
      groups: 0,
    }),
  );

const checkRow = z
  .object({ chat_id: z.string(), is_on: flag, at_ms: z.number() })
  .transform(({ chat_id, is_on, at_ms }) => [chat_id, whatsappOf(is_on, at_ms)] as const);

const columns = 'chat_id, name, phone, source, gone, used_at, uses, note, lists, phone_name, deleted';
const readPage = `
  SELECT ${columns}, is_on, at_ms AS checked_at_ms
  FROM contacts LEFT JOIN people_checks USING (account_id, chat_id)
  WHERE account_id = ? AND chat_id > ? ORDER BY chat_id LIMIT ?`;
const upsert = `
  INSERT INTO contacts (account_id, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (account_id, chat_id) DO UPDATE SET
    name = excluded.name, phone = excluded.phone, source = excluded.source,
    gone = excluded.gone, used_at = excluded.used_at, uses = excluded.uses, note = excluded.note,
    lists = excluded.lists, phone_name = excluded.phone_name, deleted = excluded.deleted`;

/** The contacts whose ids follow `after`, the deleted too; `groups` is still 0. */
export const readContacts = (sql: Sql, accountId: string, after: string, limit: number): KeptContact[] =>
  sql.all(contactRow, readPage, accountId, after, limit);

/** What checkWhatsapp said of these ids. */
export const readChecks = (sql: Sql, accountId: string, chatIds: readonly string[]) =>
  sql.all(
    checkRow,
    `SELECT chat_id, is_on, at_ms FROM people_checks
     WHERE account_id = ? AND chat_id IN (SELECT value FROM json_each(?))`,
    ...[accountId, JSON.stringify(chatIds)],
  );

/** Adds or replaces a contact; what checkWhatsapp said and the groups are kept elsewhere. */
export function writeContact(sql: Sql, accountId: string, contact: KeptContact): void {
  const { chatId, name, phone, source, gone, usedAtMs, uses, note, lists, phoneName, deleted } = contact;
  sql.run(
    upsert,
    accountId,
    ...[chatId, name, phone, source, gone ? 1 : 0, usedAtMs, uses, note],
    ...[lists.length === 0 ? '[]' : JSON.stringify(lists), phoneName, deleted ? 1 : 0],
  );
}
