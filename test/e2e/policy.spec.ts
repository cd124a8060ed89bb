import { mkdirSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { SettingsChange } from '../../core/settings.ts';
import type {} from '../../preload/window.d.ts';
import { ageGroup } from '../support/age-group.ts';
import {
  askForGroup,
  firstNumbers,
  hurried,
  openSection,
  seeReady,
  setUpAccount,
  startPractice,
} from '../support/clerk.ts';
import { policyFolderOf } from '../support/launch-app.ts';
import { answerDialog } from '../support/native.ts';
import { writePolicy } from '../support/policy-file.ts';
import { writeGroups } from '../support/start-run.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel' });

const row = (page: Page, name: string) =>
  page.locator('.set-row').filter({ has: page.getByText(name, { exact: true }) });
const change = (page: Page, wanted: SettingsChange) =>
  page.evaluate((asked) => window.api['settings.change'](asked), wanted);

test('what the administrator set stands with a padlock, and main refuses to change it', async ({
  launch,
  practice,
  userData,
}) => {
  writePolicy(userData, { settings: { theme: 'dark', paceMinutes: 10 }, limits: { groupsPerDay: 10 } });
  const { app, page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await openSection(page, 'Settings');

  await expect(page.getByText('Two settings are set by your administrator and cannot be changed here.')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(row(page, 'Pace')).toContainText('Set by your administrator');
  await expect(row(page, 'Pace')).toContainText('one group every 10 minutes');
  await expect(row(page, 'Pace').getByRole('textbox')).toHaveCount(0);
  await expect(row(page, 'Theme').getByRole('button')).toHaveCount(0);
  expect(await change(page, { theme: 'light' })).toEqual({ ok: false, failure: { code: 'locked' } });

  await expect(row(page, 'In one day')).toContainText('Your administrator allows at most 10 groups a day');
  await row(page, 'In one day').getByRole('textbox').fill('40');
  await page.keyboard.press('Enter');
  await expect(row(page, 'In one day').getByRole('textbox')).toHaveValue('10');

  const file = await writeGroups(userData, practice, ['Choir', 'Chess']);
  await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] });
  await openSection(page, 'From a spreadsheet');
  for (const name of ['Choose a file', 'Check 2 groups', 'Go on with 2 groups'])
    await page.getByRole('button', { name, exact: true }).click();
  await expect(row(page, 'In one day')).toContainText('Your administrator allows at most 10 groups a day');
  await expect(row(page, 'In one day').getByRole('textbox')).toHaveValue('10');
  await expect(row(page, 'Pace').getByRole('textbox')).toHaveValue('10');
});

test('a policy that cannot be read is said on every screen, and in the settings for as long as it is so', async ({
  launch,
  userData,
}) => {
  const file = writePolicy(userData, { limits: { groupPerDay: 100 } });
  const { page } = await launch([], hurried);
  const note = page
    .getByRole('alert')
    .filter({ hasText: 'What your administrator set for this computer cannot be used' });

  await expect(note).toContainText('the name “limits.groupPerDay” is not known');
  await expect(note).toContainText('Code for the administrator: bad-policy');
  await startPractice(page);
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: 'Close' }).click();
  await expect(note).toBeHidden();
  await openSection(page, 'Settings');
  await expect(note).toBeVisible();

  rmSync(file);
  await expect(note).toBeHidden();
});

