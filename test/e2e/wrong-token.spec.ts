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
import { power } from '../support/native.ts';
import { expect, test } from './fixture.ts';

const anotherKey = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345';

/** Nothing of how the service speaks may reach a clerk. */
async function expectPlainWords(page: Page): Promise<void> {
  await expect(page.locator('body')).not.toContainText(
    /\b[45]\d\d\b|[{}<>]|http|token|instance\b|unauthori[sz]ed|forbidden/i,
  );
}

test('a key that is not accepted is said beside the key, and the right one works', async ({ launch, practice }) => {
  const { page } = await launch();
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice, { key: anotherKey });

  const key = page.getByLabel('Key', { exact: true });
  await expect(key).toHaveAccessibleDescription(
    'The service does not accept this account. Nothing has changed. Check its number and key, or ask your administrator.',
  );
  await expect(key).toBeFocused();

  await key.fill(practice.apiTokenInstance);
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(accountCard(page)).toContainText('Ready');
  await openSection(page, 'Settings');
  await expect(page.getByRole('group', { name: /^Actions for/ })).toHaveCount(1);
});

test('a key that is no longer accepted: no group is made, and typing it again leads on', async ({
  launch,
  practice,
}) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  practice.faults.always('every', '401');
  await askForGroup(page, { name: 'With a new key', numbers: firstNumbers(practice, 2) });
  await expect(page.getByText(/^The service does not accept this account. No group was made./)).toBeVisible();
  await expect(accountCard(page)).toContainText('Not accepted');
  await expectPlainWords(page);
  await accountCard(page).click();
  await expectPlainWords(page);

  await page.getByRole('button', { name: 'Type the key again' }).click();
  practice.faults.clear();
  await page.getByLabel('Key', { exact: true }).fill(practice.apiTokenInstance);
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(accountCard(page)).toContainText('Ready');
  await openSection(page, 'Groups');
  await page.getByRole('button', { name: 'With a new key' }).click();
  await expect(page.getByText('Everybody is in.')).toBeVisible({ timeout: 20_000 });
  expect(practice.world.groups).toHaveLength(1);
});

test('an account that lives at another address says so beside the address', async ({ launch, practice }) => {
  const { page } = await launch();
  practice.faults.always('every', '403');
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice);

  const address = page.getByLabel('Address of the service');
  await expect(address).toHaveAccessibleDescription(
    /^The service answers that this account lives elsewhere. Nothing has changed. Check its address, or ask your administrator./,
  );
  await expect(address).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(accountCard(page)).toContainText('Wrong address');
  await expectPlainWords(page);

  practice.faults.clear();
  await openSection(page, 'Settings');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(accountCard(page)).toContainText('Ready');
});

test('a number that WhatsApp has limited waits until then, and its group too', async ({ launch, practice }) => {
  const untilMs = Date.now() + 3_600_000;
  const time = new Date(untilMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  // Before midnight the hour is tomorrow's, which is said, too.
  const limited = `WhatsApp has limited this number until .*${time}`;
  practice.world.instance.set('suspended', untilMs);
  const { app, page } = await launch([], hurried);
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice);
  await expect(accountCard(page)).toContainText('Limited by WhatsApp');
  await expect(page.getByText(new RegExp(`${limited}. We pause until then.`))).toBeVisible();
  await expect(page.getByText('You can prepare the group now; it will wait in the queue.')).toBeVisible();
  await askForGroup(page, { name: 'After the limit', numbers: firstNumbers(practice, 2) });
  await expect(page.getByText(new RegExp(`${limited}. No group was made.`))).toBeVisible();
  expect(practice.calls.filter(({ method }) => method === 'createGroup')).toEqual([]);

  practice.world.instance.set('authorized');
  await power(app, 'resume');

  await expect(accountCard(page)).toContainText('Ready');
  await seeReady(page, 'After the limit');
});
