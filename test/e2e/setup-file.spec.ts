import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { withApps } from '../support/apps.ts';
import { accountCard, openSection, setUpAccount } from '../support/clerk.ts';
import { runApp } from '../support/launch-app.ts';
import { answerDialog, keychainEnv } from '../support/native.ts';
import { dropFile } from '../support/people-files.ts';
import {
  samplePassphrase,
  sealedSample,
  setupDialog,
  setupPreview,
  typePassphrase,
  useSetup,
  writeSample,
} from '../support/setup-samples.ts';
import { expect, test } from './fixture.ts';

// After each of these tests the key of the account is looked for in the window, what main said to it, and every file.

test('the file that was given sets the first account up, with its lists, and it stays', async ({
  launch,
  restart,
  practice,
  userData,
}) => {
  const { app, page } = await launch();
  const file = writeSample(userData, await sealedSample(practice));
  await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] });

  await page.getByRole('button', { name: /Open the file you were given/ }).click();
  await expect(setupDialog(page)).toContainText('“for-anna.creategroup” is locked');
  await expect(setupDialog(page).getByLabel('Passphrase', { exact: true })).toBeFocused();
  await typePassphrase(page, samplePassphrase);

  const preview = setupPreview(page);
  await expect(preview).toContainText('Anna, front desk');
  await expect(preview).toContainText('School 5');
  await expect(preview).toContainText('new');
  await expect(preview).toContainText('Branch heads: 1 person');
  await expect(preview).toContainText('Drivers: 2 people');
  expect(practice.calls).toEqual([]);
  await preview.getByRole('button', { name: 'Set up' }).click();

  await expect(page.getByRole('heading', { name: 'New group' })).toBeVisible();
  await expect(page.getByText('Set up: 1 account')).toBeVisible();
  await expect(accountCard(page)).toContainText('Ready');
  const again = await restart();
  await expect(accountCard(again.page)).toContainText('Ready');
  await openSection(again.page, 'People');
  await again.page.getByRole('searchbox').fill('Lucía');
  await expect(again.page.getByText('+34 612 34 56 78')).toBeVisible();
});

test('a wrong passphrase stays to be mended, and may be looked at', async ({ launch, practice, userData }) => {
  const file = writeSample(userData, await sealedSample(practice));
  const { page } = await launch([file]);
  const field = setupDialog(page).getByLabel('Passphrase', { exact: true });

  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription('This is still empty.');
  await typePassphrase(page, 'correct horse battery stable');

  await expect(field).toHaveAccessibleDescription(
    'It does not open the file. Look at capital letters and the language of the keyboard.',
  );
  await expect(setupDialog(page)).toContainText('Code for the administrator: setup-wrong-passphrase');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('correct horse battery stable');
  await setupDialog(page).getByRole('button', { name: 'Show the passphrase' }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await field.pressSequentially('x');
  await expect(field).toHaveAccessibleDescription('');
  await useSetup(page);
  await expect(accountCard(page)).toContainText('Ready');
});

const dayMs = 86_400_000;

test('each file that cannot be used says why, and nothing has changed', async ({ launch, practice, userData }) => {
  const whole = await sealedSample(practice);
  const [header = '', ...parts] = whole.split('.');
  const newer = JSON.parse(Buffer.from(header, 'base64url').toString());
  const newerHeader = Buffer.from(JSON.stringify({ ...newer, ver: 2 })).toString('base64url');
  const files = {
    'The file could not be opened': path.join(userData, 'gone.creategroup'),
    '“letter.creategroup” is not a set-up file': writeSample(userData, 'Dear Anna', 'letter.creategroup'),
    '“new.creategroup” was made by a newer CreateGroup': writeSample(
      userData,
      [newerHeader, ...parts].join('.'),
      'new.creategroup',
    ),
    '“cut.creategroup” was damaged': writeSample(userData, whole.slice(0, -60), 'cut.creategroup'),
    '“huge.creategroup” is larger than 5 MB': writeSample(userData, whole.padEnd(5_300_000), 'huge.creategroup'),
  };
  const { app, page } = await launch();
  await page.getByRole('button', { name: /Type in an account/ }).waitFor();

  for (const [says, file] of Object.entries(files)) {
    await app.evaluate(({ app: main }, opened) => main.emit('open-file', { preventDefault() {} }, opened), file);
    await expect(setupDialog(page)).toContainText(says);
  }
  await setupDialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(setupDialog(page)).toBeHidden();
  const old = await sealedSample(practice, { madeAtMs: Date.now() - 2 * dayMs, expiresAtMs: Date.now() - dayMs });
  await dropFile(page.locator('main'), { name: 'old.creategroup', text: old });
  await typePassphrase(page, samplePassphrase);
  await expect(setupDialog(page)).toContainText('This file could be used until');
  await expect(setupDialog(page).getByRole('button', { name: 'Choose another file' })).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(setupDialog(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'How would you like to begin?' })).toBeVisible();
  expect(practice.calls).toEqual([]);
});

