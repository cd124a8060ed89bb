import type { Page } from '@playwright/test';
import {
  accountCard,
  askForGroup,
  firstNumbers,
  hurried,
  openSection,
  seeReady,
  setUpAccount,
  typeAccount,
} from '../support/clerk.ts';
import { keychainEnv, setKeychain } from '../support/native.ts';
import { expect, test } from './fixture.ts';

// That no part of the key is left on the disk is looked for after each of these tests, as after all.

const says =
  /^The computer’s password store is closed or missing. We can keep the account until you quit, but not save it./;

/** From the account that is shown as keyless to the form for its key. */
async function openKeyForm(page: Page): Promise<void> {
  await expect(accountCard(page)).toContainText('The key is missing');
  await openSection(page, 'Settings');
  await page.getByRole('button', { name: 'Type the key again' }).click();
  await expect(page.getByLabel('Key', { exact: true })).toHaveAccessibleDescription(
    'The key is not on this computer. Type it again.',
  );
}

for (const [name, backend] of [
  ['closed', 'none'],
  ['no more than a file in plain text', 'basic_text'],
] as const) {
  test(`where the password store is ${name}, the key is kept until quit and no longer`, async ({
    launch,
    restart,
    practice,
  }) => {
    const { page } = await launch([], { ...hurried, ...keychainEnv({ backend }) });
    await page.getByRole('button', { name: /Type in an account/ }).click();
    await typeAccount(page, practice);
    await expect(page.getByText(says)).toBeVisible();
    expect(practice.calls).toEqual([]);

    await page.getByRole('button', { name: 'Keep until I quit' }).click();
    await expect(accountCard(page)).toContainText('Ready');
    await askForGroup(page, { name: 'Of this session', numbers: firstNumbers(practice, 2) });
    await seeReady(page, 'Of this session');
    await openSection(page, 'Settings');
    await expect(page.getByText('The key is kept until you quit.')).toBeVisible();

    const again = await restart();
    await openKeyForm(again.page);
    await again.page.getByLabel('Key', { exact: true }).fill(practice.apiTokenInstance);
    await again.page.getByRole('button', { name: 'Save', exact: true }).click();
    await again.page.getByRole('button', { name: 'Keep until I quit' }).click();
    await expect(again.page.getByLabel('Key', { exact: true })).toHaveCount(0);
    await expect(accountCard(again.page)).toContainText('Ready');
  });
}

test('a password store that was opened meanwhile saves the key', async ({ launch, practice }) => {
  const { app, page } = await launch([], keychainEnv({ backend: 'none' }));
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice);
  await expect(page.getByText(says)).toBeVisible();

  await setKeychain(app, { backend: 'gnome_libsecret' });
  await page.getByRole('button', { name: 'Try to save again' }).click();
  await expect(accountCard(page)).toContainText('Ready');
  await openSection(page, 'Settings');
  await expect(page.getByText('The key is kept until you quit.')).toBeHidden();
});

test('a key that cannot be opened after a restart is asked for, and the account stays', async ({
  apps,
  launch,
  practice,
}) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'Made before', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'Made before');
  await apps.quit();

  const begunAnew = { ...hurried, ...keychainEnv({ secret: 'another one' }) };
  const { page: again } = await launch([], begunAnew);
  await openSection(again, 'Groups');
  await expect(again.getByRole('button', { name: 'Made before' })).toBeVisible();
  await openKeyForm(again);
  await expect(again.getByLabel('Number of the account')).toHaveValue(practice.idInstance);
  await expect(again.getByLabel('Address of the service')).toHaveValue(practice.apiUrl);
  await again.getByLabel('Key', { exact: true }).fill(practice.apiTokenInstance);
  await again.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(accountCard(again)).toContainText('Ready');
  await apps.quit();

  const { page: last } = await launch([], begunAnew);
  await expect(accountCard(last)).toContainText('Ready');
});
