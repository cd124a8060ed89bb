import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountCard, askForGroup, firstNumbers, hurried, seeReady, setUpAccount } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

test('damaged settings open from their copy, and the person is told', async ({ apps, launch, practice, userData }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await apps.quit();
  writeFileSync(path.join(userData, 'config.json'), '{"accounts": [');

  const again = await launch([], hurried);

  await expect(again.page.getByText('The accounts come from its copy')).toBeVisible();
  await expect(accountCard(again.page)).toContainText('School 5');
  expect(readdirSync(userData).filter((name) => name.includes('damaged'))).toHaveLength(1);
});

test('a damaged record is set aside and said, and the app goes on', async ({ apps, launch, practice, userData }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'Before', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'Before');
  await apps.quit();
  writeFileSync(path.join(userData, 'groups.db'), 'no database at all, and long enough to be looked at'.repeat(100));

  const again = await launch([], hurried);

  await expect(again.page.getByText('The record of the groups was damaged')).toBeVisible();
  expect(readdirSync(userData).some((name) => /^groups\.db\..*\d{4}-\d{2}-\d{2}/.test(name))).toBe(true);
});
