import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ElectronApplication, Page } from '@playwright/test';
import { askForGroup, firstNumbers, hurried, openSection, seeReady, setUpAccount } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

/** The app would open itself again where no test sees it. */
const stayClosed = (app: ElectronApplication): Promise<void> =>
  app.evaluate((electron) => {
    electron.app.relaunch = () => {};
  });

const ended = (app: ElectronApplication): Promise<unknown> => app.waitForEvent('close');

/** The record as it is, among its copies. */
function keepCopy(userData: string): void {
  const folder = path.join(userData, 'groups-copies');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  const now = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  copyFileSync(path.join(userData, 'groups.db'), path.join(folder, `record-${now}Z.db`));
}

async function expectGroups(page: Page, { there, missing }: { there: string; missing: string }): Promise<void> {
  await openSection(page, 'Groups');
  await expect(page.getByRole('button', { name: there }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: missing })).toHaveCount(0);
}

test('a copy of the record is kept some seconds after the start', async ({ launch, userData }) => {
  await launch([], hurried);
  const folder = path.join(userData, 'groups-copies');
  const copies = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : []);
  await expect.poll(() => copies().length, { timeout: 20_000 }).toBe(1);
});

test('a copy is put back when a person says so', async ({ apps, launch, practice, userData }) => {
  const first = await launch([], hurried);
  await setUpAccount(first.page, practice);
  await askForGroup(first.page, { name: 'Before', numbers: firstNumbers(practice, 1) });
  await seeReady(first.page, 'Before');
  await apps.quit();
  keepCopy(userData);
  const { app, page } = await launch([], hurried);
  await askForGroup(page, { name: 'After', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'After');

  await openSection(page, 'Settings');
  await page.getByRole('button', { name: /^Put back the copy/ }).click();
  const question = page.getByRole('dialog', { name: /^Put back the record/ });
  await expect(question).toContainText('in WhatsApp they stay');
  await stayClosed(app);
  const closed = ended(app);
  await question.getByRole('button', { name: 'Put back and start anew' }).click();
  await closed;

  const again = await launch([], hurried);
  await expect(again.page.getByText('The record is as it was')).toBeVisible();
  await expectGroups(again.page, { there: 'Before', missing: 'After' });
  expect(readdirSync(userData).some((name) => name.startsWith('groups.db.replaced-'))).toBe(true);
  expect(practice.world.groups).toHaveLength(2);
});

test('rot that no time of the file tells is said, and the next start opens the copy', async ({
  apps,
  launch,
  practice,
  userData,
}) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'Before', numbers: firstNumbers(practice, 1) });
  await seeReady(page, 'Before');
  await apps.quit();
  keepCopy(userData);
  rot(path.join(userData, 'groups.db'));

  const rotten = await launch([], hurried);
  await expect(rotten.page.getByText('A part of the record of the groups cannot be read')).toBeVisible();
  await stayClosed(rotten.app);
  const closed = ended(rotten.app);
  await rotten.page.getByRole('button', { name: 'Start anew' }).click();
  await closed;

  const again = await launch([], hurried);
  await expect(again.page.getByText('The record of the groups was damaged. Its copy from')).toBeVisible();
  await expectGroups(again.page, { there: 'Before', missing: 'After' });
});

/** Overwrites where the groups stand, and writes the note of a whole file anew, as if the disk had done it by itself. */
function rot(file: string): void {
  const database = new DatabaseSync(file);
  const found = database.prepare("SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'jobs' AND rootpage > 0").all();
  database.close();
  const bytes = readFileSync(file);
  for (const { rootpage } of found) bytes.fill(0x78, (Number(rootpage) - 1) * 4096, Number(rootpage) * 4096);
  writeFileSync(file, bytes);
  const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  writeFileSync(`${file}.sound`, `${Date.now()}\n${[ino, size, mtimeNs, ctimeNs].join(' ')}`);
}
