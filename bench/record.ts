import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Moment } from '../core/pace.ts';
import type { Result } from '../core/result.ts';
import type { Job, Journal } from '../main/groups/journal.ts';
import { type Database, openDatabase } from '../main/storage/database.ts';
import { createSqliteJournal } from '../main/storage/sqlite-journal.ts';

export const sender = '79000000000';

let jobs = 0;

/** A record and, beside it on the same disk, the barest table that is just as durable. */
export type Records = {
  readonly database: Database;
  readonly journal: Journal;
  /** One durable insert. */
  readonly insert: (text: string) => void;
  readonly close: () => void;
};

export function openRecords(): Records {
  // Not in the system's temporary folder: that may be memory, where nothing is ever written through.
  const cache = path.resolve(import.meta.dirname, '../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'bench-record-'));
  const database = openDatabase(path.join(folder, 'record.db'));
  const bare = new DatabaseSync(path.join(folder, 'bare.db'));
  bare.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1');
  bare.exec('CREATE TABLE lines (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const statement = bare.prepare('INSERT INTO lines (text) VALUES (?)');
  return {
    database,
    journal: createSqliteJournal(database),
    insert: (text) => void statement.run(text),
    close() {
      database.close();
      bare.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Puts another group of twelve people into the queue. */
export async function addJob(journal: Journal): Promise<Job> {
  jobs += 1;
  const people = Array.from({ length: 12 }, (_, place) => ({
    chatId: `7900${String(jobs * 12 + place).padStart(7, '0')}@c.us`,
    name: `Person ${place}`,
    phone: '',
  }));
  const job = { id: `job-${jobs}`, accountId: 'bench', sender, name: `Group ${jobs}`, people, fromPhone: null };
  return sure(await journal.add({ ...job, askedAtMs: Date.now() }, { again: false, sinceMs: 0 }));
}

/** This moment, as a run that knows the server's time sees it. A day goes by with every 25 groups, as in an office. */
export const moment = (): Moment => ({
  runner: 'bench',
  wallMs: Date.now(),
  runMs: Math.round(performance.now()),
  serverMs: Date.now(),
  clockOk: true,
  day: new Date(Date.UTC(2026, 0, 1 + Math.floor(jobs / 25))).toISOString().slice(0, 10),
  dayEndsInMs: 3_600_000,
});

export function sure<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`The record refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}
