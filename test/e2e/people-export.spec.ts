import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openPeopleFile } from '../../main/contacts/files/people-file.ts';
import { answerDialog } from '../support/native.ts';
import { chosenBar, openPeople, peopleRows, tick } from '../support/people-page.ts';
import { expect, test } from './fixture.ts';

async function exportChosen(page: Page, format: RegExp): Promise<void> {
  await chosenBar(page).getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: format }).click();
}

for (const [format, fileName] of [
  [/CSV/, 'people.csv'],
  [/XLSX/, 'people.xlsx'],
  [/vCard/, 'people.vcf'],
] as const) {
  test(`the chosen are written to ${fileName}, which reads as the same people`, async ({
    launch,
    practice,
    userData,
  }) => {
    const { app, page } = await openPeople({ launch, practice });
    const filePath = path.join(userData, fileName);
    await answerDialog(app, 'showSaveDialog', { canceled: false, filePath });
    await tick(page, 0);
    await tick(page, 2);
    const shown = await Promise.all([0, 2].map((index) => peopleRows(page).nth(index).innerText()));

    await exportChosen(page, format);

    await expect(page.getByText('2 people written to the file')).toBeVisible();
    const written = await openPeopleFile(readFileSync(filePath), fileName, 'RU');
    const people = written.ok ? written.value.read.people : [];
    expect(people).toHaveLength(2);
    expect(people.every(({ name, phone }) => shown.some((row) => row.includes(name) && row.includes(phone)))).toBe(
      true,
    );
  });
}

test('nothing is written when the person cancels, and a place that cannot be written to is said', async ({
  launch,
  practice,
  userData,
}) => {
  const { app, page } = await openPeople({ launch, practice });
  await tick(page, 0);
  await answerDialog(app, 'showSaveDialog', { canceled: true, filePath: '' });
  await exportChosen(page, /CSV/);
  await answerDialog(app, 'showSaveDialog', { canceled: false, filePath: path.join(userData, 'nowhere', 'a.csv') });

  await exportChosen(page, /CSV/);

  await expect(page.getByText('The file could not be written there.')).toBeVisible();
});
