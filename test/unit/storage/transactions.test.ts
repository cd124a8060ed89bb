import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase, type Sql } from '../../../main/storage/database.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const number = z.object({ value: z.number() });

function opened(file = path.join(tempFolder(), 'record.db')) {
  const database = openDatabase(file, { machine: 'here' });
  onTestFinished(() => {
    if (isOpen) database.close();
  });
  let isOpen = true;
  const close = () => {
    database.close();
    isOpen = false;
  };
  return { database, file, close };
}

/** One row a step, and what happens after so many of them. */
function* rows(sql: Sql, count: number, after?: () => void): Generator<undefined> {
  for (let n = 0; n < count; n += 1) {
    sql.run('INSERT INTO drafts VALUES (?, ?)', `scope-${n}`, '{}');
    yield;
  }
  after?.();
}

const countIn = (database: Database): number | undefined =>
  database.read((sql) => sql.get(number, 'SELECT count(*) AS value FROM drafts'))?.value;

test('others get their turn between the steps of a long write', async () => {
  const { database } = opened();
  let turns = 0;
  let isOver = false;

  const written = database
    .writeInSteps((sql) => rows(sql, 50))
    .finally(() => {
      isOver = true;
    });
  while (!isOver) {
    turns += 1;
    await setImmediate();
  }

  expect(await written).toEqual({ ok: true, value: null });
  expect(turns).toBeGreaterThanOrEqual(50);
});

test('of a long write that the app did not live to finish nothing is kept', async () => {
  const { database, file, close } = opened();
  const written = database.writeInSteps((sql) => rows(sql, 50));
  await setImmediate();
  close();

  expect(await written).toEqual({ ok: false, failure: { code: 'too-late' } });
  expect(countIn(opened(file).database)).toBe(0);
});

test('a write in the meantime comes after the whole of it, and fails alone', async () => {
  const { database } = opened();
  const long = database.writeInSteps((sql) => rows(sql, 50));

  const seen = database.write((sql) => sql.get(number, 'SELECT count(*) AS value FROM drafts')?.value);
  const broken = () =>
    database.write(() => {
      throw new Error('broken');
    });

  expect(seen).toEqual({ ok: true, value: 50 });
  expect(broken).toThrow('broken');
  expect([await long, countIn(database)]).toEqual([{ ok: true, value: null }, 50]);
});

test('one long write comes after the other', async () => {
  const { database } = opened();
  const seen: (number | undefined)[] = [];
  const first = database.writeInSteps((sql) => rows(sql, 20));
  const second = database.writeInSteps((sql) => {
    seen.push(countIn(database));
    return [sql.run('DELETE FROM drafts')];
  });

  expect([await first, await second, seen, countIn(database)]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
    [20],
    0,
  ]);
});

test('a long write that breaks changes nothing, whoever made it go on', async () => {
  const { database } = opened();
  const breaking = () =>
    database.writeInSteps((sql) =>
      rows(sql, 3, () => {
        throw new Error('broken');
      }),
    );

  await expect(breaking()).rejects.toThrow('broken');
  const made = breaking();
  const written = database.write((sql) => sql.run("INSERT INTO drafts VALUES ('other', '{}')"));

  await expect(made).rejects.toThrow('broken');
  expect([written.ok, countIn(database)]).toEqual([true, 1]);
});

test('a disk that fills up on the way changes nothing', async () => {
  const { database } = opened();
  database.read((sql) => sql.get(z.unknown(), 'PRAGMA max_page_count = 1'));

  const written = await database.writeInSteps((sql) => rows(sql, 50_000));

  expect(written).toEqual({ ok: false, failure: { code: 'disk-full' } });
  expect(countIn(database)).toBe(0);
});
