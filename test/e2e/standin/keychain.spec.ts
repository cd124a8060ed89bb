import type { ElectronApplication } from '@playwright/test';
import { keychainEnv, setKeychain } from '../../support/native.ts';
import { expect, test } from './sample.ts';

const seal = (app: ElectronApplication, text: string) =>
  app.evaluate(async ({ safeStorage }, plain) => (await safeStorage.encryptStringAsync(plain)).toString('hex'), text);

const open = (app: ElectronApplication, sealed: string) =>
  app.evaluate(
    ({ safeStorage }, hex) => safeStorage.decryptStringAsync(Buffer.from(hex, 'hex')).catch(() => 'cannot be opened'),
    sealed,
  );

const state = (app: ElectronApplication) =>
  app.evaluate(async ({ safeStorage }) => [
    safeStorage.getSelectedStorageBackend(),
    await safeStorage.isAsyncEncryptionAvailable(),
  ]);

test('what is sealed does not show its text and opens after a restart', async ({ launch, restart }) => {
  const first = await launch();
  const sealed = await seal(first.app, 'geheim');
  expect(Buffer.from(sealed, 'hex').includes('geheim')).toBe(false);

  const second = await restart();

  expect(await open(second.app, sealed)).toEqual({ result: 'geheim', shouldReEncrypt: false });
  expect(await state(second.app)).toEqual(['gnome_libsecret', true]);
});

test('another backend, and a keychain that was begun anew, cannot open it', async ({ launch }) => {
  const { app } = await launch();
  const sealed = await seal(app, 'geheim');

  await setKeychain(app, { backend: 'kwallet6' });
  const elsewhere = await open(app, sealed);
  await setKeychain(app, { backend: 'gnome_libsecret', secret: 'anew' });

  expect(elsewhere).toBe('cannot be opened');
  expect(await open(app, sealed)).toBe('cannot be opened');
});

test('a key that was replaced still opens, and asks to seal anew', async ({ launch }) => {
  const { app } = await launch([], keychainEnv({ secret: 'old' }));
  const sealed = await seal(app, 'geheim');

  await setKeychain(app, { secret: 'new', oldSecret: 'old' });

  expect(await open(app, sealed)).toEqual({ result: 'geheim', shouldReEncrypt: true });
});

test('without a keychain there is no sealing, and plain text is called by its name', async ({ launch }) => {
  const { app } = await launch([], keychainEnv({ backend: 'none' }));
  expect(await state(app)).toEqual(['unknown', false]);
  await expect(seal(app, 'geheim')).rejects.toThrow('Encryption is not available');

  await setKeychain(app, { backend: 'basic_text' });

  expect(await state(app)).toEqual(['basic_text', true]);
});
