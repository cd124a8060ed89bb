import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { err, ok } from '../../../core/result.ts';
import { openSettingsStore } from '../../../main/settings/settings-store.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { accountOf, plainFile } from './samples.ts';

const now = () => Date.UTC(2026, 10, 27, 9);
const policy = { version: 1, updates: false } as const;

function storeIn(folder: string) {
  const file = plainFile(folder);
  return { file, ...openSettingsStore({ file, now }) };
}

function usedFolder(): string {
  const folder = tempFolder();
  const store = storeIn(folder);
  store.saveAccounts([accountOf(1)]);
  store.saveSettings({ ...store.kept().settings, language: 'ru' });
  return folder;
}

/** Every file of the folder with what is in it. */
const filesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));

type Store = ReturnType<typeof storeIn>;

const changeBoth = (store: Store) => {
  store.saveAccounts([accountOf(1, { label: 'Renamed' }), accountOf(2)]);
  store.setPolicyFromSetup(policy);
};

test('a change of several parts stays when all of them are made', async () => {
  const folder = usedFolder();
  const store = storeIn(folder);

  const done = await store.together(async () => {
    changeBoth(store);
    return ok('made');
  });

  expect(done).toEqual(ok('made'));
  const again = storeIn(folder).kept();
  expect(again).toMatchObject({ accounts: [{ label: 'Renamed' }, { label: 'Office 2' }], policyFromSetup: policy });
  expect(existsSync(path.join(folder, 'config.json.before'))).toBe(false);
});

for (const [how, end] of [
  ['fails', async () => err({ code: 'disk-full' } as const)],
  [
    'throws',
    async () => {
      throw new Error('broken');
    },
  ],
] as const) {
  test(`where a later part ${how}, everything is as it was, in memory and in every file`, async () => {
    const folder = usedFolder();
    const store = storeIn(folder);
    const [before, kept] = [filesIn(folder), store.kept()];

    await store
      .together(async () => {
        changeBoth(store);
        return end();
      })
      .catch(() => null);

    expect(filesIn(folder)).toEqual(before);
    expect(store.kept()).toEqual(kept);
  });
}

test('where the app dies in between, the next start finds everything as it was', async () => {
  const folder = usedFolder();
  const store = storeIn(folder);
  const before = filesIn(folder);
  const kept = store.kept();

  // Never settles, as in an app that is gone.
  void store.together(() => {
    changeBoth(store);
    return new Promise(() => {});
  });
  expect(storeIn(tempFolder()).kept()).not.toEqual(kept);
  const again = storeIn(folder);

  expect(again.opening).toEqual({ at: 'good' });
  expect(again.kept()).toEqual(kept);
  expect(filesIn(folder)).toEqual(before);
});

test('a first start that died in between is a first start again', async () => {
  const folder = tempFolder();
  const store = storeIn(folder);
  void store.together(() => {
    changeBoth(store);
    return new Promise(() => {});
  });
  expect(existsSync(path.join(folder, 'config.json'))).toBe(true);

  const again = storeIn(folder);

  expect(again.opening).toEqual({ at: 'new' });
  expect(again.kept().accounts).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('where there is no room to note how it was, nothing is begun', async () => {
  const folder = usedFolder();
  const store = storeIn(folder);
  mkdirSync(path.join(folder, 'config.json.before.new')); // stands in the way of the copy
  let isBegun = false;

  const done = store.together(async () => {
    isBegun = true;
    return ok(null);
  });

  await expect(done).rejects.toThrow();
  expect(isBegun).toBe(false);
  expect(storeIn(folder).kept()).toEqual(store.kept());
});

test('a choice that was made meanwhile outlives what is taken back', async () => {
  const folder = usedFolder();
  const store = storeIn(folder);

  await store.together(async () => {
    changeBoth(store);
    store.saveSettings({ ...store.kept().settings, theme: 'dark' });
    return err({ code: 'disk-full' } as const);
  });

  expect(store.kept()).toMatchObject({ accounts: [accountOf(1)], settings: { theme: 'dark' }, policyFromSetup: null });
});

test('a policy of a later version is forgotten, and the accounts are not', () => {
  const folder = usedFolder();
  const store = storeIn(folder);
  store.setPolicyFromSetup({ ...policy, ...{ later: true } });

  const again = storeIn(folder);

  expect(again.opening).toEqual({ at: 'good' });
  expect(again.kept()).toMatchObject({ accounts: [accountOf(1)], policyFromSetup: null });
});
