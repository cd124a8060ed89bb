import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Practice } from '../../main/practice/practice.ts';
import { writeXlsx } from '../../main/spreadsheet/write-xlsx.ts';
import type { Started } from './apps.ts';
import { firstNumbers, openSection } from './clerk.ts';
import { answerDialog } from './native.ts';

/** Writes a spreadsheet into a folder of its own, a row for each group, with two people in it and, if asked for, a picture. */
export async function writeGroups(
  folder: string,
  practice: Practice,
  names: readonly string[],
  pictures: readonly string[] = [],
): Promise<string> {
  const [first = '', ...others] = firstNumbers(practice, names.length + 1);
  const rows = names.map((name, place) => [name, `${first}\n${others[place]}`, pictures[place] ?? '']);
  const file = path.join(folder, 'sheets', 'Classes.xlsx');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, await writeXlsx('Groups', [['Group', 'People', 'Picture'], ...rows]));
  return file;
}

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** From the file to its checked rows. */
export async function checkFile({ app, page }: Started, file: string, groups: number): Promise<void> {
  await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] });
  await openSection(page, 'From a spreadsheet');
  await click(page, 'Choose a file');
  await click(page, `Check ${groups} groups`);
}

/** From checked rows to the start, with a plan for every hour of the week. */
export async function startChecked(page: Page, groups: number, { isAwake = false } = {}): Promise<void> {
  await click(page, `Go on with ${groups} groups`);
  await planRoundTheClock(page);
  if (isAwake) await page.getByLabel('Keep the computer awake').check();
  await click(page, `Start ${groups} groups`);
  await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
}

/** From the file to the start, with a plan for every hour of the week. */
export async function startRun(started: Started, file: string, groups: number): Promise<void> {
  await checkFile(started, file, groups);
  await startChecked(started.page, groups);
}

/** Tests are run on Sundays, too. */
async function planRoundTheClock(page: Page): Promise<void> {
  for (const label of ['From', 'To']) {
    await page.getByLabel(label, { exact: true }).fill('00:00');
    await page.keyboard.press('Enter');
  }
  const days = page.getByRole('group', { name: 'Days' });
  for (const day of ['Sat', 'Sun']) {
    await days.getByRole('button', { name: day }).click();
    await expect(days.getByRole('button', { name: day })).toHaveAttribute('aria-pressed', 'true');
  }
}

/** Goes to a run by the list of spreadsheets. */
export async function openRun(page: Page, file: string): Promise<void> {
  await openSection(page, 'From a spreadsheet');
  await page.getByRole('button', { name: path.basename(file), exact: true }).click();
  await expect(page.getByRole('heading', { name: path.basename(file) })).toBeVisible();
}
