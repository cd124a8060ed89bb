import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { everybody } from '../../../core/people-query.ts';
import { type Accounts, createAccounts } from '../../../main/accounts/accounts.ts';
import { createPeople, type People } from '../../../main/contacts/people.ts';
import { createGreenApi } from '../../../main/green-api/client.ts';
import { createPacer } from '../../../main/green-api/pace.ts';
import { createLog, type LogBook } from '../../../main/log/log.ts';
import { createPractice, type Practice } from '../../../main/practice/practice.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { openSettingsStore } from '../../../main/settings/settings-store.ts';
import { openDatabase } from '../../../main/storage/database.ts';
import { createSqliteContacts } from '../../../main/storage/sqlite-contacts.ts';
import { systemClock } from '../../../main/system-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { toyCipher } from '../../unit/accounts/samples.ts';
import { plainFile } from '../../unit/settings/samples.ts';
import { openPeopleHere } from '../contacts/people-world.ts';

// The real parts together: accounts, people, client, log and database, with the practice service as GREEN-API.
let folder: string;
let practice: Practice;
let accounts: Accounts;
let people: People;
let log: LogBook;

beforeEach(async () => {
  folder = tempFolder();
  practice = await createPractice({ seed: 1, clock: systemClock });
  const database = openDatabase(path.join(folder, 'creategroup.db'));
  onTestFinished(async () => {
    database.close();
    await practice.close();
  });
  log = createLog({ folder: path.join(folder, 'logs') });
  const store = openSettingsStore({ file: plainFile(folder), now: Date.now });
  const pacer = createPacer({ clock: systemClock });
  accounts = createAccounts({
    ...{ store, settings: createSettings(store), cipher: toyCipher(), clock: systemClock, log, locale: 'ru' },
    createClient: (credentials) => createGreenApi(credentials, { pacer, clock: systemClock }),
    openJobs: async () => ({ open: 0, queued: 0 }),
    cancelQueued: async () => {},
    forget: (accountId) => people.forget(accountId),
    urlRules: () => ({ allowLoopback: true, allowedHosts: [] }),
    recheckAfterMs: () => 30_000,
    onSecret: log.hide,
    newId: randomUUID,
  });
  people = createPeople({
    ...{ store: createSqliteContacts(database), accounts, emit: () => {}, clock: systemClock, log, locale: 'ru' },
    ...{ obstacle: () => null, openFile: openPeopleHere, gapMs: 1_000, newId: randomUUID },
  });
  await accounts.start();
});

async function addPractice(apiTokenInstance = practice.apiTokenInstance) {
  const { apiUrl, idInstance } = practice;
  const added = await accounts.add({ label: 'Office', apiUrl, idInstance, apiTokenInstance, keep: 'saved' });
  if (!added.ok) throw new Error(added.failure.code);
  return { accountId: added.value.id };
}

test('an account that is linked is checked and its people are found', async () => {
  const account = await addPractice();

  const checked = await accounts.check(account);
  const synced = await people.sync(account);
  const found = await people.search({
    ...{ ...account, text: 'самовар', filter: everybody, order: 'best' },
    ...{ offset: 0, limit: 5 },
  });

  expect(checked).toMatchObject({
    ok: true,
    value: { phoneShown: '+7 900 000-00-00', state: { at: 'checked', state: 'authorized' } },
  });
  expect(synced).toMatchObject({ ok: true, value: { changed: 0, gone: 0 } });
  expect(found).toMatchObject({ ok: true, value: { people: expect.arrayContaining([expect.anything()]) } });
});

test('a token that the service does not know is told apart from a phone that is not linked', async () => {
  const account = await addPractice('0'.repeat(50));
  const wrong = await accounts.check(account);
  practice.world.instance.set('notAuthorized');
  await accounts.change({ ...account, apiTokenInstance: practice.apiTokenInstance });
  const unlinked = await accounts.check(account);
  const qr = await accounts.readQr(account);

  expect(wrong).toMatchObject({ value: { state: { at: 'failed', failure: { code: 'wrong-account' } } } });
  expect(unlinked).toMatchObject({ value: { state: { at: 'checked', state: 'notAuthorized' } } });
  expect(qr).toMatchObject({ ok: true, value: { at: 'qr' } });
});

test('without a network the account stays and says so', async () => {
  const account = await addPractice();
  await accounts.check(account);
  await practice.goOffline();

  const answer = await accounts.check(account);

  expect(answer).toMatchObject({ ok: true, value: { state: { at: 'failed', failure: { code: 'offline' } } } });
  expect(accounts.senderOf(account.accountId)).toBe('79000000000');
});

test('the token is in no file of all this', async () => {
  const account = await addPractice();
  await accounts.check(account);
  practice.world.instance.set('notAuthorized');
  await accounts.check(account);
  await accounts.readQr(account);
  await people.sync(account);
  log.error('test', new Error(`/waInstance${practice.idInstance}/getContacts/${practice.apiTokenInstance}`));

  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    expect(readFileSync(path.join(parentPath, name), 'latin1'), name).not.toContain(practice.apiTokenInstance);
  }
  expect(files.map(({ name }) => name)).toContain('config.json');
});
