import type { Page } from '@playwright/test';
import type { Practice } from '../../main/practice/practice.ts';
import { askForGroup, firstNumbers, hurried, openSection, seeReady, setUpAccount } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

const chosen = (page: Page) => page.getByRole('complementary', { name: 'Chosen group' });

/** One group of three in the record, chosen. */
async function makeAndChoose(page: Page, practice: Practice, name: string): Promise<void> {
  await setUpAccount(page, practice);
  await askForGroup(page, { name, numbers: firstNumbers(practice, 3) });
  await seeReady(page, name);
  await openSection(page, 'Groups');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(chosen(page).getByRole('heading', { name })).toBeVisible();
  await expect(chosen(page)).toContainText('Everybody is in.');
}

test('the record is searched by name, person, number and date, without a connection too', async ({
  launch,
  practice,
}) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'Parents 5 B', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'Parents 5 B');
  await openSection(page, 'New group');
  await askForGroup(page, { name: 'Choir', numbers: firstNumbers(practice, 4).slice(2) });
  await seeReady(page, 'Choir');
  await practice.goOffline();
  await openSection(page, 'Groups');
  const search = page.getByRole('searchbox', { name: 'Search' });
  const rows = page.locator('.record').getByRole('listitem');
  await expect(rows).toHaveCount(2);

  const firstName = practice.world.people[0]?.name ?? 'nobody';
  const today = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  for (const [asked, names] of [
    ['choi', ['Choir']],
    [firstName, ['Parents 5 B']],
    ['000-01-02', ['Parents 5 B']],
    [today, ['Choir', 'Parents 5 B']],
  ] as const) {
    await search.fill(asked);
    await expect(rows, asked).toHaveCount(names.length);
    for (const [index, name] of names.entries()) await expect(rows.nth(index), asked).toContainText(name);
  }

  await search.fill('volleyball');
  await expect(page.getByText('No group has “volleyball” in its name, its people or its date.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all groups' }).click();
  await expect(rows).toHaveCount(2);
});

test('who is in is read again, and who left is missing', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await makeAndChoose(page, practice, 'Drivers');
  const [group] = practice.world.groups;
  practice.world.phone.leave(group?.chatId ?? '', practice.world.people[1]?.chatId ?? '');

  await chosen(page).getByRole('button', { name: 'Check again' }).click();

  await expect(chosen(page)).toContainText('1 not yet');
  const missing = chosen(page).getByRole('listitem').filter({ hasText: '+7 900 000-01-02' });
  await expect(missing).toContainText('Not seen in the group yet.');
  await expect(page.locator('.record').getByRole('listitem')).toContainText('2 in, 1 not yet');
});

test('a group is renamed for everybody', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await makeAndChoose(page, practice, 'Drivers');
  await chosen(page).getByRole('button', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename the group' });
  await dialog.getByLabel('New name').fill('');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog.getByLabel('New name')).toHaveAccessibleDescription('Give the group a name.');
  await dialog.getByLabel('New name').fill('Drivers, north');
  await dialog.getByRole('button', { name: 'Rename' }).click();

  await expect(chosen(page).getByRole('heading', { name: 'Drivers, north' })).toBeVisible();
  await expect(page.locator('.record').getByRole('button', { name: 'Drivers, north' })).toBeVisible();
  expect(practice.world.groups[0]?.name).toBe('Drivers, north');
});

test('somebody in the group is made an admin', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await makeAndChoose(page, practice, 'Drivers');
  await chosen(page).getByText('In the group: 3').click();
  const member = chosen(page).getByRole('listitem').filter({ hasText: '+7 900 000-01-02' });
  await member.getByRole('button', { name: /^Make admin:/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make admin' }).click();

  await expect(member.getByText('admin', { exact: true })).toBeVisible();
  const chatId = practice.world.people[1]?.chatId;
  expect(practice.world.groups[0]?.members.find((person) => person.chatId === chatId)?.isAdmin).toBe(true);
});

test('people are added to a group that exists', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await makeAndChoose(page, practice, 'Drivers');
  await chosen(page).getByRole('button', { name: 'Add people' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add people to the group' });
  const people = dialog.getByRole('combobox', { name: 'People' });
  await people.fill('000-01-04');
  await dialog.getByRole('option').first().click();
  await people.fill('+7 900 000-01-05');
  await people.press('Enter');
  await expect(dialog.getByRole('list', { name: 'People in the group' }).getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();

  await expect(chosen(page)).toContainText('In the group: 5');
  expect(practice.world.groups[0]?.members).toHaveLength(6);
});
