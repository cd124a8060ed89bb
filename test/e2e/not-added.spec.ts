import { askForGroup, firstNumbers, hurried, seeReady, setUpAccount } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

test('who is not in gets a message with the link, or is saved and added', async ({ launch, practice }) => {
  const shy = practice.world.people[0];
  if (!shy) throw new Error('The practice world has people');
  practice.world.phone.change(shy.chatId, { addableBy: 'contacts', savedAs: null });
  const { app, page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'Not all in', numbers: firstNumbers(practice, 3) });
  await seeReady(page, 'Not all in');

  const missing = page.getByRole('listitem').filter({ hasText: '+7 900 000-01-01' });
  await expect(missing).toContainText('Not seen in the group yet.');
  await missing.getByRole('button', { name: 'Copy a message with the link' }).click();
  const link = practice.world.groups[0]?.link ?? 'no link';
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(`Hello. Here is the link to the WhatsApp group “Not all in”: ${link}`);

  await missing.getByRole('button', { name: 'Save to contacts and try again' }).click();
  await expect(page.getByText('Everybody is in.')).toBeVisible();
  expect(practice.world.effects.map(({ what }) => what)).toEqual(['group-created', 'contact-saved', 'added']);
});

test('the link is sent to one person, once and after a question', async ({ launch, practice }) => {
  practice.faults.next('createGroup', 'person-not-added');
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await askForGroup(page, { name: 'By link', numbers: firstNumbers(practice, 2) });
  await seeReady(page, 'By link');

  await page.getByRole('button', { name: 'Send the link…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();

  await expect(page.getByText('The link was sent. They join when they open it.')).toBeVisible();
  const sent = practice.world.effects.filter(({ what }) => what === 'message-sent');
  expect(sent).toHaveLength(1);
});
