import { z } from 'zod';
import { ok } from '../../core/result.ts';
import type { ContactStore, PeopleWrite } from '../contacts/store.ts';
import type { Database, Sql } from './database.ts';
import { numberRow, textRow } from './job-rows.ts';
import { partSize, parts } from './parts.ts';

type QueuePart = Pick<ContactStore, 'queued' | 'accountsWithQueues' | 'queueLength' | 'setTries' | 'emptyQueue'>;

const queuedRow = z
  .object({ chat_id: z.string(), name: z.string(), phone: z.string(), tries: z.number() })
  .transform(({ chat_id, ...rest }) => ({ chatId: chat_id, ...rest }));

/** What waits to be asked or saved, person by person. */
export function createPeopleQueue(database: Database): QueuePart {
  return {
    queued: async (accountId, kind, limit) =>
      database.read((sql) =>
        sql.all(
          queuedRow,
          'SELECT chat_id, name, phone, tries FROM people_queue WHERE account_id = ? AND kind = ? ORDER BY place LIMIT ?',
          ...[accountId, kind, limit],
        ),
      ),

    accountsWithQueues: async () =>
      database
        .read((sql) => sql.all(textRow, 'SELECT DISTINCT account_id AS value FROM people_queue'))
        .map(({ value }) => value),

    queueLength: async (accountId, kind) =>
      database.read(
        (sql) =>
          sql.get(
            numberRow,
            'SELECT count(*) AS value FROM people_queue WHERE account_id = ? AND kind = ?',
            accountId,
            kind,
          )?.value ?? 0,
      ),

    async setTries(accountId, kind, { chatId, tries }) {
      const written = database.write((sql) =>
        sql.run(
          'UPDATE people_queue SET tries = ? WHERE account_id = ? AND kind = ? AND chat_id = ?',
          ...[tries, accountId, kind, chatId],
        ),
      );
      return written.ok ? ok(null) : written;
    },

    async emptyQueue(accountId, kind) {
      const written = database.write((sql) =>
        sql.run('DELETE FROM people_queue WHERE account_id = ? AND kind = ?', accountId, kind),
      );
      return written.ok ? ok(null) : written;
    },
  };
}

/** Puts people at the end of a queue, and takes others out, inside a transaction that is open already. */
export function* writeQueue(sql: Sql, accountId: string, { queued, unqueued }: PeopleWrite): Generator<undefined> {
  for (const part of parts(queued?.people ?? [])) {
    for (const { chatId, name, phone } of part) {
      sql.run(
        'INSERT INTO people_queue (account_id, kind, chat_id, name, phone) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
        ...[accountId, queued?.kind ?? '', chatId, name, phone],
      );
    }
    if (part.length === partSize) yield;
  }
  for (const part of parts(unqueued?.chatIds ?? [])) {
    sql.run(
      `DELETE FROM people_queue WHERE account_id = ?1 AND ?2 IN (kind, 'any')
       AND chat_id IN (SELECT value FROM json_each(?3))`,
      ...[accountId, unqueued?.kind ?? '', JSON.stringify(part)],
    );
    if (part.length === partSize) yield;
  }
}
