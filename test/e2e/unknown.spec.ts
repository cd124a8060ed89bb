import { askForGroup, firstNumbers, hurried, seeReady, setUpAccount } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

const creations = (calls: readonly { readonly method: string }[]) =>
  calls.filter(({ method }) => method === 'createGroup').length;

test('a group made behind a 500 is found again and not made twice', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  practice.faults.next('createGroup', 'created-but-500');
  await askForGroup(page, { name: 'Behind a 500', numbers: firstNumbers(practice, 3) });

  await seeReady(page, 'Behind a 500');
  await expect(page.getByText('The answer did not come, but the group was found on the phone.')).toBeVisible();
  expect(practice.world.groups).toHaveLength(1);
  expect(creations(practice.calls)).toBe(1);
});

test('a group that cannot be found waits for a person, and is made only on their word', async ({
  launch,
  practice,
}) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  practice.world.phone.createGroup('An older group', [practice.world.people[0]?.chatId ?? '']);
  practice.faults.next('createGroup', 'lost-before-effect');
  await askForGroup(page, { name: 'Lost', numbers: firstNumbers(practice, 2) });

  await expect(page.getByText('We do not know yet whether the group was made')).toBeVisible();
  expect(creations(practice.calls)).toBe(1);
  await page.getByRole('button', { name: 'It does not: create it' }).click({ timeout: 30_000 });
  await page.getByRole('dialog').getByRole('button', { name: 'Create it' }).click();

  await seeReady(page, 'Lost');
  expect(creations(practice.calls)).toBe(2);
  expect(practice.world.groups.filter(({ name }) => name === 'Lost')).toHaveLength(1);
});

test('after a crash while the group was being sent, the next start finds it', async ({ launch, crash, practice }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  practice.faults.next('createGroup', 'hang-after-effect');
  await askForGroup(page, { name: 'Through a crash', numbers: firstNumbers(practice, 3) });
  await expect.poll(() => practice.world.groups.length).toBe(1);

  await crash();
  const again = await launch([], hurried);

  await again.page.getByRole('button', { name: /^Groups/ }).click();
  const row = again.page.getByRole('listitem').filter({ hasText: 'Through a crash' });
  await expect(row).toContainText('3 in', { timeout: 20_000 });
  expect(practice.world.groups).toHaveLength(1);
  expect(creations(practice.calls)).toBe(1);
});

test("after WhatsApp's own warning the queue stands until a person lets it go on", async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  practice.faults.next('createGroup', 'rate-overlimit');
  await askForGroup(page, { name: 'One too many', numbers: firstNumbers(practice, 2) });
  await expect(page.getByText('WhatsApp says that too many groups were made in a short time.')).toBeVisible();
  await page.getByRole('button', { name: 'Another group' }).click();
  await askForGroup(page, { name: 'Tomorrow', numbers: firstNumbers(practice, 3) });
  await expect(page.getByText('This one was not made. Go on tomorrow.')).toBeVisible();
  expect(creations(practice.calls)).toBe(1);

  await page.getByRole('button', { name: 'Go on', exact: true }).click();

  await seeReady(page, 'Tomorrow');
  expect(creations(practice.calls)).toBe(2);
});

test('where the phone lost every group it had, a person looks and lets the queue begin anew', async ({
  launch,
  restart,
  practice,
}) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  practice.world.phone.createGroup('Known before', [practice.world.people[0]?.chatId ?? '']);
  await askForGroup(page, { name: 'From the old phone', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'From the old phone');
  Object.assign(practice.world.lag, { contactsMs: 3_600_000, chatsMs: 3_600_000 });
  const again = await restart();
  await askForGroup(again.page, { name: 'From a new phone', numbers: firstNumbers(practice, 3) });
  await expect(again.page.getByText('The phone shows none of the groups that it had before')).toBeVisible();
  expect(creations(practice.calls)).toBe(1);

  await again.page.getByRole('button', { name: 'I looked on the phone: begin anew' }).click();

  await seeReady(again.page, 'From a new phone');
  expect(creations(practice.calls)).toBe(2);
});
