import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  accountCard,
  askForGroup,
  firstNumbers,
  hurried,
  openSection,
  seeReady,
  setUpAccount,
  startPractice,
  typeAccount,
} from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

const banner = (page: Page) => page.getByRole('region', { name: 'Practice' });

const foundPeople = (page: Page) => page.getByRole('listbox', { name: 'Found people' }).getByRole('option');

test('a newcomer practises: pretend people, a group, and nothing of it stays', async ({
  launch,
  practice,
  userData,
}) => {
  const { page } = await launch([], hurried);
  await startPractice(page);
  await expect(banner(page)).toContainText('The people are made up, and nothing is sent anywhere.');
  await expect(accountCard(page)).toContainText('Pretend people');

  await page.getByLabel('Name of the group').fill('Only pretended');
  for (const index of [0, 1, 2]) await foundPeople(page).nth(index).click();
  await askForGroup(page, { name: 'Only pretended', numbers: [] }, { isFilledIn: true });
  await seeReady(page, 'Only pretended');
  await openSection(page, 'Groups');
  await expect(page.getByRole('button', { name: 'Only pretended' })).toBeVisible();
  await expect(banner(page)).toBeVisible();

  await banner(page).getByRole('button', { name: 'Leave practice' }).click();
  await expect(page.getByRole('heading', { name: 'How would you like to begin?' })).toBeVisible();
  await setUpAccount(page, practice);

  await expect(banner(page)).toBeHidden();
  await expect(page.getByLabel('Name of the group')).toHaveValue('');
  await openSection(page, 'Groups');
  await expect(page.getByText('Your groups will be here')).toBeVisible();
  expect(practice.world.groups).toHaveLength(0);
  const real = readdirSync(userData).filter((name) => name.startsWith('groups.db'));
  expect(real).not.toEqual([]);
  for (const name of real) expect(readFileSync(path.join(userData, name)).includes('Only pretended')).toBe(false);
});

test('a group whose answer never came is found again in practice', async ({ launch }) => {
  const { page } = await launch();
  await startPractice(page);
  await page.getByLabel('The next group').selectOption('is made, but no answer comes');
  await expect(page.getByText('This happens in real life too.')).toBeVisible();
  await page.getByLabel('Name of the group').fill('No answer');
  for (const index of [0, 1]) await foundPeople(page).nth(index).click();
  await askForGroup(page, { name: 'No answer', numbers: [] }, { isFilledIn: true });

  await expect(page.getByText('We do not know yet whether the group was made')).toBeVisible();
  await seeReady(page, 'No answer');
  await expect(page.getByText('The answer did not come, but the group was found on the phone.')).toBeVisible();
});

test('an account added while practising is the one to go on with', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await startPractice(page);
  await page.getByLabel('Name of the group').fill('Typed in practice');
  await openSection(page, 'Settings');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await typeAccount(page, practice);
  await expect(page.getByText('The account is saved')).toBeVisible();
  await openSection(page, 'New group');
  await expect(banner(page)).toBeVisible();

  await banner(page).getByRole('button', { name: 'Leave practice' }).click();

  await expect(accountCard(page)).toContainText('School 5');
  await expect(accountCard(page)).toContainText('Ready');
  await expect(page.getByLabel('Name of the group')).toHaveValue('');
  await askForGroup(page, { name: 'Real', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'Real');
  expect(practice.world.groups.map(({ name }) => name)).toEqual(['Real']);
});

test('practice is over when the app was closed', async ({ launch, restart, practice }) => {
  const { page } = await launch([], hurried);
  await startPractice(page);

  const again = await restart();

  await expect(again.page.getByRole('heading', { name: 'How would you like to begin?' })).toBeVisible();
  expect(practice.calls).toEqual([]);
});
