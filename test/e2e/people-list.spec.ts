import type { Page } from '@playwright/test';
import { dropFile, importDialog } from '../support/people-files.ts';
import {
  addMany,
  chosenBar,
  openPeople,
  peopleGrid,
  peopleRows,
  peopleSearch,
  seeTotal,
  tick,
} from '../support/people-page.ts';
import { expect, test } from './fixture.ts';

/** By the menu of lists and sources. */
async function narrow(page: Page, choice: RegExp): Promise<void> {
  await page.locator('.lists-filter').getByRole('button').first().click();
  await page.getByRole('button', { name: choice }).last().click();
}

test('the views narrow the list to those of their counts, also within a search', async ({ launch, practice }) => {
  const { page } = await openPeople({ launch, practice });
  await page.getByRole('button', { name: /^Not checked/ }).click();
  await expect(peopleGrid(page)).toHaveAttribute('aria-rowcount', '244');

  await page.getByRole('button', { name: /^On WhatsApp/ }).click();
  await expect(page.getByText('Nobody was found on WhatsApp yet. Choose people and check them.')).toBeVisible();
  await page.getByRole('button', { name: /^Not on WhatsApp/ }).click();
  await expect(page.getByRole('heading', { name: 'Nobody here' })).toBeVisible();
  await expect(page.getByText('Everybody who was checked is on WhatsApp.')).toBeVisible();
  await page.getByRole('button', { name: /^All [\d,]+/ }).click();
  await narrow(page, /^In no group/);
  await peopleSearch(page).fill('crumpet');
  await expect(peopleRows(page).first()).toContainText('Crumpet');
  await peopleSearch(page).fill('nobody at all');
  await expect(page.getByText('Among those shown, no name and no number contains “nobody at all”.')).toBeVisible();

  await page.getByRole('button', { name: 'Show everybody' }).click();
  await expect(peopleGrid(page)).toHaveAttribute('aria-rowcount', '244');
});

test('who is known from a chat alone is found as such, and the filters narrow each other', async ({
  launch,
  practice,
}) => {
  const { page } = await openPeople({ launch, practice });
  await narrow(page, /^Chats only/);
  await expect(peopleGrid(page)).toHaveAttribute('aria-rowcount', '4');
  await expect(peopleRows(page).first()).toContainText('Winifred Teacake');

  await narrow(page, /^In no group/);
  await expect(page.getByRole('button', { name: /All lists · Chats only · In no group/ })).toBeVisible();
  await expect(peopleGrid(page)).toHaveAttribute('aria-rowcount', '4');
  await page.getByRole('button', { name: /^On WhatsApp/ }).click();
  await expect(page.getByRole('heading', { name: /^Nobody/ })).toBeVisible();
});

test('the search keeps the focus while its text is taken back from one that nobody has', async ({
  launch,
  practice,
}) => {
  const { page } = await openPeople({ launch, practice });
  await peopleSearch(page).click();
  await page.keyboard.type('99988877');
  await expect(page.getByRole('heading', { name: 'Nobody found' })).toBeVisible();

  for (let letter = 0; letter < 8; letter += 1) await page.keyboard.press('Backspace');

  await expect(peopleGrid(page)).toHaveAttribute('aria-rowcount', '244');
  await expect(peopleSearch(page)).toBeFocused();
});

test('a click on a column sorts by it, the next one turns it round', async ({ launch, practice }) => {
  const { page } = await openPeople({ launch, practice });
  const column = (name: string) => peopleGrid(page).getByRole('columnheader', { name });
  const first = peopleRows(page).first();
  await expect(column('Name')).toHaveAttribute('aria-sort', 'ascending');
  const firstByName = await first.textContent();

  await column('Number').getByRole('button').click();
  await expect(first).toContainText('+1 202 555 0100');
  await expect(column('Number')).toHaveAttribute('aria-sort', 'ascending');
  await expect(column('Name')).toHaveAttribute('aria-sort', 'none');
  await column('Number').getByRole('button').click();
  await expect(first).toContainText('+7 900 000-99-');
  await expect(column('Number')).toHaveAttribute('aria-sort', 'descending');
  await column('Number').getByRole('button').click();

  await expect(first).toHaveText(firstByName ?? '');
});

