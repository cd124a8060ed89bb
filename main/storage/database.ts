import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, linkSync, lstatSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { z } from 'zod';
import type { Failure } from '../../core/failure.ts';
import { err, type Result } from '../../core/result.ts';
import type { Copies, RecordCopy } from './copies.ts';
import { machineId } from './machine.ts';
import { createMark, type Mark, noMark } from './mark.ts';
import { migrations } from './migrations.ts';
import { putAside } from './put-aside.ts';
import { isReadable, isWhole } from './read-through.ts';
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
  /** What became of the file before this one, if it was not simply opened. */
  readonly replaced: Replaced | null;
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

/** `aside` is where the former file lies now; `copyAtMs` is when the copy in its place was made, null without one. */
export type Replaced = {
  readonly why: 'damaged' | 'asked';
  readonly aside: string | null;
  readonly copyAtMs: number | null;
};

type OpenOptions = {
  readonly machine?: string;
  readonly now?: () => number;
  /** Where copies of the record are, and come to before a newer version changes it. */
  readonly copies?: Copies | null;
};

/**
 * Opens or begins the database in `file`, or the copy that a person has asked for. A damaged file makes room for its
 * newest copy that is whole; it is renamed with the date and never deleted.
 */
export function openDatabase(
  file: string,
  { machine = machineId(), now = Date.now, copies = null }: OpenOptions = {},
): Database {
  const open = (replaced: Replaced | null): Database => {
    const soundness = file === inMemory ? null : createSoundness(file);
    return wrap(openChecked(file, { soundness, copies, nowMs: now() }), { file, machine, soundness, replaced });
  };
  const putBack = (copy: RecordCopy, replaced: Pick<Replaced, 'why' | 'aside'>): Database => {
    copies?.put(copy);
    return open({ ...replaced, copyAtMs: copy.atMs });
  };
  const besides = ['-wal', '-shm'];

  const asked = copies?.takeAsked() ?? null;
  if (asked) {
    const aside = existsSync(file) ? putAside(file, now(), besides, 'replaced') : null;
    return putBack(asked, { why: 'asked', aside });
  }
  try {
    return open(null);
  } catch (error) {
    if (file === inMemory || !isDamage(error)) throw error;
    const aside = putAside(file, now(), besides);
    for (const copy of copies?.list() ?? []) {
      try {
        return putBack(copy, { why: 'damaged', aside });
      } catch (copyError) {
        if (!isDamage(copyError)) throw copyError;
        putAside(file, now(), besides); // the copy is damaged as well
      }
    }
    return open({ why: 'damaged', aside, copyAtMs: null });
  }
}

const inMemory = ':memory:';

class Damaged extends Error {}

type Checking = { readonly soundness: Soundness | null; readonly copies: Copies | null; readonly nowMs: number };

function openChecked(file: string, { soundness, copies, nowMs }: Checking): DatabaseSync {
  // A file that lost all its bytes would open as a new database, and the record would be gone in silence.
  if (file !== inMemory && existsSync(file) && (!statSync(file).isFile() || statSync(file).size === 0)) {
    throw new Damaged('empty or no file');
  }
  if (file !== inMemory && !existsSync(file)) begin(file);
  const taken = soundness?.take(nowMs) ?? 'unread';
  const db = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
  try {
    if (versionOf(db) > migrations.length) {
      db.close();
      return new DatabaseSync(file, { readOnly: true });
    }
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA trusted_schema = OFF');
    if (taken === 'unread' && !isWhole(db)) throw new Damaged('quick_check');
    if (versionOf(db) < migrations.length) keepBefore(db, copies, nowMs);
    migrate(db);
    if (taken === 'doubtful' && !isReadable(db)) throw new Damaged('integrity_check');
    if (taken !== 'whole') soundness?.checked(nowMs);
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

/** Before a newer version changes the data. Each of its steps is whole or not at all, so a disk without room for a copy may be met. */
function keepBefore(db: DatabaseSync, copies: Copies | null, nowMs: number): void {
  try {
    copies?.keepNow((copy) => void db.prepare('VACUUM INTO ?').run(copy), nowMs);
  } catch (error) {
    if (isDamage(error)) throw error;
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

/** A text that is to be JSON and is none was not written by us so. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Damaged || error instanceof SyntaxError || isCorrupt(error);

function identityOf(file: string, machine: string): string {
  return file === inMemory ? machine : `${machine}:${statSync(file, { bigint: true }).ino}`;
}

type Opened = {
  readonly file: string;
  readonly machine: string;
  readonly soundness: Soundness | null;
  readonly replaced: Replaced | null;
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
    all: (row, text, ...values) =>
      noting(() =>
        prepared(text)
          .all(...values)
          .map((found) => row.parse(found)),
      ),
    get: (row, text, ...values) => {
      return noting(() => {
        const found = prepared(text).get(...values);
        return found === undefined ? null : row.parse(found);
      });
    },
    run: (text, ...values) => Number(noting(() => prepared(text).run(...values)).changes),
  };

  const transactions = createTransactions(db, sql);

  return {
    replaced: opened.replaced,
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
      if (isDamaged) opened.soundness?.doubt();
      else if (!isReadOnly) opened.soundness?.vouch();
    },
  };
}
