import type { Page } from '@playwright/test';
import type { Started } from '../support/apps.ts';
import {
  chosenBar,
  openPeople,
  type PeopleFixtures,
  peopleGrid,
  peopleRows,
  peopleSearch,
  personPanel,
  pointedRow,
  seeTotal,
} from '../support/people-page.ts';
import { expect, test } from './fixture.ts';

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** From the search into the list, without a mouse. */
async function openPeopleByKeys(fixtures: PeopleFixtures): Promise<Started> {
  const { app, page } = await openPeople(fixtures);
  await press(page, 'ControlOrMeta+f');
  await expect(peopleSearch(page)).toBeFocused();
  await press(page, 'ArrowDown');
  await expect(peopleGrid(page)).toBeFocused();
  return { app, page };
}

test('arrows, pages and both ends move the pointer, and what it points at is in view', async ({ launch, practice }) => {
  const { page } = await openPeopleByKeys({ launch, practice });
  const pointsAt = (index: number) => expect(pointedRow(page)).toHaveAttribute('aria-rowindex', String(index + 2));
  await pointsAt(0);

  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowUp');
  await pointsAt(1);
  await press(page, 'End');
  await pointsAt(242);
  await expect(pointedRow(page)).toBeInViewport({ ratio: 1 });
  await press(page, 'PageUp');
  await expect(pointedRow(page)).toBeInViewport({ ratio: 1 });
  await press(page, 'Home');

  await pointsAt(0);
  await expect(peopleGrid(page)).toHaveAttribute('aria-activedescendant', 'person-0');
  await expect(pointedRow(page)).toBeInViewport({ ratio: 1 });
});

test('Space chooses, Shift makes ranges, Ctrl+A takes everybody, Esc lets all go', async ({ launch, practice }) => {
  const { page } = await openPeopleByKeys({ launch, practice });

  await press(page, 'Space', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(chosenBar(page)).toContainText('4 chosen');
  await press(page, 'Shift+ArrowUp');
  await expect(chosenBar(page)).toContainText('3 chosen');
  await expect(page.getByRole('status').filter({ hasText: '3 chosen' })).toHaveText('243 found, 3 chosen');
  await press(page, 'Shift+End');
  await expect(chosenBar(page)).toContainText('242 chosen');
  await press(page, 'ControlOrMeta+a');
  await expect(chosenBar(page)).toContainText('243 chosen');
  await expect(page.getByRole('checkbox', { name: 'Choose everybody found' })).toBeChecked();
  await press(page, 'Escape');

  await expect(chosenBar(page)).toBeHidden();
  await expect(peopleGrid(page)).toBeFocused();
});

test('letters lead to the first name that begins so, a space belongs to them', async ({ launch, practice }) => {
  const { page } = await openPeopleByKeys({ launch, practice });

  await page.keyboard.type('gwendolyn t');

  await expect(pointedRow(page)).toContainText('Gwendolyn Thimble');
  await expect(pointedRow(page)).toBeInViewport({ ratio: 1 });
  await expect(chosenBar(page)).toBeHidden();
});

test('Enter opens a person, Esc leads back to the same row', async ({ launch, practice }) => {
  const { page } = await openPeopleByKeys({ launch, practice });
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  const name = personPanel(page).getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  const row = pointedRow(page).getByRole('gridcell').nth(1);
  await expect(row).toHaveText(await name.inputValue());

  await press(page, 'Escape');
  await expect(personPanel(page)).toBeHidden();
  await expect(peopleGrid(page)).toBeFocused();
  await expect(pointedRow(page)).toHaveAttribute('aria-rowindex', '4');

  // With the panel open beside it, the list still has its keys, and the panel goes along.
  await press(page, 'Enter');
  await expect(name).toBeFocused();
  await peopleGrid(page).focus();
  await press(page, 'ArrowDown');
  await expect(name).toHaveValue((await row.textContent()) ?? '');
});

test('Delete deletes who is pointed at, Ctrl+Z brings them back, and the focus stays in the list', async ({
  launch,
  practice,
}) => {
  const { page } = await openPeopleByKeys({ launch, practice });
  await press(page, 'ArrowDown');
  const nameOf = () => pointedRow(page).getByRole('gridcell').nth(1).textContent();
  const second = await nameOf();
  const third = await peopleRows(page).nth(2).getByRole('gridcell').nth(1).textContent();

  await press(page, 'Delete');
  await seeTotal(page, 242);
  await expect(pointedRow(page).getByRole('gridcell').nth(1)).toHaveText(third ?? '');
  await expect(peopleGrid(page)).toBeFocused();
  await press(page, 'ControlOrMeta+z');

  await seeTotal(page, 243);
  await expect(peopleRows(page).nth(1).getByRole('gridcell').nth(1)).toHaveText(second ?? '');
  await expect(pointedRow(page).getByRole('gridcell').nth(1)).toHaveText(third ?? '');
});

test('from the search to a group without a mouse', async ({ launch, practice }) => {
  const { page } = await openPeopleByKeys({ launch, practice });
  await press(page, 'Shift+ArrowDown', 'Tab');
  // The head of the list comes before what floats over it.
  for (let step = 0; step < 6; step += 1) {
    if (
      await chosenBar(page)
        .getByRole('button', { name: 'New group' })
        .evaluate((it) => it.matches(':focus'))
    )
      break;
    await press(page, 'Tab');
  }
  await press(page, 'Enter');

  await expect(page.getByRole('list', { name: 'People in the group' }).getByRole('listitem')).toHaveCount(2);
});
