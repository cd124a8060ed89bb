import { z } from 'zod';
import { ok } from '../../core/result.ts';
import type { ContactStore, KeptContact } from '../contacts/store.ts';
import type { Database } from './database.ts';

const rowSchema = z
  .object({
    chat_id: z.string(),
    name: z.string(),
    phone: z.string(),
    folded: z.string(),
    source: z.enum(['phone', 'typed']),
    gone: z.number(),
    used_at: z.number().nullable(),
    uses: z.number(),
  })
  .transform(
    ({ chat_id, used_at, gone, ...rest }): KeptContact => ({
      ...rest,
      chatId: chat_id,
      usedAtMs: used_at,
      gone: gone !== 0,
    }),
  );

const columns = 'chat_id, name, phone, folded, source, gone, used_at, uses';
const readAll = `SELECT ${columns} FROM contacts WHERE account_id = ?`;
const upsert = `
  INSERT INTO contacts (account_id, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (account_id, chat_id) DO UPDATE SET
    name = excluded.name, phone = excluded.phone, folded = excluded.folded, source = excluded.source,
    gone = excluded.gone, used_at = excluded.used_at, uses = excluded.uses`;

/** The contacts of all accounts in the app's database. */
export function createSqliteContacts(database: Database): ContactStore {
  return {
    all: async (accountId) => database.read((sql) => sql.all(rowSchema, readAll, accountId)),

    async put(accountId, contacts) {
      const written = database.write((sql) => {
        for (const { chatId, name, phone, folded, source, gone, usedAtMs, uses } of contacts) {
          sql.run(upsert, accountId, chatId, name, phone, folded, source, gone ? 1 : 0, usedAtMs, uses);
        }
      });
      return written.ok ? ok(null) : written;
    },

    async forget(accountId) {
      const written = database.write((sql) => sql.run('DELETE FROM contacts WHERE account_id = ?', accountId));
      return written.ok ? ok(null) : written;
    },
  };
}
