import { expect, type Locator, type Page } from '@playwright/test';
import type { Practice } from '../../main/practice/practice.ts';

/** The app with waits of seconds instead of minutes: five minutes pass in five seconds. */
export const hurried = { CREATEGROUP_TIMINGS: 'fast' } as const;

/** What an administrator's letter says. */
type Credentials = Pick<Practice, 'apiUrl' | 'idInstance' | 'apiTokenInstance'>;
type AccountWords = { readonly label?: string; readonly key?: string };

/** Fills the account form in and saves, as one does from the administrator's letter. */
export async function typeAccount(page: Page, practice: Credentials, { label = 'School 5', key }: AccountWords = {}) {
  await page.getByLabel('Name', { exact: true }).fill(label);
  await page.getByLabel('Number of the account').fill(practice.idInstance);
  await page.getByLabel('Key', { exact: true }).fill(key ?? practice.apiTokenInstance);
  await page.getByLabel('Address of the service').fill(practice.apiUrl);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

/** From the first screen to a ready account. */
export async function setUpAccount(page: Page, practice: Credentials): Promise<void> {
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice);
  await expect(page.getByRole('heading', { name: 'New group' })).toBeVisible();
  await expect(accountCard(page)).toContainText('Ready');
}

/** From the first screen into practice. */
export async function startPractice(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Practise with pretend people/ }).click();
  await expect(page.getByRole('heading', { name: 'New group' })).toBeVisible();
}

/** The account and its state at the bottom of the rail. */
export const accountCard = (page: Page): Locator => page.locator('.rail .rail-card').last();

/** Goes to a section by the rail at the left. */
export async function openSection(
  page: Page,
  name: 'New group' | 'From a spreadsheet' | 'People' | 'Groups' | 'Settings',
): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** The numbers of the first people of the practice world, who can be added. */
export const firstNumbers = (practice: Practice, count: number): readonly string[] =>
  practice.world.people.slice(0, count).map(({ chatId }) => `+${chatId.split('@')[0]}`);

type Wish = { readonly name: string; readonly numbers: readonly string[] };

/** Fills the New group screen in. */
export async function typeGroup(page: Page, { name, numbers }: Wish): Promise<void> {
  await page.getByLabel('Name of the group').fill(name);
  await page.getByRole('button', { name: 'Paste numbers' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(numbers.join('\n'));
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('list', { name: 'People in the group' }).getByRole('listitem')).toHaveCount(
    numbers.length,
  );
}

/** Fills the New group screen in, unless it is, and creates the group: the sum-up is confirmed. */
export async function askForGroup(page: Page, wish: Wish, { isFilledIn = false } = {}): Promise<void> {
  if (!isFilledIn) await typeGroup(page, wish);
  await page
    .locator('.foot')
    .getByRole('button', { name: /Create the group|Queue/ })
    .click();
  const sumUp = page.getByRole('dialog', { name: /^(Create the group|Put the group in the queue)/ });
  await sumUp.getByRole('button', { name: /^(Create|Put in the queue)$/ }).click();
  await expect(sumUp).toBeHidden();
}

/** Waits until the Result screen says that the group is ready. */
export async function seeReady(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByText('The group is ready', { exact: true })).toBeVisible({ timeout: 20_000 });
}
