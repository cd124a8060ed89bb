import type { Page } from '@playwright/test';
import type {} from '../../preload/window.d.ts';
import { askForGroup, firstNumbers, hurried, seeReady, setUpAccount } from '../support/clerk.ts';
import { runApp } from '../support/launch-app.ts';
import {
  answerDialog,
  clickMenu,
  clickTray,
  clickTrayLine,
  markedMenus,
  markMenus,
  notifications,
  trays,
} from '../support/native.ts';
import { expect, test } from './fixture.ts';

/** The name that main holds for the next window. */
const keptName = (page: Page) =>
  page.evaluate(async () => {
    const snapshot = await window.api['app.snapshot']({});
    return snapshot.ok ? snapshot.value.draft.name : null;
  });

test('closing the window leaves the app in the tray, said once, and opening shows the same screen', async ({
  launch,
  practice,
}) => {
  const { app, page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await page.getByLabel('Name of the group').fill('Half typed');
  await expect.poll(() => keptName(page)).toBe('Half typed');
  await page.close();
  await expect.poll(() => app.windows().length).toBe(0);
  expect((await notifications(app)).map(({ title }) => title)).toEqual(['CreateGroup goes on working']);

  const opened = app.waitForEvent('window');
  await clickTray(app);
  const again = await opened;
  await expect(again.getByLabel('Name of the group')).toHaveValue('Half typed');

  await again.close();
  await expect.poll(() => app.windows().length).toBe(0);
  expect(await notifications(app)).toHaveLength(1);
});

test('the tray tells what goes on and leads to the screens', async ({ launch, practice }) => {
  const { app, page } = await launch([], hurried);
  await setUpAccount(page, practice);
  const lines = async () => (await trays(app))[0]?.lines.map(({ label }) => label);
  await expect
    .poll(lines)
    .toEqual([
      ...['New group', 'From a spreadsheet', 'Find a group'],
      ...['Nothing waits', 'School 5 · Ready', 'Open CreateGroup', 'Quit'],
    ]);

  await clickTrayLine(app, 'Find a group');
  await expect(page.getByRole('heading', { name: 'Groups', exact: true })).toBeVisible();
  await clickMenu(app, 'settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();

  await page.close();
  const opened = app.waitForEvent('window');
  await clickTrayLine(app, 'Find a group');
  await expect((await opened).getByRole('heading', { name: 'Groups', exact: true })).toBeVisible();
});

test('a change that is not seen in the menus leaves them as they are, even open ones', async ({ launch, practice }) => {
  const { app, page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await markMenus(app);

  await page.evaluate(() => window.api['settings.change']({ theme: 'dark' }));
  expect(await markedMenus(app)).toEqual([true, true]);

  await page.evaluate(() => window.api['settings.change']({ language: 'ru' }));
  await expect.poll(() => markedMenus(app)).toEqual([false, false]);
});

test('a group asked for is made with the window closed, and a notification tells it', async ({ launch, practice }) => {
  const { app, page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'First', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'First');
  await page.getByRole('button', { name: 'Another group' }).click();
  await askForGroup(page, { name: 'Second', numbers: firstNumbers(practice, 3) });
  await expect(page.getByText('The group is in the queue')).toBeVisible();
  await page.close();

  await expect.poll(() => practice.world.groups.length, { timeout: 20_000 }).toBe(2);
  await expect
    .poll(async () => (await notifications(app)).map(({ title, body }) => `${title}: ${body}`))
    .toContain('The group is ready: Second: the link is in the window.');
});

test('a second start shows the window of the first and ends', async ({ launch, userData }) => {
  const { app, page } = await launch([], hurried);
  await page.close();
  await expect.poll(() => app.windows().length).toBe(0);

  const opened = app.waitForEvent('window');
  const { code } = await runApp({ userData });
  expect(code).toBe(0);
  await expect((await opened).getByRole('heading', { level: 1 })).toBeVisible();
});

test('started with --hidden the app waits in the tray without a window', async ({ apps }) => {
  const app = await apps.launchHidden(['--hidden'], hurried);
  await expect.poll(async () => (await trays(app)).length).toBe(1);
  expect(app.windows()).toHaveLength(0);

  const opened = app.waitForEvent('window');
  await clickTrayLine(app, 'Open CreateGroup');
  await expect((await opened).getByRole('heading', { level: 1 })).toBeVisible();
});

test('a desktop without a tray gets its window although --hidden was asked for', async ({ launch }) => {
  const { app, page } = await launch(['--hidden'], { ...hurried, DESKTOP_TRAY: 'no' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await trays(app)).toHaveLength(0);
});

test('quitting while a group waits asks first', async ({ launch, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'First', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'First');
  await page.getByRole('button', { name: 'Another group' }).click();
  await askForGroup(page, { name: 'Second', numbers: firstNumbers(practice, 3) });
  await expect(page.getByText('The group is in the queue')).toBeVisible();

  await answerDialog(app, 'showMessageBox', { response: 1, checkboxChecked: false });
  await clickTrayLine(app, 'Quit');
  await expect(page.getByText('The group is in the queue')).toBeVisible();

  await answerDialog(app, 'showMessageBox', { response: 0, checkboxChecked: false });
  const ended = app.waitForEvent('close');
  await clickTrayLine(app, 'Quit');
  await ended;
});

test('told to end by the system, the app does not wait for an answer to its question', async ({ launch, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'First', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'First');
  await page.getByRole('button', { name: 'Another group' }).click();
  await askForGroup(page, { name: 'Second', numbers: firstNumbers(practice, 3) });
  await expect(page.getByText('The group is in the queue')).toBeVisible();
  await app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showMessageBox: () => new Promise(() => {}) });
  });
  await clickTrayLine(app, 'Quit');

  const ended = app.waitForEvent('close');
  app.process().kill('SIGTERM');
  await ended;
});