test('a policy that is written, changed and taken away while the app runs counts at once', async ({
  launch,
  userData,
}) => {
  mkdirSync(policyFolderOf(userData));
  const { page } = await launch([], hurried);
  await startPractice(page);
  await openSection(page, 'Settings');
  await expect(row(page, 'Language').getByRole('combobox')).toBeVisible();

  const file = writePolicy(userData, { settings: { language: 'ru' } });
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page.getByText('Одна настройка задана администратором, здесь её изменить нельзя.')).toBeVisible();
  await expect(row(page, 'Язык')).toContainText('Русский');

  writePolicy(userData, '{"version": 1, "settings": ');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('alert')).toContainText('the file is damaged or not finished');

  writePolicy(userData, { settings: { language: 'ru', theme: 'light' } });
  await expect(page.getByText('Две настройки заданы администратором')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);

  rmSync(file);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByText('set by your administrator')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('without accounts by hand and without practice there are no doors to them, and main refuses', async ({
  launch,
  practice,
  userData,
}) => {
  writePolicy(userData, { accountsByHand: false, practice: false });
  const { page } = await launch([], hurried);

  await expect(page.getByText('Accounts come from your administrator in a set-up file.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Type in an account|Practise with pretend people/ })).toHaveCount(0);
  const account = { label: 'School 5', idInstance: practice.idInstance, apiTokenInstance: 'a'.repeat(50) };
  const refused = await page.evaluate(
    async ([typed]) => [
      await window.api['accounts.add']({ ...typed, keep: 'saved' }),
      await window.api['accounts.change']({ accountId: 'a', label: 'b' }),
      await window.api['accounts.remove']({ accountId: 'a', cancelQueued: false }),
      await window.api['practice.start']({}),
      await window.api['practice.setTrouble']({ trouble: 'none', clock: 'fast' }),
    ],
    [{ ...account, apiUrl: practice.apiUrl }] as const,
  );
  expect(refused).toEqual(Array(5).fill({ ok: false, failure: { code: 'locked' } }));
});

test('an account that is there stays in use, and cannot be changed or removed by hand', async ({
  launch,
  practice,
  userData,
}) => {
  mkdirSync(policyFolderOf(userData));
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await openSection(page, 'Settings');
  const actions = page.getByRole('group', { name: 'Actions for School 5' });
  await expect(actions.getByRole('button')).toHaveText(['Check now', 'Change', 'Remove']);

  writePolicy(userData, { accountsByHand: false });

  await expect(actions.getByRole('button')).toHaveText(['Check now']);
  await expect(page.getByRole('button', { name: 'Add an account' })).toHaveCount(0);
  await expect(page.getByText('Accounts come from your administrator in a set-up file.')).toBeVisible();
});

test('practice ends when the administrator takes it away', async ({ launch, userData }) => {
  mkdirSync(policyFolderOf(userData));
  const { page } = await launch([], hurried);
  await startPractice(page);

  writePolicy(userData, { practice: false });

  await expect(page.getByRole('heading', { name: 'How would you like to begin?' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Practise with pretend people/ })).toHaveCount(0);
});

test('a shorter record says first what will go, then lets go of it, and of nothing else', async ({
  apps,
  launch,
  practice,
  userData,
}) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  for (const name of ['Choir of last year', 'Choir']) {
    if (name === 'Choir') await openSection(page, 'New group');
    await askForGroup(page, { name, numbers: firstNumbers(practice, 2) });
    await seeReady(page, name);
  }
  await apps.quit();
  ageGroup(userData, 'Choir of last year', 425 * 86_400_000);

  const again = (await launch([], hurried)).page;
  await openSection(again, 'Settings');
  const select = row(again, 'Keep records for').getByRole('combobox');
  const dialog = again.getByRole('dialog', { name: 'Keep records for a shorter time?' });
  await select.focus();
  await select.selectOption('5 years');
  await select.selectOption('2 years');
  await select.selectOption('1 year');
  await expect(dialog).toContainText('1 group that is older leaves the record on this computer');
  await again.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(select).toHaveValue('2-years');
  await expect(select).toBeFocused();

  await select.selectOption('1 year');
  await dialog.getByRole('button', { name: 'Remove from the record' }).click();
  await expect(select).toHaveValue('1-year');
  await expect
    .poll(() => again.evaluate(() => window.api['record.countOld']({ keepFor: '1-year' })), { timeout: 20_000 })
    .toEqual({ ok: true, value: { groups: 0, runs: 0 } });
  await openSection(again, 'Groups');
  await expect(again.getByText('Choir', { exact: true }).first()).toBeVisible();
  await expect(again.getByText('Choir of last year')).toHaveCount(0);
  expect(practice.world.groups.map(({ name }) => name)).toEqual(['Choir of last year', 'Choir']);
});
