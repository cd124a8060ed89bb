import type { Locator, Page } from '@playwright/test';
import type { Practice } from '../../main/practice/practice.ts';
import type {} from '../../preload/window.d.ts';
import { askForGroup, firstNumbers, hurried, openSection, seeReady, setUpAccount } from '../support/clerk.ts';
import { dropFile, openImport } from '../support/people-files.ts';
import { expect, test } from './fixture.ts';

const chips = (page: Page): Locator => page.getByRole('list', { name: 'People in the group' }).getByRole('listitem');

const listButton = (page: Page): Locator => page.getByRole('button', { name: 'Add a saved list' });

async function addList(page: Page, name: string): Promise<void> {
  await listButton(page).click();
  await page.getByRole('button', { name }).click();
}

/** A list of the first contacts, made when they have been read. */
async function makeList(page: Page, name: string, practice: Practice, count: number): Promise<void> {
  await expect(page.getByRole('listbox', { name: 'Found people' }).getByRole('option').first()).toBeVisible();
  const chatIds = practice.world.people.slice(0, count).map(({ chatId }) => chatId);
  const made = await page.evaluate(
    async ([listName, ids]) => {
      const snapshot = await window.api['app.snapshot']({});
      const accountId = snapshot.ok ? (snapshot.value.accounts.currentId ?? '') : '';
      return window.api['lists.create']({ accountId, name: listName, chatIds: ids });
    },
    [name, chatIds] as const,
  );
  expect(made).toMatchObject({ ok: true, value: { count } });
}

test('a saved list comes into the group with one click and goes with one', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await makeList(page, 'Branch heads', practice, 4);
  await makeList(page, 'Choir', practice, 2);

  await addList(page, 'Choir 2 people');
  await expect(chips(page)).toHaveCount(2);
  await addList(page, 'Branch heads 4 people');
  await expect(chips(page)).toHaveCount(4);
  await expect(page.getByText('2 people added from “Branch heads”. 2 were already in.')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Check' })).toContainText('4 ready');
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect(chips(page)).toHaveCount(2);
  await addList(page, 'Choir 2 people');
  await expect(page.getByText('Everybody from “Choir” is in already.')).toBeVisible();
});

test('the lists are chosen by keyboard, and the focus goes back', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await makeList(page, 'Branch heads', practice, 4);
  await makeList(page, 'Choir', practice, 2);
  await listButton(page).focus();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Branch heads 4 people' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(listButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Branch heads 4 people' })).toBeFocused();
  await page.locator('.popup:popover-open').evaluate((panel: HTMLElement) => {
    panel.hidePopover();
    panel.showPopover();
  });
  await expect(page.getByRole('button', { name: 'Branch heads 4 people' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  await expect(chips(page)).toHaveCount(2);
  await expect(listButton(page)).toBeFocused();
});

test('in the smallest window one sees what came of a list, and begins at the top', async ({ launch, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  await makeList(page, 'Choir', practice, 12);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ width: 720, height: 560 }));
  const zoom = (factor: number) =>
    app.evaluate(({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by), factor);
  await openSection(page, 'People');
  await zoom(2);
  await openSection(page, 'New group');
  await expect(page.getByLabel('Name of the group')).toBeInViewport({ ratio: 1 });
  await zoom(1);

  await addList(page, 'Choir 12 people');

  const bottomOf = async (place: Locator) => {
    const box = await place.boundingBox();
    return (box?.y ?? Number.NaN) + (box?.height ?? 0);
  };
  const foot = await page.locator('.foot').boundingBox();
  await expect.poll(() => bottomOf(page.getByText('12 people added from “Choir”.'))).toBeLessThan(foot?.y ?? 0);
});

test('without lists it is said how one is made', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);

  await listButton(page).click();

  await expect(page.getByText('No saved lists yet.')).toBeVisible();
});

test('a list of more people than a group holds adds nobody and says so', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await makeList(page, 'Choir', practice, 2);
  await addList(page, 'Choir 2 people');
  const dialog = await openImport(page);
  const rows = Array.from(
    { length: 1023 },
    (_, n) => `Person ${n};+7 900 100-${String(1000 + n).replace(/(..)$/, '-$1')}`,
  );
  await dropFile(dialog.getByText('or drop it here'), {
    name: 'Everybody.csv',
    text: `Name;Phone\n${rows.join('\n')}\n`,
  });
  await dialog.getByLabel('Also make a saved list').check();
  await dialog.getByRole('button', { name: 'Import 1,023 people' }).click();
  await expect(dialog).toBeHidden();
  await openSection(page, 'New group');

  await addList(page, 'Everybody 1,023 people');

  const note = page.getByText('“Everybody” is 2 people too many: a group holds 1,023. Nobody was added.');
  await expect(note).toBeVisible();
  await expect(chips(page)).toHaveCount(2);
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(note).toBeHidden();
});

test('the people of a group that is ready become a list for the next one', async ({ launch, practice }) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  await makeList(page, 'Choir', practice, 2);
  await askForGroup(page, { name: 'Choir', numbers: firstNumbers(practice, 3) });
  await seeReady(page, 'Choir');
  await expect(page.getByText('Everybody is in.')).toBeVisible();

  await page.getByRole('button', { name: 'Save these people as a list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as a list' });
  await expect(dialog.getByLabel('Name of the list')).toHaveValue('Choir');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is a list “Choir” already.');
  await dialog.getByLabel('Name of the list').fill('Choir, spring');
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByText('List “Choir, spring” saved: 3 people')).toBeVisible();
  await openSection(page, 'New group');
  await addList(page, 'Choir, spring 3 people');
  await expect(chips(page)).toHaveCount(3);
});
