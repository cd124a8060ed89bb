import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../../main/practice/random.ts';
import { createCopies } from '../../../main/storage/copies.ts';
import { openDatabase } from '../../../main/storage/database.ts';
import { createSqliteJournal } from '../../../main/storage/sqlite-journal.ts';
import { accountId } from '../../support/groups-engine.ts';
import { scene } from '../../support/scene.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const nowMs = Date.UTC(2026, 10, 25, 9);
const groups = 24;

/** What can happen to the bytes of a database; null: the file is gone. */
const damages: readonly ((bytes: Buffer, random: Random) => Buffer | null)[] = [
  (bytes, random) => bytes.subarray(0, random.int(bytes.length)),
  (bytes, random) => overwritten(bytes, random, 1),
  (bytes, random) => overwritten(bytes, random, 16),
  (bytes, random) => overwritten(bytes, random, 700),
  (bytes, random) => overwritten(bytes, random, 20_000),
  (bytes, random) => withPage(bytes, random, () => Buffer.alloc(page)),
  (bytes, random) => withPage(bytes, random, (other) => other),
  (bytes, random) => bytes.subarray(random.int(bytes.length)),
  (bytes, random) => {
    const at = random.int(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.int(5000))]);
  },
  (bytes) => Buffer.alloc(bytes.length),
  () => Buffer.alloc(0),
  (bytes) => Buffer.from(bytes.toString('base64')),
];
const page = 4096;

function overwritten(bytes: Buffer, random: Random, length: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = random.int(copy.length);
  for (let place = at; place < Math.min(at + length, copy.length); place += 1) copy[place] = random.int(256);
  return copy;
}

function withPage(bytes: Buffer, random: Random, make: (other: Buffer) => Buffer): Buffer {
  const pages = Math.floor(bytes.length / page);
  const copy = Buffer.from(bytes);
  const other = random.int(pages) * page;
  make(bytes.subarray(other, other + page)).copy(copy, random.int(pages) * page);
  return copy;
}

/** A record with groups, closed in order, and a copy of it that knows all of them but the last. */
async function writeRecord(folder: string): Promise<readonly string[]> {
  const file = path.join(folder, 'record.db');
  const { engine, create, clock } = await scene({ file, perDay: 1000, paceMs: 0 });
  const names = Array.from({ length: groups }, (_, index) => `Choir ${index}`);
  for (const name of names.slice(0, -1)) {
    await create(name);
    await clock.advance(1000);
  }
  await createCopies(file).keep(engine.database.backup, nowMs);
  await create(names.at(-1) ?? '');
  await clock.advance(1000);
  await engine.groups.stop();
  engine.database.close();
  return names;
}

/** Every group that the record shows, or what keeps it from showing them. */
async function namesIn(file: string) {
  const database = openDatabase(file, { machine: 'here', now: () => nowMs, copies: createCopies(file) });
  try {
    const found = await createSqliteJournal(database).find({ accountId, text: '', offset: 0, limit: 200 });
    return { replaced: database.replaced, names: found.rows.map(({ name }) => name), error: null };
  } catch (error) {
    return { replaced: database.replaced, names: [], error };
  } finally {
    database.close();
  }
}

test('200 corruptions: the record opens, has every group of the file or of its copy, and says which', async () => {
  const used = tempFolder();
  const all = (await writeRecord(used)).toSorted();
  const copied = all.filter((name) => name !== `Choir ${groups - 1}`);
  const tally = { whole: 0, copy: 0, anew: 0, atSecondStart: 0 };

  for (let round = 0; round < 200; round += 1) {
    const random = createRandom(round, 'record');
    const folder = tempFolder();
    cpSync(used, folder, { recursive: true });
    const file = path.join(folder, 'record.db');
    const bytes = damages[round % damages.length]?.(readFileSync(file), random) ?? null;
    if (bytes === null) rmSync(file);
    else writeFileSync(file, bytes);
    const withoutCopy = round % 20 === 0;
    if (withoutCopy) rmSync(path.join(folder, 'record-copies'), { recursive: true });

    let opened = await namesIn(file);
    // What a full reading does not see shows when it is used, and then the next start sees to it.
    if (opened.error !== null) {
      tally.atSecondStart += 1;
      opened = await namesIn(file);
    }

    expect(opened.error, `round ${round}`).toBeNull();
    const names = opened.names.toSorted();
    if (opened.replaced === null) {
      tally.whole += 1;
      expect(names.length, `round ${round}`).toBe(all.length);
    } else {
      expect(opened.replaced.aside !== null && existsSync(opened.replaced.aside), `round ${round}`).toBe(true);
      tally[opened.replaced.copyAtMs === null ? 'anew' : 'copy'] += 1;
      expect(names, `round ${round}`).toEqual(withoutCopy ? [] : copied);
    }
  }

  // The damage is real.
  expect(tally.copy).toBeGreaterThan(120);
  expect(tally.anew).toBeGreaterThan(5);
  console.log(tally);
}, 120_000);
