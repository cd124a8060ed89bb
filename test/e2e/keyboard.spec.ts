import type { Page } from '@playwright/test';
import { hurried } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

/** Goes on with Tab until the element with this role and name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: 'button' | 'textbox' | 'combobox', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      // Where one is must be seen: the ring is an outline, or a border of the frame around.
      expect(await wanted.evaluate((element) => element.matches(':focus-visible')), String(name)).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches the ${role} ${name}`);
}

test('from the first launch to a copied link with the keyboard alone', async ({ launch }) => {
  const { app, page } = await launch([], hurried);

  await tabTo(page, 'button', /Practise with pretend people/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', 'Name of the group');
  await page.keyboard.type('Without a mouse');
  await tabTo(page, 'combobox', 'People');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'People in the group' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  const sumUp = page.getByRole('dialog', { name: 'Create the group?' });
  await expect(sumUp).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sumUp).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(sumUp).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText('The group is ready', { exact: true })).toBeVisible({ timeout: 20_000 });
  const link = await page.getByLabel('Link for joining').inputValue();
  await tabTo(page, 'button', /^Copy$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(link);
});

test('shortcuts lead to New group, the search and the settings', async ({ launch }) => {
  const { page } = await launch([], hurried);
  await tabTo(page, 'button', /Practise with pretend people/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').first()).toBeVisible();

  await page.keyboard.press('Control+Comma');
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('heading', { name: 'New group' })).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('combobox', { name: 'People' })).toBeFocused();
});

test('the focus is never lost when the screen under it goes away', async ({ launch }) => {
  const { page } = await launch([], hurried);
  await tabTo(page, 'button', /Type in an account/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Type in an account' })).toBeVisible();

  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});
