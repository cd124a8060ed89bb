import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../main/storage/database.ts';
import { createSqliteJournal } from '../../../main/storage/sqlite-journal.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFakeGreenApi } from '../../support/fake-green-api.ts';
import { draft, openEngine } from '../../support/groups-engine.ts';
import { journalContract } from '../../support/journal-contract.ts';
import { tempFolder } from '../../support/temp-folder.ts';

journalContract('the journal in SQLite', () => {
  const file = path.join(tempFolder(), 'record.db');
  const databases: ReturnType<typeof openDatabase>[] = [];
  return {
    open() {
      const database = openDatabase(file, { machine: 'here' });
      databases.push(database);
      return createSqliteJournal(database);
    },
    close() {
      for (const database of databases) database.close();
    },
  };
});

test('a copy of the record holds everything queued until a person says go', async () => {
  const folder = tempFolder();
  const clock = createFakeClock();
  const api = createFakeGreenApi({ clock });
  const original = openEngine({ clock, api, file: path.join(folder, 'record.db') });
  await original.groups.start();
  await original.groups.create(draft('One'));
  const asked = await original.groups.create(draft('Two'));
  await clock.advance(1000);
  await original.database.backup(path.join(folder, 'copy.db'));
  original.crash();
  original.database.close();
  const jobId = asked.ok ? asked.value.id : '';

  const copy = openEngine({ clock, api, file: path.join(folder, 'copy.db') });
  await copy.groups.start();
  await clock.advance(3_600_000);
  const held = await copy.groups.show({ accountId: 'account-1', jobId });
  await copy.groups.requeue({ accountId: 'account-1', jobId });
  await clock.advance(60_000);

  expect(held).toMatchObject({ value: { state: { at: 'queued', held: true }, startsAtMs: null } });
  expect(await copy.groups.show({ accountId: 'account-1', jobId })).toMatchObject({
    value: { state: { at: 'created' } },
  });
  expect(api.callsOf('createGroup')).toHaveLength(2);
  copy.crash();
  copy.database.close();
});
