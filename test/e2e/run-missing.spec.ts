import type { Practice } from '../../main/practice/practice.ts';
import { hurried, setUpAccount } from '../support/clerk.ts';
import { startRun, writeGroups } from '../support/start-run.ts';
import { expect, test } from './fixture.ts';

const soon = { timeout: 40_000 };

const effects = ({ world }: Practice, kind: string) => world.effects.filter(({ what }) => what === kind);

test('everybody who is not in is helped after one question, each once', async ({ launch, practice, userData }) => {
  test.setTimeout(120_000);
  for (const shy of practice.world.people.slice(1, 3)) {
    practice.world.phone.change(shy.chatId, { addableBy: 'contacts', savedAs: null });
  }
  const file = await writeGroups(userData, practice, ['6 A', '6 B']);
  const started = await launch([], hurried);
  const { page } = started;
  const dialog = page.getByRole('dialog');
  await setUpAccount(page, practice);
  await startRun(started, file, 2);
  await expect(page.getByText('Done: 2 of 2 created')).toBeVisible(soon);
  await expect(page.getByText('2 people are not in yet, in 2 groups.')).toBeVisible(soon);

  await page.getByRole('button', { name: 'Send everyone the link…' }).click();
  await expect(dialog.getByRole('heading', { name: 'Send 2 people the link?' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Back' }).click();
  expect(effects(practice, 'message-sent')).toEqual([]);
  await page.getByRole('button', { name: 'Send everyone the link…' }).click();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => effects(practice, 'message-sent').length, soon).toBe(2);

  await page.getByRole('button', { name: 'Save to contacts and try again' }).click();
  await dialog.getByRole('button', { name: 'Save and add' }).click();

  await expect.poll(() => effects(practice, 'added').length, soon).toBe(2);
  await expect(page.getByText(/not in yet|people helped/)).toBeHidden(soon);
  expect(effects(practice, 'message-sent')).toMatchObject(
    practice.world.groups.map(({ name, link }) => ({ message: expect.stringContaining(`“${name}”: ${link}`) })),
  );
  expect(effects(practice, 'contact-saved')).toHaveLength(2);
});
