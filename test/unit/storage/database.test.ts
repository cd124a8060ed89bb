import { once } from 'node:events';
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from '../../../main/storage/database.ts';
import { migrations } from '../../../main/storage/migrations.ts';
import { createSqliteDrafts } from '../../../main/storage/sqlite-drafts.ts';

const now = () => Date.UTC(2026, 10, 23, 9);
let folder = '';
let file = '';
let open: Database[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'database-'));
  file = path.join(folder, 'record.db');
  open = [];
});
afterEach(() => {
  for (const database of open) database.close();
  rmSync(folder, { recursive: true });
});

function opened(name = file, machine = 'here'): Database {
  const database = openDatabase(name, { machine, now });
  open.push(database);
  return database;
}
function closed(database: Database): void {
  database.close();
  open = open.filter((other) => other !== database);
}

const keep = (database: Database, text: string) => createSqliteDrafts(database).keep({ name: text, entries: [] });
const kept = (database: Database) => createSqliteDrafts(database).read().name;

test('what was written is there after opening again', () => {
  const first = opened();
  keep(first, 'Choir');
  closed(first);

  expect(kept(opened())).toBe('Choir');
});

test('two that begin it at the same moment begin one, and neither takes it for damaged', async () => {
  const files = Array.from({ length: 15 }, (_, place) => path.join(folder, `${place}.db`));
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const script = new URL('../../../main/storage/database.ts', import.meta.url).href;
  const source = `
    const { workerData: { files, gate } } = require('node:worker_threads');
    import(${JSON.stringify(script)}).then(({ openDatabase }) => {
      for (const [place, file] of files.entries()) {
        Atomics.add(gate, 0, 1);
        while (Atomics.load(gate, 0) < 2 * (place + 1));
        openDatabase(file, { machine: 'here' }).close();
      }
    });`;

  await Promise.all(
    ['one', 'other'].map(() => once(new Worker(source, { eval: true, workerData: { files, gate } }), 'exit')),
  );

  const there = readdirSync(folder).filter((name) => !name.endsWith('.sound'));
  expect(there.toSorted()).toEqual(files.map((name) => path.basename(name)).toSorted());
});

test('nothing counts as written before the disk has it', () => {
  const pragmas = opened().read((sql) =>
    ['journal_mode', 'synchronous', 'fullfsync', 'foreign_keys'].map((name) =>
      sql.get(z.record(z.string(), z.union([z.string(), z.number()])), `PRAGMA ${name}`),
    ),
  );

  expect(pragmas).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { fullfsync: 1 }, { foreign_keys: 1 }]);
});

test('the record is for its owner alone', () => {
  // Windows keeps rights elsewhere and tells the same of every file that may be written.
  const owner = process.platform === 'win32' ? 0o666 : 0o600;
  keep(opened(), 'Choir');

  const rights = readdirSync(folder).map((name) => [name, statSync(path.join(folder, name)).mode & 0o777]);

  expect(rights).toEqual([
    ['record.db', owner],
    ['record.db-shm', owner],
    ['record.db-wal', owner],
  ]);
});

test('a write that throws half way changes nothing', () => {
  const database = opened();
  keep(database, 'Choir');

  const half = () =>
    database.write((sql) => {
      sql.run('DELETE FROM drafts');
      throw new Error('half way');
    });

  expect(half).toThrow('half way');
  expect(kept(database)).toBe('Choir');
});

test('a full disk is a failure, and nothing is changed', () => {
  const database = opened();
  keep(database, 'Choir');
  database.read((sql) => sql.get(z.unknown(), 'PRAGMA max_page_count = 1'));

  const written = database.write((sql) =>
    sql.run('UPDATE drafts SET draft = ?', JSON.stringify({ name: 'x'.repeat(900_000), entries: [] })),
  );

  expect(written).toEqual({ ok: false, failure: { code: 'disk-full' } });
  expect(kept(database)).toBe('Choir');
});

test('data of a newer version may be looked at and not changed', () => {
  const first = opened();
  keep(first, 'Choir');
  first.write((sql) => sql.run(`PRAGMA user_version = ${migrations.length + 1}`));
  closed(first);

  const database = opened();

  expect(kept(database)).toBe('Choir');
  expect(database.write((sql) => sql.run('DELETE FROM drafts'))).toEqual({
    ok: false,
    failure: { code: 'newer-data' },
  });
  expect(kept(database)).toBe('Choir');
});

test('an older version is led to the newest, step by step', () => {
  const old = new DatabaseSync(file);
  old.exec(`${migrations[0]}; PRAGMA user_version = 1`);
  old.exec(`INSERT INTO drafts VALUES ('new-group', '{"name":"Choir","entries":[]}')`);
  old.close();

  expect(kept(opened())).toBe('Choir');
});

