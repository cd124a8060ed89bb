import {
  accountCard,
  askForGroup,
  firstNumbers,
  hurried,
  openSection,
  seeReady,
  setUpAccount,
  typeAccount,
} from '../support/clerk.ts';
import { answerDialog } from '../support/native.ts';
import { seeTotal } from '../support/people-page.ts';
import { expect, test } from './fixture.ts';

test('an account is saved without a connection, and checked when the connection is back', async ({
  launch,
  restart,
  practice,
}) => {
  await practice.goOffline();
  const { page } = await launch([], hurried);
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice);
  await expect(page.getByText('The account is saved. It will be checked when the connection is back.')).toBeVisible();
  await expect(accountCard(page)).toContainText('No connection');

  const again = await restart();
  await expect(accountCard(again.page)).toContainText('School 5');
  await expect(accountCard(again.page)).toContainText('No connection');
  await practice.goOnline();

  await expect(accountCard(again.page)).toContainText('Ready');
});

test('the connection is tried at once when a person asks', async ({ launch, practice }) => {
  await practice.goOffline();
  const { page } = await launch();
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice);
  await expect(accountCard(page)).toContainText('No connection');
  await openSection(page, 'Settings');
  await expect(page.getByText('No connection. The account is checked when the connection is back.')).toBeVisible();

  await practice.goOnline();
  await page.getByRole('button', { name: 'Check now' }).click();

  await expect(accountCard(page)).toContainText('Ready');
});

test('everything is there without a connection: people, groups, links', async ({ launch, restart, practice }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'Made before', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'Made before');
  await openSection(page, 'People');
  await seeTotal(page, 243);

  await practice.goOffline();
  const { page: again } = await restart();

  await openSection(again, 'People');
  await seeTotal(again, 243);
  await openSection(again, 'Groups');
  await again.getByRole('button', { name: 'Made before' }).click();
  const chosen = again.getByRole('complementary', { name: 'Chosen group' });
  await expect(chosen).toContainText('Everybody is in.');
  await chosen.getByRole('button', { name: 'Copy link' }).click();
  await expect(again.getByText('Copied')).toBeVisible();
});

test('a group asked for without a connection is kept, and made when it is back', async ({
  launch,
  restart,
  practice,
}) => {
  const { app, page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await practice.goOffline();
  await askForGroup(page, { name: 'Kept', numbers: firstNumbers(practice, 2) });
  await expect(page.getByText(/^No connection. Nothing was sent. The group is kept/)).toBeVisible();
  expect(practice.world.groups).toHaveLength(0);

  await answerDialog(app, 'showMessageBox', { response: 0, checkboxChecked: false });
  const { page: again } = await restart();
  await openSection(again, 'Groups');
  await again.getByRole('button', { name: 'Kept' }).click();
  await practice.goOnline();

  await expect(again.getByRole('complementary', { name: 'Chosen group' })).toContainText('Everybody is in.', {
    timeout: 30_000,
  });
  expect(practice.world.groups).toHaveLength(1);
});
