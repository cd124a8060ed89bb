import { setUpAccount } from '../support/clerk.ts';
import { runApp } from '../support/launch-app.ts';
import { expect, test } from './fixture.ts';

test('the actions of the menu entry open their screen: at the start, and in the window that is open already', async ({
  apps,
  launch,
  practice,
  userData,
}) => {
  const { page } = await launch();
  await setUpAccount(page, practice);

  const second = await runApp({ userData, args: ['--from-spreadsheet'] });
  expect(second.code).toBe(0);
  await expect(page.getByRole('heading', { name: 'From a spreadsheet' })).toBeVisible();
  await runApp({ userData, args: ['--new-group'] });
  await expect(page.getByRole('heading', { name: 'New group' })).toBeVisible();

  await apps.quit();
  const again = await launch(['--from-spreadsheet']);
  await expect(again.page.getByRole('heading', { name: 'From a spreadsheet' })).toBeVisible();
});

test('an action reaches an app whose window is closed', async ({ launch, practice, userData }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  await page.close();
  await expect.poll(() => app.windows().length).toBe(0);

  const opened = app.waitForEvent('window');
  await runApp({ userData, args: ['--from-spreadsheet'] });

  await expect((await opened).getByRole('heading', { name: 'From a spreadsheet' })).toBeVisible();
});
