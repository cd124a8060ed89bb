import { askForGroup, firstNumbers, hurried, seeReady, setUpAccount, typeGroup } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

test('a clerk types a name, ticks people, creates the group and gets its link', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'Parents 5 B', numbers: firstNumbers(practice, 3) });

  await seeReady(page, 'Parents 5 B');

  const [group] = practice.world.groups;
  expect(practice.world.groups).toHaveLength(1);
  await expect(page.getByLabel('Link for joining')).toHaveValue(group?.link ?? 'no group');
  await expect(page.getByText('Everybody is in.')).toBeVisible();
});

test('a group asked for while the pace holds is queued with its time and made then', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'First', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'First');

  await page.getByRole('button', { name: 'Another group' }).click();
  await typeGroup(page, { name: 'Second', numbers: firstNumbers(practice, 3) });
  await expect(page.locator('.foot').getByRole('button', { name: /^Queue: starts/ })).toBeVisible();
  await page
    .locator('.foot')
    .getByRole('button', { name: /^Queue: starts/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put in the queue' }).click();
  await expect(page.getByText('The group is in the queue')).toBeVisible();
  expect(practice.world.groups).toHaveLength(1);

  await seeReady(page, 'Second');
  const [first, second] = practice.calls.filter(({ method }) => method === 'createGroup');
  // Five hurried seconds lie between the intents; the calls arrive a little after them.
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(4_500);
});

test('the same group is not made twice without a question', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  const wish = { name: 'Choir', numbers: firstNumbers(practice, 2) };
  await askForGroup(page, wish);
  await seeReady(page, 'Choir');

  await page.getByRole('button', { name: 'Another group' }).click();
  await askForGroup(page, wish);
  const question = page.getByRole('dialog', { name: 'There is such a group already' });
  await expect(question).toContainText('Make another one?');
  await question.getByRole('button', { name: 'Back' }).click();
  expect(practice.world.groups).toHaveLength(1);

  await askForGroup(page, wish, { isFilledIn: true });
  await question.getByRole('button', { name: 'Make another one' }).click();
  await seeReady(page, 'Choir');
  expect(practice.world.groups).toHaveLength(2);
});
