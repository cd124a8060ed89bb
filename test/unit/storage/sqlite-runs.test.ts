import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../main/storage/database.ts';
import { createSqliteJournal } from '../../../main/storage/sqlite-journal.ts';
import { createSqliteRuns } from '../../../main/storage/sqlite-runs.ts';
import { testRow, testRun } from '../../support/run-samples.ts';
import { runsContract } from '../../support/runs-contract.ts';
import { tempFolder } from '../../support/temp-folder.ts';

runsContract('the runs in SQLite', () => {
  const file = path.join(tempFolder(), 'record.db');
  const databases: ReturnType<typeof openDatabase>[] = [];
  return {
    open() {
      const database = openDatabase(file, { machine: 'here' });
      databases.push(database);
      return { runs: createSqliteRuns(database), journal: createSqliteJournal(database) };
    },
    close() {
      for (const database of databases) database.close();
    },
  };
});

test('in a copy of the record every run that goes on stands', async () => {
  const folder = tempFolder();
  const now = { wallMs: 1, runMs: 1, serverMs: 1, clockOk: true, day: null, dayEndsInMs: 1 };
  const enlist = { isDead: () => false, firstReadInMs: 1 };
  const original = openDatabase(path.join(folder, 'record.db'), { machine: 'here' });
  await createSqliteJournal(original).enlist({ ...enlist, now: { ...now, runner: 'one' } });
  const runs = createSqliteRuns(original);
  for (const id of ['running', 'stopped', 'draft', 'ended']) await runs.add(testRun(id), [testRow('Choir')]);
  for (const id of ['running', 'stopped', 'ended']) await runs.start(id, { sender: 'sender', atMs: 1 });
  await runs.change('stopped', { state: { at: 'stopped', failure: { code: 'number-changed' }, atMs: 1 } });
  await runs.change('ended', { state: { at: 'ended', atMs: 1, how: 'done' } });
  await original.backup(path.join(folder, 'copy.db'));
  original.close();

  const copy = openDatabase(path.join(folder, 'copy.db'), { machine: 'here' });
  onTestFinished(() => copy.close());
  await createSqliteJournal(copy).enlist({ ...enlist, now: { ...now, runner: 'two' } });

  const states = await Promise.all(
    ['running', 'stopped', 'draft', 'ended'].map(async (id) => (await createSqliteRuns(copy).run(id))?.state),
  );
  expect(states).toMatchObject([
    { at: 'paused', why: 'copied' },
    { at: 'paused', why: 'copied' },
    { at: 'draft' },
    { at: 'ended' },
  ]);
});
