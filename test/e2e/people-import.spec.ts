import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { readTableFile } from '../../main/spreadsheet/read-table-file.ts';
import { openSection, setUpAccount } from '../support/clerk.ts';
import { answerDialog } from '../support/native.ts';
import { chooseFile, dropFile, importDialog, openImport, peopleFile } from '../support/people-files.ts';
import { expect, test } from './fixture.ts';

/** What the opened file gives, in figures. */
const gives = (dialog: Locator): Locator => dialog.getByRole('region', { name: 'Who was found' });

const column = (dialog: Locator, heading: string): Locator =>
  dialog.getByRole('combobox', { name: new RegExp(`^Column [A-Z]+: ${heading}$`) });

const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search' });

const importButton = (dialog: Locator): Locator => dialog.getByRole('button', { name: /^Import/ });

test('the people of a spreadsheet are looked at, kept, and taken back by one click', async ({ launch, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  const dialog = await openImport(page);

  await chooseFile(app, dialog, peopleFile('school-list.xlsx'));
  await expect(dialog.getByLabel('Sheet')).toHaveValue('1');
  await expect(dialog.getByLabel('Headings')).toHaveValue('5');
  await expect(column(dialog, 'Ф\\.И\\.О\\. родителя')).toHaveAccessibleDescription('a guess');
  await expect(gives(dialog)).toContainText('5 people');
  await expect(gives(dialog)).toContainText('5 new');
  await expect(gives(dialog)).toContainText('2 lines left out');
  await importButton(dialog).click();

  await expect(page.getByText('5 people imported')).toBeVisible();
  await expect(dialog).toBeHidden();
  await search(page).fill('петрова анна ивановна');
  await expect(page.getByText('+7 900 000-00-01')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The import is taken back')).toBeVisible();
  await expect(page.getByText('Nobody found')).toBeVisible();
});

test('an import can be taken back after the app was closed, too', async ({ launch, restart, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  const dialog = await openImport(page);
  await chooseFile(app, dialog, peopleFile('school-list.xlsx'));
  await importButton(dialog).click();
  await expect(page.getByText('5 people imported')).toBeVisible();

  const again = (await restart()).page;
  const reopened = await openImport(again);
  await expect(reopened.getByText(/^Last import: .*, 5 people\.$/)).toBeVisible();
  await reopened.getByRole('button', { name: 'Take it back' }).click();
  await expect(again.getByText('The import is taken back')).toBeVisible();
  await expect(reopened.getByText(/^Last import/)).toBeHidden();
  await again.keyboard.press('Escape');
  await search(again).fill('петрова анна ивановна');
  await expect(again.getByText('Nobody found')).toBeVisible();
});

test('another column is read at once, and what was guessed is no guess any more', async ({ launch, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  const dialog = await openImport(page);
  await chooseFile(app, dialog, peopleFile('1c-list-1251.csv'));
  const kept = dialog.getByRole('listitem').filter({ hasText: '+7 900 000-00-02' });
  await expect(kept).toContainText('Крылов Борис');

  await column(dialog, 'Контрагент').selectOption('Name');

  await expect(kept).toContainText('ИП Крылов');
  await expect(column(dialog, 'Контактное лицо')).toHaveValue('leave-out');
  await expect(column(dialog, 'Контрагент')).toHaveAccessibleDescription('');
  await column(dialog, 'Телефон').selectOption('Not used');
  await expect(gives(dialog)).toContainText('Nobody with a number');
  await expect(importButton(dialog)).toBeDisabled();
});

test('another sheet is guessed anew', async ({ launch, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  const dialog = await openImport(page);
  await chooseFile(app, dialog, peopleFile('school-list.xlsx'));
  await expect(gives(dialog)).toContainText('5 people');

  await dialog.getByLabel('Sheet').selectOption('Расписание');
  await expect(gives(dialog)).toContainText('Nobody with a number');
  await dialog.getByLabel('Sheet').selectOption('5А');

  await expect(gives(dialog)).toContainText('5 people');
});

test('lines that give nobody are shown with their reasons and saved as a table', async ({
  launch,
  practice,
  userData,
}) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  const dialog = await openImport(page);
  await chooseFile(app, dialog, peopleFile('1c-list-1251.csv'));
  const bad = dialog.getByRole('listitem').filter({ hasText: /^Line/ });
  await expect(bad).toHaveCount(3);
  await expect(bad.first()).toContainText(/Line 7.*Кузнецова Вера.*an extension has no WhatsApp of its own/);

  const filePath = path.join(userData, 'left out.xlsx');
  await answerDialog(app, 'showSaveDialog', { canceled: false, filePath });
  await dialog.getByRole('button', { name: 'Save this list…' }).click();

  await expect(dialog.getByText('The list is saved.')).toBeVisible();
  const written = await readTableFile(readFileSync(filePath), 'left out.xlsx');
  const rows = written.ok ? (written.value.tables[0]?.rows ?? []) : [];
  expect(rows.map(({ cells }) => cells.join(' ')).join('\n')).toContain('Кузнецова Вера');
});

test('contacts from a phone are kept as a saved list too', async ({ launch, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  const dialog = await openImport(page);
  await chooseFile(app, dialog, peopleFile('iphone-3.0.vcf'));
  await expect(dialog).toContainText('4 cards');
  await expect(dialog.getByRole('listitem').filter({ hasText: /^Card 4/ })).toContainText('no number');

  await dialog.getByLabel('Also make a saved list').check();
  await expect(dialog.getByLabel('Name of the list')).toHaveValue('iphone-3.0');
  await dialog.getByLabel('Name of the list').fill('  ');
  await importButton(dialog).click();
  await expect(dialog.getByLabel('Name of the list')).toHaveAccessibleDescription('Give the list a name.');
  await expect(dialog.getByLabel('Name of the list')).toBeFocused();
  await dialog.getByLabel('Name of the list').fill('Choir');
  await importButton(dialog).click();

  await expect(page.getByText('4 people imported')).toBeVisible();
  await openSection(page, 'New group');
  await page.getByRole('button', { name: 'Add a saved list' }).click();
  await expect(page.getByRole('button', { name: 'Choir 4 people' })).toBeVisible();
});

test('a file is dropped on the screen, another one on the dialog', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await openSection(page, 'People');

  await dropFile(page.getByRole('main'), { name: 'one.csv', text: 'Имя;Телефон\nАнна;+7 900 000-00-01\n' });
  const dialog = importDialog(page);
  await expect(gives(dialog)).toContainText('1 person');
  await dropFile(dialog.getByText('one.csv'), {
    name: 'two.csv',
    text: 'Имя;Телефон\nАнна;+7 900 000-00-01\nБорис;+7 900 000-00-02\n',
  });

  await expect(dialog.getByText('two.csv')).toBeVisible();
  await expect(gives(dialog)).toContainText('2 people');
});

test('what is copied out of a mail or a table is pasted', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  const dialog = await openImport(page);
  await dialog.getByRole('button', { name: 'Paste from an email or a table' }).click();
  const text = dialog.getByRole('textbox');
  await expect(text).toBeFocused();
  await dialog.getByRole('button', { name: 'Find people' }).click();
  await expect(text).toHaveAccessibleDescription('Paste names and numbers here first.');

  await text.fill(readFileSync(peopleFile('pasted-mail.txt'), 'utf8'));
  await dialog.getByRole('button', { name: 'Find people' }).click();
  await expect(dialog.getByText('Pasted text')).toBeVisible();
  await expect(gives(dialog)).toContainText('4 people');
  await expect(gives(dialog)).toContainText('1 line repeats somebody');

  await dialog.getByRole('button', { name: 'Back' }).click();
  await text.fill('Who\tNumber\tAbout\nAnna\t+7 900 000-00-01\tchoir\nBoris\t+7 900 000-00-02\t\n');
  await dialog.getByRole('button', { name: 'Find people' }).click();

  await expect(column(dialog, 'Number')).toHaveValue('phone');
  await expect(gives(dialog)).toContainText('2 people');
});

test('a file that is something else says what it is, and the next one is read', async ({
  launch,
  practice,
  userData,
}) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  const dialog = await openImport(page);
  const pdf = path.join(userData, 'parents.pdf');
  writeFileSync(pdf, '%PDF-1.7\n1 0 obj\n');

  await chooseFile(app, dialog, pdf);
  await expect(dialog.getByRole('alert')).toContainText('“parents.pdf” is a PDF');
  await dropFile(dialog.getByRole('alert'), { name: 'nothing.csv' });
  await expect(dialog.getByRole('alert')).toContainText('There is nothing in “nothing.csv”');
  await answerDialog(app, 'showOpenDialog', { canceled: true, filePaths: [] });
  await dialog.getByRole('button', { name: 'Choose another file' }).click();
  await expect(dialog.getByRole('alert')).toBeHidden();
  await chooseFile(app, dialog, peopleFile('excel-numbers.csv'));

  await expect(gives(dialog)).toContainText('6 people');
  await chooseFile(app, dialog, pdf);
  await expect(dialog.getByRole('alert')).toContainText('is a PDF');
  await expect(gives(dialog)).toContainText('6 people');
});

test('a file over 20 MB is refused at once', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  const dialog = await openImport(page);

  await dropFile(dialog.getByText('or drop it here'), { name: 'huge.csv', bytes: 20 * 1024 * 1024 + 1 });

  await expect(dialog.getByRole('alert')).toContainText('“huge.csv” is larger than 20 MB. Nothing was read.');
});

test('Esc in the middle keeps nobody, and the focus goes back to the button', async ({ launch, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  const dialog = await openImport(page);
  await chooseFile(app, dialog, peopleFile('school-list.xlsx'));
  await expect(gives(dialog)).toContainText('5 people');

  await page.keyboard.press('Escape');

  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Import a file' })).toBeFocused();
  await search(page).fill('петрова анна ивановна');
  await expect(page.getByText('Nobody found')).toBeVisible();
});

test('all of it goes by keyboard, and the focus stays in the dialog', async ({ launch, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  await openSection(page, 'People');
  await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [peopleFile('excel-numbers.csv')] });
  await page.getByRole('button', { name: 'Import a file' }).focus();
  await page.keyboard.press('Enter');
  const dialog = importDialog(page);
  await expect(dialog.getByRole('button', { name: 'Choose a file' })).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(gives(dialog)).toContainText('6 people');
  const outside = () => page.evaluate(() => !document.activeElement?.closest('dialog'));
  let steps = 0;
  while (!(await importButton(dialog).evaluate((button) => button === document.activeElement))) {
    expect(await outside(), `after ${steps} steps`).toBe(false);
    expect(steps).toBeLessThan(30);
    steps += 1;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');

  await expect(page.getByText('6 people imported')).toBeVisible();
});

test('somebody who is known already under a worse name gets the better one', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  const [first] = practice.world.people;
  const number = `+${first?.chatId.split('@')[0]}`;
  const dialog = await openImport(page);

  await dropFile(dialog.getByText('or drop it here'), {
    name: 'one.csv',
    text: `Имя;Телефон\nАглая Из Файла;${number}\nБорис;+7 900 000-00-02\nБорис;+7 900 000-00-02\n`,
  });

  await expect(gives(dialog)).toContainText('2 people');
  await expect(gives(dialog)).toContainText('1 new');
  await expect(gives(dialog)).toContainText('1 with a better name');
  await expect(gives(dialog)).toContainText('1 line repeats somebody');
});
