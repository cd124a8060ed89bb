import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { ok } from '../../../core/result.ts';
import { migrations } from '../../../main/storage/migrations.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { account, openPeople, personOf, phoneThatLists } from './people-world.ts';

/** A database as the first version of the app left it, with people of two kinds and a group. */
function writtenByVersion1(): string {
  const folder = tempFolder();
  const db = new DatabaseSync(path.join(folder, 'groups.db'));
  db.exec(`${migrations[0]}; PRAGMA user_version = 1`);
  const add = db.prepare('INSERT INTO contacts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  add.run('account-1', personOf(1), 'Anna', '+7 900 000-00-01', 'anna', 'phone', 0, null, 0);
  add.run('account-1', personOf(2), 'Boris', '+7 900 000-00-02', 'boris', 'typed', 0, 1_000, 2);
  add.run('account-1', personOf(3), 'Clare', '+7 900 000-00-03', 'clare', 'phone', 1, null, 0);
  add.run('account-2', personOf(1), 'Zoe', '+7 900 000-00-01', 'zoe', 'phone', 0, null, 0);
  db.prepare(
    `INSERT INTO jobs (id, account_id, sender, key, generation, name, folded, search, turn, asked_at_ms, state)
     VALUES ('job', 'account-1', '7', 'key', 0, 'Choir', 'choir', '', 1, 0, '{"at":"created","chatId":"1@g.us"}')`,
  ).run();
  db.prepare('INSERT INTO members (job_id, place, chat_id, name, phone) VALUES (?, ?, ?, ?, ?)').run(
    ...['job', 0, personOf(1), 'Anna', ''],
  );
  db.close();
  return folder;
}

test('what the first version kept of people is here, and becomes more', async () => {
  const world = openPeople({ folder: writtenByVersion1() });

  expect(await world.contacts()).toMatchObject([
    { name: 'Anna', source: 'phone', note: '', lists: [], whatsapp: { at: 'unchecked' }, groups: 1 },
    { name: 'Boris', source: 'typed', gone: false, groups: 0 },
    { name: 'Clare', source: 'phone', gone: true },
  ]);
  expect(await world.overview()).toMatchObject({ lists: [], syncedAtMs: null });
  await world.people.lists.create({ ...account, name: 'Choir', chatIds: [personOf(1)] });
  expect(await world.restart().lists()).toEqual({ Choir: 1 });
});

test('its contacts are not read again from the phone by themselves, and a sync knows whom the phone had', async () => {
  const world = openPeople({ folder: writtenByVersion1() });
  let reads = 0;
  const phone = phoneThatLists({ [personOf(3)]: 'Clare', [personOf(4)]: 'Dan', [personOf(5)]: 'Eve' });
  world.api = ok({
    ...phone,
    getContacts: () => {
      reads += 1;
      return phone.getContacts();
    },
  });

  await world.people.wake(account.accountId);
  const byItself = reads;
  const synced = await world.people.sync(account);

  expect(byItself).toBe(0);
  expect(synced).toMatchObject({ value: { added: 2, changed: 1, gone: 1 } });
  expect(await world.names()).toEqual(['Boris', 'Clare', 'Dan', 'Eve', 'Anna gone'].toSorted());
});
