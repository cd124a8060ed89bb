import type { Locator } from '@playwright/test';
import { openSection, setUpAccount } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

/** The text of a field with `|` where the caret is. */
const marked = (field: Locator): Promise<string> =>
  field.evaluate((element) => {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return '';
    const caret = element.selectionStart ?? 0;
    return `${element.value.slice(0, caret)}|${element.value.slice(caret)}`;
  });
/** Signs that keep the number in one line stand between its parts. */
const tooLong = /^\+7.900.000.+01.+023 is too long for a phone number\.$/;
const sees = (field: Locator, text: string) => expect.poll(() => marked(field)).toBe(text);

test('a number that is typed into the contacts is spaced on the way, and the caret stays where it is', async ({
  launch,
  practice,
}) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  await openSection(page, 'People');
  await page.getByRole('button', { name: 'Add people' }).click();
  const numbers = page.getByRole('dialog').getByLabel('Number');

  await numbers.pressSequentially('+7900000010');
  await sees(numbers, '+7 900 000-01-0|');
  await numbers.press('Home');
  for (let n = 0; n < 4; n += 1) await numbers.press('ArrowRight');
  await sees(numbers, '+7 9|00 000-01-0');
  await numbers.pressSequentially('1');
  await sees(numbers, '+7 91|0 000-00-10');
  await numbers.press('Backspace');
  await sees(numbers, '+7 9|0 000-00-10');
  await expect(numbers).not.toHaveAccessibleDescription(/too short|too long|not a phone number/);

  await numbers.fill('');
  await numbers.pressSequentially('+7900000010');
  await sees(numbers, '+7 900 000-01-0|');
  await numbers.press('Enter');
  await numbers.pressSequentially('+790000001023');
  await sees(numbers, '+7 900 000-01-0\n+7 900 000-01-023|');
  await expect(numbers).toHaveAccessibleDescription(tooLong);
  await numbers.press('Backspace');
  await expect(numbers).not.toHaveAccessibleDescription(/too long/);
});

test('a number that is typed into a new group is spaced, and what is wrong is said before Enter', async ({
  launch,
  practice,
}) => {
  const { page } = await launch();
  await setUpAccount(page, practice);
  const search = page.getByRole('combobox');

  await search.pressSequentially('+79000000102');
  await sees(search, '+7 900 000-01-02|');
  await expect(page.getByRole('option')).toHaveCount(1);
  await search.pressSequentially('3');
  await expect(page.getByText(tooLong)).toBeVisible();

  await search.fill('');
  await search.pressSequentially('Agatha 5');
  await sees(search, 'Agatha 5|');
});