test('an attempt that was never sent has given its slot back in an older version already', () => {
  const old = new DatabaseSync(file);
  for (const [version, step] of migrations.slice(0, 4).entries())
    old.exec(`${step}; PRAGMA user_version = ${version + 1}`);
  old.exec(`INSERT INTO jobs (id, account_id, sender, key, generation, name, folded, search, turn, asked_at_ms, state)
    VALUES ('job', 'account', 'sender', 'key', 0, 'Choir', 'choir', 'choir', 1, 0, '{"at":"queued"}')`);
  const attempt = old.prepare(`INSERT INTO attempts (job_id, sender, runner, name, chat_ids, wall_ms, run_ms, server_ms,
    clock_ok, deadline_ms, outcome) VALUES ('job', 'sender', 'runner', 'Choir', '[]', 0, 0, 0, 1, 0, ?)`);
  for (const outcome of ['created', 'never-sent', 'unknown', null]) attempt.run(outcome);
  old.close();

  const attempts = opened().read((sql) =>
    sql.all(z.object({ gave_back: z.number() }), 'SELECT gave_back FROM attempts ORDER BY id'),
  );

  expect(attempts.map((row) => row.gave_back)).toEqual([0, 1, 0, 0]);
});

test('a backup holds everything, and knows that it is a copy', async () => {
  const database = opened();
  keep(database, 'Choir');

  await database.backup(path.join(folder, 'backup.db'));

  const backup = opened(path.join(folder, 'backup.db'));
  expect(kept(backup)).toBe('Choir');
  expect(backup.identity).not.toBe(database.identity);
  expect(opened(file, 'elsewhere').identity).not.toBe(database.identity);
  expect(opened(file).identity).toBe(database.identity);
});

describe('a damaged file', () => {
  const damages: readonly [string, (name: string) => void][] = [
    ['of other bytes', (name) => writeFileSync(name, 'not a database '.repeat(100))],
    ['of zeros', (name) => writeFileSync(name, Buffer.alloc(8192))],
    ['without a byte', (name) => truncateSync(name, 0)],
    ['cut in its header', (name) => truncateSync(name, 50)],
    ['cut in the middle', (name) => truncateSync(name, 20_480)],
    ['with a page overwritten', (name) => overwrite(name, 4096, 'x'.repeat(4096))],
    ['with its schema overwritten', (name) => overwrite(name, 100, 'x'.repeat(3000))],
    [
      'replaced by a folder',
      (name) => {
        rmSync(name);
        mkdirSync(name);
      },
    ],
  ];

  test.each(damages)('%s is put aside with the date, and a new one begun', (_, damage) => {
    const first = opened();
    keep(first, 'Choir');
    closed(first);
    damage(file);

    const database = opened();
    keep(database, 'Chess');

    expect(database.replaced).toEqual({
      why: 'damaged',
      aside: `${file}.damaged-2026-11-23T09-00-00`,
      copyAtMs: null,
    });
    expect(readdirSync(folder)).toContain('record.db.damaged-2026-11-23T09-00-00');
    expect(kept(database)).toBe('Chess');
  });

  test('is put aside every time, and none is overwritten', () => {
    for (let time = 0; time < 3; time += 1) {
      writeFileSync(file, `damage ${time}`);
      closed(opened());
    }

    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(3);
  });

  test('that was closed in order is found when it is used, and put aside by the next opening', () => {
    const first = opened();
    keep(first, 'Choir');
    closed(first);
    // Not read through again, so that the damage below is not read from memory.
    const second = opened();
    const root = "SELECT rootpage FROM sqlite_schema WHERE name = 'drafts'";
    const page = second.read((sql) => sql.get(z.object({ rootpage: z.number() }), root))?.rootpage ?? 0;
    overwrite(file, (page - 1) * 4096, 'x'.repeat(4096));
    expect(() => kept(second)).toThrow();
    closed(second);

    expect(opened().replaced?.why).toBe('damaged');
  });

  test('any flipped stretch of bytes opens all the same', () => {
    const sound = path.join(folder, 'sound.db');
    const first = opened(sound);
    keep(first, 'Choir'.repeat(15));
    closed(first);

    for (let at = 0; at < 60; at += 1) {
      const name = path.join(folder, `flipped-${at}.db`);
      cpSync(sound, name);
      overwrite(name, at * 1021, '\u0007'.repeat(97));
      const database = opened(name);
      keep(database, 'Chess');
      expect(kept(database)).toBe('Chess');
      closed(database);
    }
  });
});

function overwrite(name: string, at: number, text: string): void {
  const descriptor = openSync(name, 'r+');
  writeSync(descriptor, text, at);
  closeSync(descriptor);
}

test('a link to a record that is away is neither replaced nor begun anew', () => {
  symlinkSync('no-such-folder/groups.db', file);

  expect(() => opened()).toThrow();
  expect(readlinkSync(file)).toBe('no-such-folder/groups.db');
});
