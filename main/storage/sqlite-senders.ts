import { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import type { Job, Journal } from '../groups/journal.ts';
import type { Database, Sql } from './database.ts';
import { findDuplicate, keyOf } from './duplicates.ts';
import { failureColumn, numberRow, readJobs, textRow } from './job-rows.ts';
import { pauseRuns } from './row-ties.ts';
import { flat, moveIn, nextGeneration, ownerOf } from './sqlite-jobs.ts';
import { inFlight, lastSlot, putBack, sentSince, sentToday, waitAfter } from './sqlite-slots.ts';

type SendersPart = Pick<Journal, 'bind' | 'inherit' | 'senders' | 'sender' | 'stop' | 'go'>;
type Bound = { sender: string; is: 'same' | 'new' | 'moved' | 'changed' };

/** Who sends: accounts and their numbers, and what stops a sender. */
export function createSenders(database: Database): SendersPart {
  return {
    bind: async (accountId, sender) => {
      // Asked before every step, so that the usual answer needs no write.
      const known = database.read((sql) => senderOf(sql, accountId));
      return known === sender
        ? ok({ sender, is: 'same' })
        : flat(database.write((sql) => bindIn(sql, accountId, sender)));
    },

    inherit: async (accountId, isGone) => database.write((sql) => inheritIn(sql, accountId, isGone)),

    senders: async () =>
      database.read((sql) => {
        const rows = sql.all(accountRow, 'SELECT account_id, sender FROM accounts ORDER BY account_id');
        const bySender = Map.groupBy(rows, (row) => row.sender);
        return [...bySender].map(([sender, of]) => ({ sender, accountIds: of.map((row) => row.account_id) }));
      }),

    sender: async (sender, slots) =>
      database.read((sql) => {
        const row = sql.get(stoppedRow, 'SELECT stopped FROM senders WHERE sender = ?', sender);
        const last = lastSlot(sql, sender, slots.now.runner);
        const today = sentToday(sql, sender, slots.now);
        return {
          stopped: row?.stopped ?? null,
          waitMs: waitAfter(last, today, slots),
          leftToday: Math.max(0, slots.perDay - Math.max(today, sentSince(sql, sender, slots))),
          lastSentAtMs: last?.wallMs ?? null,
          passed: putBack(sql, sender),
          inFlightUntilMs: inFlight(sql, sender),
        };
      }),

    stop: async (sender, failure) =>
      database.write((sql) => {
        sql.run(
          'INSERT INTO senders (sender, stopped) VALUES (?1, ?2) ON CONFLICT (sender) DO UPDATE SET stopped = ?2',
          sender,
          JSON.stringify(failure),
        );
        return null;
      }),

    go: async (sender, codes) =>
      database.write((sql) => {
        sql.run(
          `UPDATE senders SET stopped = NULL, unknowns = 0
           WHERE sender = ?1 AND (?2 IS NULL OR stopped ->> 'code' IN (SELECT value FROM json_each(?2)))`,
          sender,
          codes ? JSON.stringify(codes) : null,
        );
        return null;
      }),
  };
}

const accountRow = z.object({ account_id: z.string(), sender: z.string() });

const stoppedRow = z.object({ stopped: failureColumn });
const movingRow = z.object({ id: z.string(), key: z.string(), chat_id: z.string().nullable() });

const senderOf = (sql: Sql, accountId: string): string | null =>
  sql.get(accountRow, 'SELECT account_id, sender FROM accounts WHERE account_id = ?', accountId)?.sender ?? null;

/** The number that was last known behind an account which was asked by its idInstance: it may have been removed since. */
const numberBehind = (sql: Sql, sender: string): string | null =>
  sql.get(textRow, 'SELECT value FROM meta WHERE key = ?', sender)?.value ?? null;

const isNumber = (sender: string): boolean => /^\d+$/.test(sender);

function bindIn(sql: Sql, accountId: string, sender: string): Result<Bound> {
  const known = senderOf(sql, accountId);
  if (known === null) {
    const own = numberBehind(sql, sender) ?? sender;
    sql.run('INSERT INTO accounts (account_id, sender) VALUES (?, ?)', accountId, own);
    return ok({ sender: own, is: 'new' });
  }
  // A number that was known stays known while the phone is unlinked.
  if (known === sender || !isNumber(sender)) return ok({ sender: known, is: 'same' });
  if (isNumber(known)) return changeNumber(sql, accountId, sender);
  // What is on the wire ends under the name it began with; the next step asks again.
  if (inFlight(sql, known) !== null || inFlight(sql, sender) !== null) return ok({ sender: known, is: 'same' });
  moveAll(sql, known, sender);
  return ok({ sender, is: 'moved' });
}

function inheritIn(sql: Sql, accountId: string, isGone: (accountId: string) => boolean): Job | null {
  const sender = senderOf(sql, accountId);
  if (sender === null) return null;
  const owners = sql.all(
    textRow,
    'SELECT account_id AS value FROM jobs WHERE sender = ?1 UNION SELECT account_id FROM runs WHERE sender = ?1',
    sender,
  );
  const gone = owners.map(({ value }) => value).filter((owner) => owner !== accountId && isGone(owner));
  let newest = 0;
  for (const owner of gone) {
    for (const job of readJobs(sql, "WHERE sender = ? AND account_id = ? AND at = 'queued'", sender, owner)) {
      moveIn(sql, job, { is: 'held' });
    }
    const last = 'SELECT coalesce(max(turn), 0) AS value FROM jobs WHERE sender = ? AND account_id = ?';
    newest = Math.max(newest, sql.get(numberRow, last, sender, owner)?.value ?? 0);
    sql.run('UPDATE jobs SET account_id = ? WHERE sender = ? AND account_id = ?', accountId, sender, owner);
    pauseRuns(sql, { at: 'paused', why: 'person' }, owner);
    sql.run('UPDATE runs SET account_id = ? WHERE sender = ? AND account_id = ?', accountId, sender, owner);
  }
  return newest === 0 ? null : (readJobs(sql, 'WHERE turn = ?', newest)[0] ?? null);
}

/** Another number is another sender: nothing that was asked for from the old one goes out from the new by itself. */
function changeNumber(sql: Sql, accountId: string, sender: string): Result<Bound> {
  for (const job of readJobs(sql, "WHERE account_id = ? AND at = 'queued'", accountId)) {
    const held = moveIn(sql, job, { is: 'held' });
    if (!held.ok) return err(held.failure);
  }
  sql.run('UPDATE accounts SET sender = ? WHERE account_id = ?', sender, accountId);
  return ok({ sender, is: 'changed' });
}

/** The number behind an account became known: pace, guard, seen groups and breaker go on under it. */
function moveAll(sql: Sql, from: string, to: string): void {
  // Nobody could see yet that the number has such a group: a person says whether this is to be another one.
  for (const job of readJobs(sql, "WHERE sender = ? AND at = 'queued'", from)) {
    const { id, name, people } = job;
    const twin = findDuplicate(sql, { id, sender: to, key: keyOf(name, people), name }, { again: false, sinceMs: 0 });
    if (twin) moveIn(sql, job, { is: 'held' });
  }
  const jobs = sql.all(movingRow, 'SELECT id, key, chat_id FROM jobs WHERE sender = ? ORDER BY turn', from);
  for (const { id, key, chat_id } of jobs) {
    // Two accounts of one number may both have laid claim to a group: the one that is there keeps it.
    if (chat_id !== null && ownerOf(sql, to, chat_id) !== null) continue;
    sql.run('UPDATE jobs SET sender = ?, generation = ? WHERE id = ?', to, nextGeneration(sql, to, key), id);
  }
  sql.run('UPDATE attempts SET sender = ? WHERE sender = ?', to, from);
  sql.run('UPDATE runs SET sender = ? WHERE sender = ?', to, from);
  sql.run(
    `INSERT INTO seen_groups (sender, chat_id, name, after_attempt, created_at_ms)
     SELECT ?, chat_id, name, after_attempt, created_at_ms FROM seen_groups WHERE sender = ? ON CONFLICT DO NOTHING`,
    to,
    from,
  );
  sql.run('DELETE FROM seen_groups WHERE sender = ?', from);
  // Of two stops the one that only a person ends holds.
  sql.run(
    `INSERT INTO senders (sender, stopped, unknowns) SELECT ?, stopped, unknowns FROM senders WHERE sender = ?
     ON CONFLICT (sender) DO UPDATE SET unknowns = max(unknowns, excluded.unknowns), stopped = CASE
       WHEN excluded.stopped ->> 'code' IN ('rate-overlimit', 'unknown') THEN excluded.stopped
       ELSE coalesce(stopped, excluded.stopped) END`,
    to,
    from,
  );
  sql.run('DELETE FROM senders WHERE sender = ?', from);
  sql.run('UPDATE accounts SET sender = ? WHERE sender = ?', to, from);
  sql.run(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    from,
    to,
  );
}
