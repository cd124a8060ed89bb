import type { Page } from '@playwright/test';
import type { Practice } from '../../main/practice/practice.ts';
import { askForGroup, firstNumbers, hurried, openSection, seeReady, setUpAccount } from '../support/clerk.ts';
import { clickNotification, isKeptAwake, notifications } from '../support/native.ts';
import { checkFile, openRun, startChecked, startRun, writeGroups } from '../support/start-run.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

const soon = { timeout: 40_000 };

const made = ({ world }: Practice): readonly string[] =>
  world.effects.flatMap((effect) => (effect.what === 'group-created' ? effect.name : []));
const sent = ({ calls }: Practice): number => calls.filter(({ method }) => method === 'createGroup').length;

const row = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Groups of this spreadsheet' }).getByRole('listitem').filter({ hasText: name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a refused row is repaired and tried again after the others, by a click alone', async ({
  launch,
  practice,
  userData,
}) => {
  const file = await writeGroups(userData, practice, ['6 A', '6 B']);
  practice.faults.nth('createGroup', 'validation', 1);
  const started = await launch([], hurried);
  const { page } = started;
  await setUpAccount(page, practice);
  await startRun(started, file, 2);
  await expect(row(page, '6 A')).toContainText('The service did not accept the name or one of the people.', soon);
  await expect(page.getByText('Done: 1 of 2 created')).toBeVisible(soon);
  await expect(page.getByText('1 refused, 0 to check, 0 skipped.')).toBeVisible();
  expect([made(practice), sent(practice)]).toEqual([['6 B'], 2]);

  await row(page, '6 A').getByRole('button', { name: 'Repair', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the group' });
  await dialog.getByLabel('Name of the group').fill('6 A, parents');
  await dialog.getByRole('button', { name: 'Save and try again' }).click();

  await expect(page.getByText('Done: 2 of 2 created')).toBeVisible(soon);
  expect([made(practice), sent(practice)]).toEqual([['6 B', '6 A, parents'], 3]);
});

test('a group of this name that came in between is made another time only by a word', async ({
  launch,
  practice,
  userData,
}) => {
  const file = await writeGroups(userData, practice, ['7 A', '7 B', '7 C']);
  const started = await launch([], hurried);
  const { app, page } = started;
  await setUpAccount(page, practice);
  await checkFile(started, file, 3);
  await startChecked(page, 3, { isAwake: true });
  await expect.poll(() => isKeptAwake(app)).toBe(true);
  await button(page, 'Pause').click();
  await expect.poll(() => isKeptAwake(app)).toBe(false);
  await openSection(page, 'New group');
  await askForGroup(page, { name: '7 B', numbers: firstNumbers(practice, 3) });
  await seeReady(page, '7 B');
  await openRun(page, file);
  await button(page, 'Go on').click();

  await expect(row(page, '7 B')).toContainText('A group with this name, but with other people, was made', soon);
  await expect(row(page, '7 C')).toContainText('2 in', soon);
  expect(made(practice).filter((name) => name === '7 B')).toHaveLength(1);
  await row(page, '7 B').getByRole('button', { name: 'Make another' }).click();

  await expect(row(page, '7 B')).toContainText('2 in', soon);
  expect(made(practice).toSorted()).toEqual(['7 A', '7 B', '7 B', '7 C']);
});

test('a group that cannot be found is told in a notification, and made on a person’s word alone', async ({
  launch,
  practice,
  userData,
}) => {
  practice.world.phone.createGroup('An older group', [practice.world.people[0]?.chatId ?? '']);
  const file = await writeGroups(userData, practice, ['8 A', '8 B']);
  practice.faults.nth('createGroup', 'lost-before-effect', 1);
  const started = await launch([], hurried);
  const { app, page } = started;
  await setUpAccount(page, practice);
  await startRun(started, file, 2);
  await page.close();
  const told = async () => (await notifications(app)).map(({ title }) => title).at(-1);
  await expect.poll(told, { timeout: 60_000 }).toBe('Please check a group');
  expect([made(practice), sent(practice)]).toEqual([['8 B'], 2]);

  const opened = app.waitForEvent('window');
  await clickNotification(app);
  const again = await opened;
  await row(again, '8 A').getByRole('button', { name: 'It does not: create it' }).click();
  await again.getByRole('dialog').getByRole('button', { name: 'Create it' }).click();

  await expect(again.getByText('Done: 2 of 2 created')).toBeVisible(soon);
  expect([made(practice), sent(practice)]).toEqual([['8 B', '8 A'], 3]);
  const checks = (await notifications(app)).filter(({ title }) => title === 'Please check a group');
  expect(checks).toHaveLength(1);
});
