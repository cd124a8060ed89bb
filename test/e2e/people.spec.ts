import { openSection, setUpAccount } from '../support/clerk.ts';
import { peopleGrid, peopleRows, peopleSearch, seeTotal } from '../support/people-page.ts';
import { expect, test } from './fixture.ts';

test('the contacts of the phone are here by themselves, and syncing says what has changed', async ({
  launch,
  practice,
}) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await openSection(page, 'People');
  await seeTotal(page, 243);
  const sync = page.getByRole('button', { name: 'Sync', exact: true });
  await sync.click();
  await expect(page.getByText('Nothing has changed')).toBeVisible();

  const [first] = practice.world.people;
  practice.world.phone.change(first?.chatId ?? '', { savedAs: 'Аглая Первая', name: 'Аглая Первая' });
  await sync.click();

  await expect(page.getByText('1 renamed', { exact: true })).toBeVisible();
  await peopleSearch(page).fill('Аглая Первая');
  await expect(peopleRows(page)).toHaveCount(1);
  await expect(peopleRows(page)).toContainText('+7 900 000-01-01');
});

test('people are found by any part of a name or number, in either alphabet', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await openSection(page, 'People');
  await expect(peopleGrid(page)).toBeVisible();
  const found = peopleRows(page);

  await peopleSearch(page).fill('crumple');
  await expect(page.getByText('Nobody found')).toBeVisible();
  await expect(page.getByText('No name and no number contains “crumple”.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everybody' }).click();
  await seeTotal(page, 243);

  for (const [asked, answer] of [
    ['000-01-02', '+7 900 000-01-02'],
    ['8 900 000 01 02', '+7 900 000-01-02'],
    ['agatha crump', 'Agatha Crumpet'],
    ['полина', 'Полина '],
    ['polina', 'Полина '],
    ['ежиков', 'Ёжиков'],
  ] as const) {
    await peopleSearch(page).fill(asked);
    await expect(found.first(), asked).toContainText(answer);
  }
});

test('a person is added by number, with the slip in it repaired, and is found afterwards', async ({
  launch,
  practice,
}) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await openSection(page, 'People');
  await page.getByRole('button', { name: 'Add people' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add people' });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByLabel('Number')).toHaveAccessibleDescription('Type a number.');

  await dialog.getByLabel('Number').fill('8 900 000-09-99');
  await dialog.getByLabel('Name').fill('Newcomer Nina');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByLabel('Number')).toHaveAccessibleDescription(/Did you mean \+7\s900\s000/);
  await dialog.getByRole('button', { name: 'Repair' }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();

  await expect(page.getByText('1 person added')).toBeVisible();
  await seeTotal(page, 244);
  await peopleSearch(page).fill('newcomer');
  await expect(peopleRows(page)).toHaveCount(1);
  await expect(peopleRows(page)).toContainText('+7 900 000-09-99');
  await peopleRows(page).first().click();
  await expect(page.getByRole('complementary', { name: 'Person' })).toContainText('Typed in');
});

test('a column of numbers is added at once', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await openSection(page, 'People');
  await page.getByRole('button', { name: 'Add people' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add people' });
  await dialog.getByLabel('Number').fill('Anna +7 900 000-09-01\nBoris +7 900 000-09-02\n+7 900 000-09-03');
  await expect(dialog.getByLabel('Name')).toBeHidden();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();

  await expect(page.getByText('3 people added')).toBeVisible();
  await seeTotal(page, 246);
});

test('chosen people become a new group', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await openSection(page, 'People');
  const rows = peopleRows(page);
  await rows.nth(0).click();
  await rows.nth(2).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('toolbar', { name: 'Chosen people' });
  await expect(bar).toContainText('3 chosen');
  await peopleSearch(page).fill('000-01-02');
  await rows.first().click({ modifiers: ['ControlOrMeta'] });
  await expect(bar).toContainText('4 chosen');

  await bar.getByRole('button', { name: 'New group' }).click();

  await expect(page.getByRole('list', { name: 'People in the group' }).getByRole('listitem')).toHaveCount(4);
  await expect(page.getByRole('complementary', { name: 'Check' })).toContainText('4 ready');
});
