import type { Page } from '@playwright/test';
import type {} from '../../preload/window.d.ts';
import { hurried, openSection, startPractice } from '../support/clerk.ts';
import { dropFile } from '../support/people-files.ts';
import { knownNumbers, personRows } from '../support/sheet-files.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel' });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('a messy spreadsheet is repaired, planned and made, each group once', async ({ launch }) => {
  test.setTimeout(120_000);
  const { page } = await launch([], hurried);
  await startPractice(page);
  await page.evaluate(() => window.api['practice.setTrouble']({ trouble: 'none', clock: 'fastest' }));
  await openMessySheet(page);

  await button(page, 'Check 3 groups').click();
  await expect(row(page, '5 B')).toContainText('to fix');
  await expect(row(page, '5 A')).toContainText('ready');
  await row(page, '5 B').getByRole('button', { name: 'Repair', exact: true }).click();
  await row(page, '5 B').getByRole('button', { name: 'Go without' }).click();
  await expect(row(page, '5 B')).toContainText('ready');
  await button(page, 'Go on with 3 groups').click();

  await expect(page.getByText('3 groups, 7 people')).toBeVisible();
  await button(page, 'Start 3 groups').click();
  await page
    .getByRole('dialog', { name: 'Start 3 groups?' })
    .getByRole('button', { name: 'Start', exact: true })
    .click();

  await expect(page.getByText('Done: 3 of 3 created')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('main').getByText('3 of 3', { exact: true })).toBeVisible();
  await expect(row(page, '5 B')).toContainText('2 in, 1 not yet');
  await expect(page.getByText('1 person is not in yet, in 1 group.')).toBeVisible();
  await openSection(page, 'Groups');
  for (const name of ['5 A', '5 B', '5 C'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(1);
});

test('a draft waits where it was left, and is gone when it is removed', async ({ launch }) => {
  const { page } = await launch([], hurried);
  await startPractice(page);
  await openMessySheet(page);
  await button(page, 'Check 3 groups').click();
  await row(page, '5 C').getByRole('button', { name: 'More for 5 C' }).click();
  await page.getByRole('menuitem', { name: 'Leave out' }).click();
  await expect(row(page, '5 C')).toContainText('left out');

  await page.keyboard.press('Control+o');
  await button(page, 'Year 5.csv').click();
  await expect(row(page, '5 C')).toContainText('left out');

  await openSection(page, 'From a spreadsheet');
  await button(page, 'Remove: Year 5.csv').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(button(page, 'Year 5.csv')).toBeHidden();
});

test('a run pauses, goes on, skips a row and ends for good by a word', async ({ launch }) => {
  const { page } = await launch([], hurried);
  await startPractice(page);
  await openMessySheet(page);
  await button(page, 'Check 3 groups').click();
  await button(page, 'Go on with 2 groups').click();
  await page.getByLabel('on a day and at an hour I choose').check();
  await expect(page.getByLabel('Day and hour')).toBeVisible();
  await button(page, 'Start 2 groups').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();

  await button(page, 'Pause').click();
  await expect(page.getByText('Paused. Nothing is sent until you go on.')).toBeVisible();
  await row(page, '5 C').getByRole('button', { name: 'Skip' }).click();
  await expect(row(page, '5 C')).toContainText('skipped');
  await expect(page.getByRole('main').getByText('0 of 1', { exact: true })).toBeVisible();
  await button(page, 'Go on').click();
  await expect(button(page, 'Pause')).toBeVisible();

  await page.locator('.head').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Stop for good…' }).click();
  await page.getByRole('dialog', { name: 'Stop for good?' }).getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText(/^Stopped: 0 of/)).toBeVisible();
});

/** Three groups with a row for each person: one number begins with 8, one is too short. */
async function openMessySheet(page: Page): Promise<void> {
  const [first = '', second = '', third = '', ...more] = await knownNumbers(page, 6);
  await openSection(page, 'From a spreadsheet');
  await dropFile(
    page.locator('.drop-zone'),
    personRows([
      ['5 A', 'Anna', first],
      ['5 A', 'Boris', second],
      ['5 B', 'Olga', third],
      ['5 B', 'Ivan', '8 900 000-01-77'],
      ['5 B', 'Pavel', '905 718'],
      ['5 B', 'Vera', more[0] ?? ''],
      ['5 C', 'Nina', more[1] ?? ''],
      ['5 C', 'Oleg', more[2] ?? ''],
    ]),
  );
  await expect(button(page, 'Check 3 groups')).toBeVisible();
}
