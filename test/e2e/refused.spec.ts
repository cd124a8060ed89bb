import { askForGroup, firstNumbers, hurried, seeReady, setUpAccount, typeGroup } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

test('a slip in a number is said at once and repaired by one click', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await typeGroup(page, { name: 'Repaired', numbers: ['8 900 000-01-01', ...firstNumbers(practice, 3).slice(1)] });
  const check = page.getByRole('complementary', { name: 'Check' });
  // Word joiners keep a number in one line.
  await expect(check).toContainText(/is not a full phone number\. Did you mean \+7\s900\s000\u2060?-/);

  await check.getByRole('button', { name: 'Repair' }).click();
  await expect(check).toContainText('3 ready');
  await askForGroup(page, { name: 'Repaired', numbers: [] }, { isFilledIn: true });

  await seeReady(page, 'Repaired');
  expect(practice.world.groups[0]?.members.length).toBe(4);
});

test('a refused group says that none was made, and goes back into the queue with other people', async ({
  launch,
  practice,
}) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  practice.faults.next('createGroup', 'validation');
  await askForGroup(page, { name: 'Refused once', numbers: firstNumbers(practice, 3) });
  await expect(page.getByText('The group was not made')).toBeVisible();
  expect(practice.world.groups).toHaveLength(0);

  await page.getByRole('button', { name: 'Change name or people' }).click();
  const people = page.getByRole('list', { name: 'People in the group' }).getByRole('listitem');
  await people
    .nth(1)
    .getByRole('button', { name: /^Take out/ })
    .click();
  await page.getByRole('button', { name: 'Put back in the queue' }).click();

  await seeReady(page, 'Refused once');
  expect(practice.world.groups).toHaveLength(1);
  expect(practice.world.groups[0]?.members.length).toBe(3);
});