test('a list is made of the chosen, shown, renamed and deleted, each with a way back', async ({ launch, practice }) => {
  const { page } = await openPeople({ launch, practice });
  for (const index of [0, 1, 3]) await tick(page, index);
  await chosenBar(page).getByRole('button', { name: 'Add to a list' }).click();
  await page.getByRole('textbox', { name: 'New list' }).fill('Branch heads');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 people added to “Branch heads”')).toBeVisible();
  await expect(peopleRows(page).nth(3)).toContainText('Branch heads');

  // The same people again: nobody is in it twice.
  await chosenBar(page).getByRole('button', { name: 'Add to a list' }).click();
  await page.getByRole('button', { name: /^Branch heads/ }).click();
  await expect(page.getByText('In “Branch heads” already')).toBeVisible();
  await chosenBar(page).getByRole('button', { name: 'Clear the choice' }).click();

  const lists = page.getByRole('dialog', { name: 'Lists and sources' });
  await page.getByRole('button', { name: 'All lists', exact: true }).click();
  await lists.getByRole('button', { name: /^Branch heads/ }).click();
  await expect(peopleRows(page)).toHaveCount(3);

  await tick(page, 2);
  await chosenBar(page).getByRole('button', { name: 'Remove from the list' }).click();
  await expect(page.getByText('1 person removed from “Branch heads”')).toBeVisible();
  await expect(peopleRows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(peopleRows(page)).toHaveCount(3);

  await page.getByRole('button', { name: 'Branch heads', exact: true }).click();
  await lists.getByRole('button', { name: 'Rename the list: Branch heads' }).click();
  await lists.getByRole('textbox', { name: 'Name of the list' }).fill('Heads of branches');
  await page.keyboard.press('Enter');
  await expect(lists.getByRole('button', { name: /^Heads of branches/ })).toBeFocused();
  await lists.getByRole('button', { name: 'Delete the list: Heads of branches' }).click();
  await expect(page.getByText('List “Heads of branches” deleted; its people stay')).toBeVisible();
  await seeTotal(page, 243);
  await expect(peopleGrid(page)).toHaveAttribute('aria-rowcount', '244');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).last().click();

  await page.getByRole('button', { name: 'All lists', exact: true }).click();
  await expect(lists.getByRole('button', { name: /^Heads of branches/ })).toContainText('3');
});

test('where people are from narrows the list too', async ({ launch, practice }) => {
  const { page } = await openPeople({ launch, practice });
  await addMany(page, 3);
  await seeTotal(page, 246);
  const filter = page.getByRole('button', { name: /^All lists/ });

  await filter.click();
  await page.getByRole('button', { name: 'A file', exact: true }).click();
  await expect(peopleRows(page)).toHaveCount(3);
  await expect(filter).toHaveText('All lists · A file');
  await filter.click();
  await page.getByRole('button', { name: 'Typed in', exact: true }).click();

  await expect(page.getByText('Nobody came from there.')).toBeVisible();
});

test('people who are deleted come back by the toast, one after another by the keys', async ({ launch, practice }) => {
  const { page } = await openPeople({ launch, practice });
  const name = await peopleRows(page).first().getByRole('gridcell').nth(1).textContent();
  await tick(page, 0);
  await tick(page, 1);
  await chosenBar(page).getByRole('button', { name: 'Delete' }).click();
  await seeTotal(page, 241);
  await expect(chosenBar(page)).toBeHidden();
  await expect(peopleGrid(page)).toBeFocused();
  await page.keyboard.press('Delete');
  await seeTotal(page, 240);

  await page.keyboard.press('ControlOrMeta+z');
  await seeTotal(page, 241);
  await page.keyboard.press('ControlOrMeta+z');
  await seeTotal(page, 243);
  await expect(peopleRows(page).first()).toContainText(name ?? '');
  await tick(page, 0);
  await chosenBar(page).getByRole('button', { name: 'Delete' }).click();
  await seeTotal(page, 242);
  await page.getByRole('button', { name: 'Undo' }).last().click();

  await seeTotal(page, 243);
});

