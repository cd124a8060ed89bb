import { openSection } from '../support/clerk.ts';
import { openPeople, peopleRows, peopleSearch, personPanel } from '../support/people-page.ts';
import { expect, test } from './fixture.ts';

test('a name is written in its place: Enter keeps it, Esc takes it back, Undo brings the old one', async ({
  launch,
  practice,
}) => {
  const { page } = await openPeople({ launch, practice });
  await peopleSearch(page).fill('000-01-02');
  await expect(peopleRows(page)).toHaveCount(1);
  await peopleRows(page).first().click();
  const name = personPanel(page).getByRole('textbox', { name: 'Name' });
  const before = await name.inputValue();

  await name.fill('Aunt Agatha');
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue(before);
  await expect(name).toBeFocused();
  await name.fill('Aunt Agatha');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Name changed')).toBeVisible();
  await expect(peopleRows(page).first()).toContainText('Aunt Agatha');
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect(peopleRows(page).first()).toContainText(before);
  await expect(name).toHaveValue(before);
});

test('a note is kept when one goes on, and is there after a restart', async ({ launch, practice, restart }) => {
  const { page } = await openPeople({ launch, practice });
  await peopleRows(page).first().click();
  const note = personPanel(page).getByRole('textbox', { name: 'Note' });
  await note.click();
  await page.keyboard.type('sings alto');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('comes late');
  await peopleRows(page).nth(1).click();
  await expect(note).toHaveValue('');
  await expect(page.getByText('Note changed')).toBeVisible();

  const { page: later } = await restart();
  await openSection(later, 'People');
  await peopleRows(later).first().click();

  await expect(personPanel(later).getByRole('textbox', { name: 'Note' })).toHaveValue('sings alto\ncomes late');
});

test('a person is put into lists and taken out of them', async ({ launch, practice }) => {
  const { page } = await openPeople({ launch, practice });
  await peopleRows(page).first().click();
  const chips = personPanel(page).getByRole('list', { name: 'Lists of this person' }).getByRole('listitem');

  for (const list of ['Choir', 'Drivers']) {
    await personPanel(page).getByRole('button', { name: 'Add to a list' }).click();
    await page.getByRole('textbox', { name: 'New list' }).fill(list);
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(chips.filter({ hasText: list })).toBeVisible();
  }
  await personPanel(page).getByRole('button', { name: 'Take out of “Choir”' }).click();
  await expect(chips).toHaveText(['Drivers']);
  await page.getByRole('button', { name: 'Undo' }).last().click();

  await expect(chips).toHaveText(['Choir', 'Drivers']);
});

test('what is known of a person is said, and a check adds to it', async ({ launch, practice }) => {
  const { page } = await openPeople({ launch, practice });
  await peopleSearch(page).fill('000-01-02');
  await expect(peopleRows(page)).toHaveCount(1);
  await peopleRows(page).first().click();
  const panel = personPanel(page);
  await expect(panel).toContainText('The phone');
  await expect(panel).toContainText('in none');
  await expect(panel).toContainText('not checked');
  practice.world.quota.setCap('checkWhatsapp', 1);

  await panel.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(panel).toContainText('Checked on');
  await peopleSearch(page).fill('000-01-03');
  await peopleRows(page).first().click();
  await expect(panel).toContainText('1 checked this month');
  await panel.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(panel).toContainText('0 of 1 left this month');
  await panel.getByRole('button', { name: 'Copy the number' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  await panel.getByRole('button', { name: 'New group' }).click();

  await expect(page.getByRole('list', { name: 'People in the group' }).getByRole('listitem')).toHaveCount(1);
});

test('in a small window the person covers the list, and the way back leads to its row', async ({
  launch,
  practice,
}) => {
  const { app, page } = await openPeople({ launch, practice });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ width: 900, height: 600 }));
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(900);
  await peopleRows(page).nth(3).click();
  await expect(personPanel(page)).toBeVisible();
  await expect(peopleSearch(page)).toBeHidden();

  await personPanel(page).getByRole('button', { name: 'All people' }).click();

  await expect(peopleRows(page).nth(3)).toHaveAttribute('data-active', 'true');
  await expect(page.getByRole('grid', { name: 'Contacts' })).toBeFocused();
});
