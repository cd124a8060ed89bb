import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, linkSync, lstatSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { z } from 'zod';
import type { Failure } from '../../core/failure.ts';
import { err, type Result } from '../../core/result.ts';
import { machineId } from './machine.ts';
import { createMark, type Mark, noMark } from './mark.ts';
import { migrations } from './migrations.ts';
import { putAside } from './put-aside.ts';
import { createSoundness, type Soundness } from './soundness.ts';
import { isCorrupt } from './sqlite-codes.ts';
import { createTransactions } from './transactions.ts';

/** Statements inside a transaction. Rows are checked by a schema: what lies on a disk is foreign. */
export type Sql = {
  all<T>(row: z.ZodType<T>, text: string, ...values: SQLInputValue[]): T[];
  get<T>(row: z.ZodType<T>, text: string, ...values: SQLInputValue[]): T | null;
  /** The number of rows changed. */
  run(text: string, ...values: SQLInputValue[]): number;
};

export type Database = {
  /** Where a damaged file was put, when this one was begun anew. */
  readonly setAside: string | null;
  /** This file and this machine. A copied or restored file has another one than it remembers. */
  readonly identity: string;
  readonly mark: Mark;
  read<T>(run: (sql: Sql) => T): T;
  /** One transaction, durable when it answers. Fails with `disk-full` or `newer-data`; nothing is changed then. */
  write<T>(run: (sql: Sql) => T): Result<T, Failure>;
  /**
   * The same for much: others get their turn after each step, and see none or all of it once it is durable. Whoever
   * writes in the meantime makes the rest be written first.
   */
  writeInSteps(stepsOf: (sql: Sql) => Iterable<unknown>): Promise<Result<null, Failure>>;
  backup(file: string): Promise<void>;
  close(): void;
};

type OpenOptions = { readonly machine?: string; readonly now?: () => number };

/** Opens or begins the database in `file`. A damaged file is renamed with the date and never deleted. */
export function openDatabase(file: string, { machine = machineId(), now = Date.now }: OpenOptions = {}): Database {
  const open = (setAside: string | null): Database => {
    const soundness = file === inMemory ? null : createSoundness(file);
    return wrap(openChecked(file, soundness, now()), { file, machine, soundness, setAside });
  };
  try {
    return open(null);
  } catch (error) {
    if (file === inMemory || !isDamage(error)) throw error;
    return open(putAside(file, now(), ['-wal', '-shm']));
  }
}

const inMemory = ':memory:';

class Damaged extends Error {}

function openChecked(file: string, soundness: Soundness | null, nowMs: number): DatabaseSync {
  // A file that lost all its bytes would open as a new database, and the record would be gone in silence.
  if (file !== inMemory && existsSync(file) && (!statSync(file).isFile() || statSync(file).size === 0)) {
    throw new Damaged('empty or no file');
  }
  if (file !== inMemory && !existsSync(file)) begin(file);
  const isSound = soundness?.take(nowMs) ?? false;
  const db = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
  try {
    if (versionOf(db) > migrations.length) {
      db.close();
      return new DatabaseSync(file, { readOnly: true });
    }
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA trusted_schema = OFF');
    if (!isSound) {
      if (pragma(db, 'quick_check') !== 'ok') throw new Damaged('quick_check');
      soundness?.checked(nowMs);
    }
    migrate(db);
    return db;
  } catch (error) {
    if (db.isOpen) db.close();
    throw error;
  }
}

/** Begun under another name, so that whoever looks, or whoever starts after a crash, finds it whole or not at all. */
function begin(file: string): void {
  const unfinished = `${file}.${randomUUID()}.new`;
  try {
    // Names and numbers of people: for this user alone. SQLite gives its side files the same rights.
    closeSync(openSync(unfinished, 'wx', 0o600));
    const db = new DatabaseSync(unfinished);
    try {
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1');
      migrate(db);
    } finally {
      db.close();
    }
    linkOrRename(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * A link never replaces what another process has put there first; not every file system has them. What is there and leads
 * nowhere (a record kept on a disk that is away) is not ours to replace either.
 */
function linkOrRename(from: string, file: string): void {
  try {
    linkSync(from, file);
  } catch (error) {
    if (existsSync(file)) return;
    if (lstatSync(file, { throwIfNoEntry: false })) throw error;
    renameSync(from, file);
  }
}

function migrate(db: DatabaseSync): void {
  while (versionOf(db) < migrations.length) {
    db.exec('BEGIN IMMEDIATE');
    const version = versionOf(db);
    if (version < migrations.length) db.exec(`${migrations[version]}; PRAGMA user_version = ${version + 1}`);
    db.exec('COMMIT');
  }
}

const pragma = (db: DatabaseSync, name: string): unknown => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
const versionOf = (db: DatabaseSync): number => Number(pragma(db, 'user_version'));

const isDamage = (error: unknown): boolean => error instanceof Damaged || isCorrupt(error);

function identityOf(file: string, machine: string): string {
  return file === inMemory ? machine : `${machine}:${statSync(file, { bigint: true }).ino}`;
}

type Opened = {
  readonly file: string;
  readonly machine: string;
  readonly soundness: Soundness | null;
  readonly setAside: string | null;
};

function wrap(db: DatabaseSync, opened: Opened): Database {
  // Written by a newer version: it may be looked at, not changed.
  const isReadOnly = versionOf(db) > migrations.length;
  let isDamaged = false;
  /** What is found broken while it is used is set aside by the next opening. */
  const noting = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      isDamaged ||= isDamage(error);
      throw error;
    }
  };
  const statements = new Map<string, StatementSync>();
  const prepared = (text: string): StatementSync => {
    const statement = statements.get(text) ?? db.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  const sql: Sql = {
    all: (row, text, ...values) => noting(() => prepared(text).all(...values)).map((found) => row.parse(found)),
    get: (row, text, ...values) => {
      const found = noting(() => prepared(text).get(...values));
      return found === undefined ? null : row.parse(found);
    },
    run: (text, ...values) => Number(noting(() => prepared(text).run(...values)).changes),
  };

  const transactions = createTransactions(db, sql);

  return {
    setAside: opened.setAside,
    identity: identityOf(opened.file, opened.machine),
    mark: opened.file === inMemory ? noMark : createMark(`${opened.file}.mark`),
    read: (run) => run(sql),
    write: (run) => (isReadOnly ? err({ code: 'newer-data' }) : transactions.write(run)),
    async writeInSteps(stepsOf) {
      return isReadOnly ? err({ code: 'newer-data' }) : transactions.writeInSteps(stepsOf);
    },
    backup: async (file) => void (await backup(db, file)),
    close() {
      transactions.leave();
      db.close();
      if (!isDamaged && !isReadOnly) opened.soundness?.vouch();
    },
  };
}
