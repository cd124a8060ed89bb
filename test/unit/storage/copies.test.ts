import { existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { createCopies } from '../../../main/storage/copies.ts';
import { createCopying } from '../../../main/storage/copying.ts';
import { type Database, openDatabase } from '../../../main/storage/database.ts';
import { textRow } from '../../../main/storage/job-rows.ts';
import { migrations } from '../../../main/storage/migrations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const hour = 3_600_000;
const nowMs = Date.UTC(2026, 10, 23, 9);

let folder = '';
let file = '';

beforeEach(() => {
  folder = tempFolder();
  file = path.join(folder, 'record.db');
});

const open = () => openDatabase(file, { now: () => nowMs, copies: createCopies(file) });

function keep(database: Database, draft: string): void {
  database.write((sql) => sql.run("INSERT OR REPLACE INTO drafts (scope, draft) VALUES ('x', ?)", draft));
}

const kept = (database: Database): string | undefined =>
  database.read((sql) => sql.get(textRow, "SELECT draft AS value FROM drafts WHERE scope = 'x'"))?.value;

/** A record that held `first` when its copy was made, and `then` when it was closed. */
async function recordWithCopy(first: string, then: string, atMs = nowMs - hour): Promise<void> {
  const database = open();
  keep(database, first);
  await createCopies(file).keep(database.backup, atMs);
  keep(database, then);
  database.close();
}

test('a damaged record makes room for its copy, which is told with its time, and lies beside it', async () => {
  await recordWithCopy('Choir', 'Chess');
  truncateSync(file, 20_000);

  const database = open();

  expect(kept(database)).toBe('Choir');
  const aside = `${file}.damaged-2026-11-23T09-00-00`;
  expect(database.replaced).toEqual({ why: 'damaged', aside, copyAtMs: nowMs - hour });
  expect(statSync(aside).size).toBe(20_000);
  database.close();
  expect(open().replaced).toBeNull();
});

test('where the newest copy is damaged too, an older one is opened; where all are, the record begins anew', async () => {
  await recordWithCopy('Choir', 'Chess', nowMs - 48 * hour);
  await recordWithCopy('Drivers', 'Debate', nowMs - hour);
  const copies = path.join(folder, 'record-copies');
  writeFileSync(path.join(copies, readdirSync(copies).toSorted().at(-1) ?? ''), 'no database'.repeat(900));
  writeFileSync(file, 'no database'.repeat(900));

  const older = open();
  expect(kept(older)).toBe('Choir');
  expect(older.replaced?.copyAtMs).toBe(nowMs - 48 * hour);
  older.close();

  for (const name of readdirSync(copies)) writeFileSync(path.join(copies, name), 'no database'.repeat(900));
  writeFileSync(file, 'no database'.repeat(900));
  const anew = open();
  expect(kept(anew)).toBeUndefined();
  expect(anew.replaced).toMatchObject({ why: 'damaged', copyAtMs: null });
});

test('a copy that a person asked for takes the record’s place once, and the former record is kept', async () => {
  await recordWithCopy('Choir', 'Chess');
  const copies = createCopies(file);
  expect(copies.ask('record-2020-01-01T00-00-00Z.db')).toBe(false);
  expect(copies.ask(copies.list()[0]?.name ?? '')).toBe(true);

  const database = open();

  expect(kept(database)).toBe('Choir');
  const aside = `${file}.replaced-2026-11-23T09-00-00`;
  expect(database.replaced).toEqual({ why: 'asked', aside, copyAtMs: nowMs - hour });
  keep(database, 'Drivers');
  database.close();
  expect(kept(open())).toBe('Drivers');
  expect(kept(openDatabase(aside))).toBe('Chess');
});

test('a copy has its name only when it is whole, is for this user alone, and the five newest stay', async () => {
  const database = open();
  const copies = createCopies(file);
  const failing = copies.keep(() => Promise.reject(new Error('full')), nowMs);
  await expect(failing).rejects.toThrow('full');
  expect(copies.list()).toEqual([]);

  for (let day = 0; day < 7; day += 1) await copies.keep(database.backup, nowMs + day * 24 * hour);

  expect(copies.list().map(({ atMs }) => atMs)).toEqual([6, 5, 4, 3, 2].map((day) => nowMs + day * 24 * hour));
  const inside = path.join(folder, 'record-copies');
  expect(readdirSync(inside).filter((name) => name.endsWith('.new'))).toEqual([]);
  for (const name of readdirSync(inside)) expect(statSync(path.join(inside, name)).mode & 0o077).toBe(0);
});

test('before a newer version changes the record, a copy of it as it was is kept', () => {
  const old = new DatabaseSync(file);
  old.exec(`${migrations[0]}; PRAGMA user_version = 1`);
  old.exec("INSERT INTO drafts (scope, draft) VALUES ('x', 'Choir')");
  old.close();

  const database = open();

  expect(kept(database)).toBe('Choir');
  const [copy] = createCopies(file).list();
  const before = new DatabaseSync(path.join(folder, 'record-copies', copy?.name ?? ''), { readOnly: true });
  expect(before.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
  before.close();
});

test('a copy that cannot be kept before a change does not keep the app from starting', () => {
  writeFileSync(path.join(folder, 'record-copies'), 'a file where the folder should be');
  const old = new DatabaseSync(file);
  old.exec(`${migrations[0]}; PRAGMA user_version = 1`);
  old.close();
  expect(open().replaced).toBeNull();
});

test('one copy for each day on which the app runs, and what fails is tried again an hour later', async () => {
  const clock = createFakeClock(nowMs);
  const database = openDatabase(file, { now: clock.now });
  const copies = createCopies(file);
  const told: string[] = [];
  const log = { info: (event: string) => void told.push(event), warn: (event: string) => void told.push(event) };
  let isFull = false;
  const backup = (to: string) => (isFull ? Promise.reject(new Error('full')) : database.backup(to));
  const copying = createCopying({ copies, database: { backup }, clock, log, afterMs: 5 * 60_000 });

  copying.start();
  await clock.advance(4 * 60_000);
  expect(copies.list()).toHaveLength(0);
  // The copy is written by SQLite in threads of its own.
  const dayOn = async (ms: number, count: number) => {
    await clock.advance(ms);
    await expect.poll(() => copies.list().length).toBe(count);
    await expect.poll(() => clock.timers()).toBe(1);
  };
  await dayOn(2 * 60_000, 1);
  for (let hours = 0; hours < 18; hours += 1) await dayOn(hour, 1);
  isFull = true;
  for (let hours = 0; hours < 4; hours += 1) await dayOn(hour, 1);
  expect(told).toContain('copy-failed');
  isFull = false;
  await dayOn(hour, 2);
  copying.stop();
  expect(clock.timers()).toBe(0);
  database.close();
});

test('without copies the folder is not made', () => {
  open().close();
  expect(existsSync(path.join(folder, 'record-copies'))).toBe(false);
  mkdirSync(path.join(folder, 'record-copies'));
  expect(createCopies(file).list()).toEqual([]);
});
