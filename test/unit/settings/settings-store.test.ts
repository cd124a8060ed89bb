import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Policy } from '../../../core/policy.ts';
import { openSettingsStore } from '../../../main/settings/settings-store.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { accountOf, plainFile } from './samples.ts';

const now = () => Date.UTC(2026, 10, 23, 9);

function storeIn(folder: string) {
  const file = plainFile(folder);
  return { file, ...openSettingsStore({ file, now }) };
}

/** A folder where two accounts were saved, one after the other. */
function usedFolder(): string {
  const folder = tempFolder();
  const store = storeIn(folder);
  store.saveAccounts([accountOf(1)]);
  store.saveAccounts([accountOf(1), accountOf(2)]);
  return folder;
}

test('the first start begins with defaults and says so', () => {
  const store = storeIn(tempFolder());

  expect(store.opening).toEqual({ at: 'new' });
  expect(store.kept()).toMatchObject({ settings: { language: 'system', paceMinutes: 5 }, accounts: [] });
});

test('accounts and settings are there at the next start', () => {
  const folder = usedFolder();
  const store = storeIn(folder);
  store.saveSettings({ ...store.kept().settings, language: 'ru' });

  const again = storeIn(folder);

  expect(again.opening).toEqual({ at: 'good' });
  expect(again.kept()).toEqual({ ...store.kept(), accounts: [accountOf(1), accountOf(2)] });
});

test('a damaged file is set aside and the newest backup has every account', () => {
  const folder = usedFolder();
  writeFileSync(path.join(folder, 'config.json'), '{"accounts":[');

  const store = storeIn(folder);

  expect(store.kept().accounts).toEqual([accountOf(1), accountOf(2)]);
  expect(store.opening).toEqual({
    at: 'restored',
    from: path.join(folder, 'config.json.bak-1'),
    setAside: [path.join(folder, 'config.json.damaged-2026-11-23T09-00-00')],
  });
  expect(readFileSync(path.join(folder, 'config.json.damaged-2026-11-23T09-00-00'), 'utf8')).toBe('{"accounts":[');
  expect(storeIn(folder).opening).toEqual({ at: 'good' });
});

test('one digit that fell over in a readable file is noticed', () => {
  const folder = usedFolder();
  const file = path.join(folder, 'config.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"7103000001"', '"7103000009"'));

  expect(storeIn(folder)).toMatchObject({ opening: { at: 'restored' } });
});

test('a file that has vanished is restored', () => {
  const folder = usedFolder();
  rmSync(path.join(folder, 'config.json'));

  const store = storeIn(folder);

  expect(store.opening).toMatchObject({ at: 'restored', setAside: [] });
  expect(store.kept().accounts).toHaveLength(2);
});

test('a damaged backup is passed over for an older one', () => {
  const folder = usedFolder();
  writeFileSync(path.join(folder, 'config.json'), '');
  writeFileSync(path.join(folder, 'config.json.bak-1'), '[]');

  const store = storeIn(folder);

  expect(store.kept().accounts).toEqual([accountOf(1)]);
  expect(store.opening).toMatchObject({ at: 'restored', from: path.join(folder, 'config.json.bak-2') });
});

test('when nothing can be read, that is said and nothing is deleted', () => {
  const folder = usedFolder();
  const names = readdirSync(folder);
  for (const name of names) writeFileSync(path.join(folder, name), `broken ${name}`);

  const store = storeIn(folder);

  expect(store.opening).toMatchObject({ at: 'lost' });
  const kept = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  expect(kept.sort()).toEqual(names.map((name) => `broken ${name}`).sort());
});

test('a folder in the place of the file does not stop the start', () => {
  const folder = tempFolder();
  mkdirSync(path.join(folder, 'config.json'));

  expect(storeIn(folder).opening).toMatchObject({ at: 'lost', setAside: [expect.stringContaining('damaged')] });
});

test('a removed account is in no backup any more', () => {
  const folder = usedFolder();

  storeIn(folder).saveAccounts([accountOf(2)]);

  const texts = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  expect(texts).toHaveLength(2);
  expect(texts.join()).not.toContain(accountOf(1).token?.sealed);
});