test('more people than a group holds are not put into one, and it is said why', async ({ launch, practice }) => {
  const { page } = await openPeople({ launch, practice });
  await addMany(page, 1100);
  await seeTotal(page, 1343);
  await page.getByRole('checkbox', { name: 'Choose everybody found' }).click();
  await expect(chosenBar(page)).toContainText('1,343 chosen');

  await chosenBar(page).getByRole('button', { name: 'New group' }).click();
  await expect(chosenBar(page)).toContainText('1,343 people are chosen, and a group holds 1,023 at most.');
  await chosenBar(page).getByRole('button', { name: 'Clear the choice' }).click();
  await peopleSearch(page).fill('7901000010');
  await expect(page.getByText('10 found').first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'Choose everybody found' }).click();
  await chosenBar(page).getByRole('button', { name: 'New group' }).click();

  await expect(page.getByRole('list', { name: 'People in the group' }).getByRole('listitem')).toHaveCount(10);
});

test('numbers are checked on WhatsApp, once each, with the progress and the end said', async ({ launch, practice }) => {
  const { page } = await openPeople({ launch, practice });
  for (const index of [0, 1, 2]) await tick(page, index);

  await chosenBar(page).getByRole('button', { name: 'Check WhatsApp' }).click();
  await expect(page.getByText('3 numbers checked')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: /^Not checked/ })).toContainText('240');
  await expect(peopleRows(page).first()).toContainText(/yes|not there/);
  await expect(peopleRows(page).first().getByRole('gridcell').last()).toHaveAttribute('title', /^Checked on /);
  await chosenBar(page).getByRole('button', { name: 'Check WhatsApp' }).click();

  await expect(page.getByText('Checked already')).toBeVisible();
  expect(practice.calls.filter(({ method }) => method === 'checkWhatsapp')).toHaveLength(3);
});

test('when the allowance of checks is used up it is said until when, and one may give up', async ({
  launch,
  practice,
}) => {
  const { page } = await openPeople({ launch, practice });
  practice.world.quota.setCap('checkWhatsapp', 2);
  for (const index of [0, 1, 2, 3]) await tick(page, index);

  await chosenBar(page).getByRole('button', { name: 'Check WhatsApp' }).click();
  const note = page.getByRole('alert').filter({ hasText: 'Stopped: 2 of 4 checked.' });
  await expect(note).toContainText('The month’s allowance of checks is used up (2 of 2).', { timeout: 20_000 });
  practice.world.quota.setCap('checkWhatsapp', 3);
  await note.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Stopped: 3 of 4 checked.')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();

  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.getByRole('button', { name: /^Not checked/ })).toContainText('240');
});

test('a file that is let go of over the list is opened for looking at', async ({ launch, practice }) => {
  const { page } = await openPeople({ launch, practice });

  await dropFile(peopleGrid(page), { name: 'choir.csv', text: 'Name;Phone\nAnna;+7 900 000-09-01\n' });

  await expect(importDialog(page)).toContainText('choir');
  await expect(importDialog(page)).toContainText('Anna');
});

test('a number is judged while it is typed: as it will be kept, or who has it already', async ({
  launch,
  practice,
}) => {
  const { page } = await openPeople({ launch, practice });
  await page.getByRole('button', { name: 'Add people' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add people' });
  const number = dialog.getByLabel('Number');

  await number.pressSequentially('+7900');
  await expect(number).toHaveAccessibleDescription(/several, one in a line/);
  await number.pressSequentially('0000999');
  await expect(number).toHaveAccessibleDescription(/\+7\s900\s000/);
  await number.fill('+7 900 000-01-02');
  await expect(number).toHaveAccessibleDescription(/Already among your contacts as /);
  await dialog.getByLabel('Name').fill('Somebody Else');
  await expect(number).toHaveAccessibleDescription(/They will be renamed\./);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();

  await seeTotal(page, 243);
  await peopleSearch(page).fill('Somebody Else');
  await expect(peopleRows(page).first()).toContainText('+7 900 000-01-02');
});
