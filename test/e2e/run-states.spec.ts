import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { askForGroup, firstNumbers, hurried, openSection, seeReady, setUpAccount } from '../support/clerk.ts';
import { createLook, dress, dresses } from '../support/look.ts';
import { checkFile, openRun, startChecked, writeGroups } from '../support/start-run.ts';
import { expect, test } from './fixture.ts';

const soon = { timeout: 40_000 };
const names = ['А', 'Б', 'В', 'Г', 'Д'].map((letter) => `Родители 5 «${letter}», школа № 1502, 2026/27`);
const [created = '', refused = '', lost = '', twice = '', next = ''] = names;

const menuItem = async (page: Page, menu: string, item: string): Promise<void> => {
  await page.getByRole('button', { name: menu, exact: true }).last().click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('whatever state a row is in, it is whole in every dress, in forced colours too', async ({
  launch,
  practice,
  userData,
}) => {
  test.setTimeout(300_000);
  const [shy, known] = [practice.world.people[1]?.chatId ?? '', practice.world.people[0]?.chatId ?? ''];
  practice.world.phone.change(shy, { addableBy: 'contacts', savedAs: null });
  practice.world.phone.createGroup('An older group', [known]);
  const pictures = ['Картинки/герб школы.jpg', '../тайна.jpg', 'notes.jpg', '', ''];
  const file = await writeGroups(userData, practice, names, pictures);
  writeFileSync(path.join(path.dirname(file), 'notes.jpg'), 'GIF89a');
  const started = await launch([], hurried);
  const { app, page } = started;
  await setUpAccount(page, practice);

  async function look(name: string): Promise<void> {
    for (const dressed of dresses) {
      await dress(page, dressed);
      const eyes = createLook({ app, page, ...dressed });
      await eyes.look(name);
      await eyes.lookForced(name);
    }
    await dress(page, { language: 'en', theme: 'light' });
  }
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });

  await checkFile(started, file, 5);
  await expect(row(created)).toContainText('to fix');
  await look('check-pictures');
  await menuItem(page, 'More', 'Leave out pictures that are missing');
  await expect(row(lost)).toContainText('ready');
  practice.faults.next('checkWhatsapp', 'quota');
  await menuItem(page, 'More', 'Check who is on WhatsApp');
  await expect.poll(() => practice.calls.some(({ method }) => method === 'checkWhatsapp')).toBe(true);
  await openSection(page, 'New group');
  await openSection(page, 'From a spreadsheet');
  await page.getByRole('button', { name: 'Classes.xlsx', exact: true }).click();
  await expect(page.getByText('This account seems to have the free tariff')).toBeVisible();
  await look('check-tariff');

  practice.faults.nth('createGroup', 'validation', 2);
  practice.faults.nth('createGroup', 'lost-before-effect', 3);
  await startChecked(page, 5);
  await expect(row(lost)).toContainText('not known yet', soon);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await openSection(page, 'New group');
  await askForGroup(page, { name: twice, numbers: firstNumbers(practice, 3) });
  await seeReady(page, twice);
  await openRun(page, file);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(page.getByText('Done: 2 of 4 created')).toBeVisible(soon);
  await expect(row(twice)).toContainText('duplicate');
  await expect(row(created)).toContainText('1 in, 1 not yet');
  await expect(row(refused)).toContainText('No group was made.');
  await expect(row(next)).toContainText('2 in');
  await expect(row(lost).getByRole('button', { name: 'It exists' })).toBeVisible(soon);
  await look('run-states');
});