test('three backups are kept, the newest as the file is', () => {
  const folder = tempFolder();
  const store = storeIn(folder);

  for (const label of ['a', 'b', 'c', 'd', 'e']) store.saveAccounts([accountOf(1, { label })]);

  const labels = ['config.json', 'config.json.bak-1', 'config.json.bak-2', 'config.json.bak-3'].map(
    (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')).accounts[0].label,
  );
  expect(labels).toEqual(['e', 'e', 'd', 'c']);
  expect(existsSync(path.join(folder, 'config.json.bak-4'))).toBe(false);
});

test('on a full disk accounts stay as they are, and a choice holds until quit', () => {
  const folder = usedFolder();
  const store = storeIn(folder);
  store.file.failWith = 'ENOSPC';

  const saved = store.saveAccounts([]);
  const chosen = store.saveSettings({ ...store.kept().settings, theme: 'dark' });

  expect([saved, chosen]).toEqual([
    { ok: false, failure: { code: 'disk-full' } },
    { ok: false, failure: { code: 'disk-full' } },
  ]);
  expect(store.kept()).toMatchObject({ settings: { theme: 'dark' }, accounts: [{ id: 'account-1' }, {}] });
});

test.each(['EACCES', 'EPERM', 'EROFS'])(
  'where nothing may be written (%s) it is the same, with its own sentence',
  (code) => {
    const folder = usedFolder();
    const store = storeIn(folder);
    store.file.failWith = code;

    const saved = store.saveAccounts([]);
    const chosen = store.saveSettings({ ...store.kept().settings, theme: 'dark' });

    expect([saved, chosen]).toEqual([
      { ok: false, failure: { code: 'not-writable' } },
      { ok: false, failure: { code: 'not-writable' } },
    ]);
    expect(store.kept()).toMatchObject({ settings: { theme: 'dark' }, accounts: [{ id: 'account-1' }, {}] });
  },
);

test('a setting of another version takes its default and the rest stays', () => {
  const folder = tempFolder();
  const newer = { ...storeIn(folder).kept().settings, theme: 'sepia', paceMinutes: 7, sound: 'bell' };
  // A newer version writes what this one's type does not know.
  storeIn(folder).saveSettings(newer as never);

  expect(storeIn(folder).kept().settings).toMatchObject({ theme: 'system', paceMinutes: 7 });
  expect(storeIn(folder).opening).toEqual({ at: 'good' });
});

test('a backup that cannot be written back is used all the same', () => {
  const folder = usedFolder();
  rmSync(path.join(folder, 'config.json'));
  const file = plainFile(folder);
  file.failWith = 'EACCES';

  const store = openSettingsStore({ file, now });

  expect(store.opening).toMatchObject({ at: 'restored' });
  expect(store.kept().accounts).toHaveLength(2);
});

const policy: Policy = { version: 1, limits: { groupsPerDay: 10 } };

test('the policy of a set-up file is there at the next start, and in the backups', () => {
  const folder = usedFolder();
  expect(storeIn(folder).setPolicyFromSetup(policy)).toEqual({ ok: true, value: null });

  expect(storeIn(folder).kept()).toMatchObject({ policyFromSetup: policy, accounts: [{}, {}] });

  writeFileSync(path.join(folder, 'config.json'), '{');
  expect(storeIn(folder).kept().policyFromSetup).toEqual(policy);
});

test('a policy that could not be written does not hold', () => {
  const store = storeIn(usedFolder());
  store.file.failWith = 'ENOSPC';

  expect(store.setPolicyFromSetup(policy)).toEqual({ ok: false, failure: { code: 'disk-full' } });
  expect(store.kept().policyFromSetup).toBeNull();
});

test('a file of the version that knew no policy opens as it was', () => {
  const folder = tempFolder();
  const settings = { language: 'ru', theme: 'system' };
  const sum = createHash('sha256')
    .update(JSON.stringify({ settings, accounts: [accountOf(1)] }))
    .digest('hex');
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify({ settings, accounts: [accountOf(1)], sum }));

  const store = storeIn(folder);

  expect(store.opening).toEqual({ at: 'good' });
  expect(store.kept()).toMatchObject({ settings: { language: 'ru' }, accounts: [accountOf(1)], policyFromSetup: null });
});

test('a policy that this version does not understand decides nothing, and the accounts stay', () => {
  const folder = usedFolder();
  storeIn(folder).setPolicyFromSetup({ version: 1, limits: { groupsPerHour: 1 } } as never); // a newer version knows it

  expect(storeIn(folder).kept()).toMatchObject({ policyFromSetup: null, accounts: [{}, {}] });
});