test('a file may be dropped anywhere, also where other files are taken, and renews an account', async ({
  launch,
  practice,
}) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  const renewed = { label: 'School five', ...practice, apiUrl: practice.apiUrl };
  const { idInstance, apiTokenInstance, apiUrl, label } = renewed;
  const content = await sealedSample(practice, { accounts: [{ label, idInstance, apiTokenInstance, apiUrl }] });

  for (const section of ['People', 'From a spreadsheet'] as const) {
    await openSection(page, section);
    await dropFile(page.locator('main'), { name: 'For-Anna.CreateGroup', text: content });
    await expect(setupDialog(page)).toContainText('“For-Anna.CreateGroup” is locked');
    await expect(page.locator('.over')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(setupDialog(page)).toBeHidden();
  }

  await openSection(page, 'New group');
  await dropFile(page.locator('.rail'), { name: 'for-anna.creategroup', text: content });
  await typePassphrase(page, samplePassphrase);
  await expect(setupPreview(page)).toContainText('renews “School 5”');
  await setupPreview(page).getByRole('button', { name: 'Set up' }).click();
  await expect(accountCard(page)).toContainText('School five');
  await openSection(page, 'Settings');
  await expect(page.getByRole('group', { name: /^Actions for/ })).toHaveCount(1);
});

test('a second start with a file opens it in the window of the first', async ({ launch, practice, userData }) => {
  const { app, page } = await launch();
  await page.getByRole('button', { name: /Type in an account/ }).waitFor();
  const file = writeSample(userData, await sealedSample(practice));

  const { code } = await runApp({ userData, args: [file] });

  expect(code).toBe(0);
  await expect(setupDialog(page)).toContainText('“for-anna.creategroup” is locked');
  await page.close();
  await expect.poll(() => app.windows().length).toBe(0);
  const opened = app.waitForEvent('window');
  await runApp({ userData, args: [`file://${file}`] });
  await useSetup(await opened);
  await expect(accountCard(await opened)).toContainText('Ready');
});

test('where the password store is closed, nothing is kept until the person decides', async ({
  launch,
  practice,
  userData,
}) => {
  const file = writeSample(userData, await sealedSample(practice));
  const { page } = await launch([file], keychainEnv({ backend: 'none' }));
  await typePassphrase(page, samplePassphrase);
  await setupPreview(page).getByRole('button', { name: 'Set up' }).click();
  await expect(setupPreview(page)).toContainText('The computer’s password store is closed or missing.');
  expect(practice.calls).toEqual([]);

  await setupPreview(page).getByRole('button', { name: 'Keep until I quit' }).click();

  await expect(accountCard(page)).toContainText('Ready');
  await openSection(page, 'Settings');
  await expect(page.getByText('The key is kept until you quit.')).toBeVisible();
});

test('without a network the account is here, and is checked when the service answers', async ({
  launch,
  practice,
  userData,
}) => {
  const nowhere = await sealedSample({ ...practice, apiUrl: 'http://127.0.0.1:9' });
  const { page } = await launch([writeSample(userData, nowhere)]);
  await useSetup(page);
  await expect(accountCard(page)).toContainText('No connection');

  await dropFile(page.locator('main'), { name: 'x.creategroup', text: await sealedSample(practice) });
  await useSetup(page);
  await expect(accountCard(page)).toContainText('Ready');
});

test('a file made for a colleague opens on another computer, with its lists', async ({
  appFolder,
  launch,
  practice,
  userData,
}) => {
  const { app, page } = await launch([writeSample(userData, await sealedSample(practice))]);
  await useSetup(page);
  await expect(accountCard(page)).toContainText('Ready');
  const made = path.join(userData, 'made.creategroup');
  await answerDialog(app, 'showSaveDialog', { canceled: false, filePath: made });

  await openSection(page, 'Settings');
  await page.getByRole('button', { name: 'Make a file for a colleague' }).click();
  const dialog = page.getByRole('dialog', { name: 'A set-up file for a colleague' });
  await dialog.getByLabel('For', { exact: true }).fill('Oleg');
  await dialog.getByRole('checkbox', { name: 'Drivers: 2 people' }).check();
  await dialog.getByRole('button', { name: 'My own' }).click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('short');
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog.getByLabel('Passphrase', { exact: true })).toHaveAccessibleDescription(
    'This is shorter than 12 characters.',
  );
  await dialog.getByRole('button', { name: 'Make one for me' }).click();
  const passphrase = await dialog.getByLabel('Passphrase', { exact: true }).inputValue();
  expect(passphrase).toMatch(/^(\d{4} ){5}\d{4}$/);
  await dialog.getByRole('button', { name: 'Save…' }).click();

  const saved = page.getByRole('dialog', { name: 'The set-up file is saved' });
  await expect(saved.getByLabel('Passphrase', { exact: true })).toHaveValue(passphrase);
  await saved.getByRole('button', { name: 'Done' }).click();
  if (process.platform !== 'win32') expect(statSync(made).mode & 0o777).toBe(0o600);
  expect(readFileSync(made, 'utf8')).not.toContain(practice.idInstance);

  const elsewhere = withApps(
    appFolder,
    async (apps) => {
      const { page: theirs } = await apps.launch([made]);
      await typePassphrase(theirs, passphrase.replaceAll(' ', ''));
      await expect(setupPreview(theirs)).toContainText('Oleg');
      await expect(setupPreview(theirs)).toContainText('Drivers: 2 people');
      await expect(setupPreview(theirs)).not.toContainText('Branch heads');
      await setupPreview(theirs).getByRole('button', { name: 'Set up' }).click();
      await expect(accountCard(theirs)).toContainText('Ready');
    },
    practice.apiTokenInstance,
  );
  await elsewhere;
});
