import { readFileSync } from 'node:fs';
import path from 'node:path';
import { askForGroup, firstNumbers, hurried, openSection, seeReady, setUpAccount } from '../support/clerk.ts';
import { answerDialog } from '../support/native.ts';
import { expect, test } from './fixture.ts';

test('the file for support tells what happened, without names, and whole numbers only when ticked', async ({
  launch,
  practice,
  userData,
}) => {
  const { app, page } = await launch([], hurried);
  await setUpAccount(page, practice);
  const [number = ''] = firstNumbers(practice, 1);
  await askForGroup(page, { name: 'Parents of Masha', numbers: [number] });
  await seeReady(page, 'Parents of Masha');
  await openSection(page, 'Settings');
  const save = page.getByRole('button', { name: 'Save…' });

  const masked = path.join(userData, 'masked.txt');
  await answerDialog(app, 'showSaveDialog', { canceled: false, filePath: masked });
  await save.click();
  await expect(page.getByText('The file for support is saved')).toBeVisible();
  const digits = number.replace(/\D/g, '');
  const text = readFileSync(masked, 'utf8');
  expect(text).toContain('groups: created 1');
  expect(text).toContain('state: authorized');
  expect(text).not.toContain('Masha');
  expect(text).not.toContain(digits);
  expect(text).toContain(`•••${digits.slice(-4)}`);

  const whole = path.join(userData, 'whole.txt');
  await answerDialog(app, 'showSaveDialog', { canceled: false, filePath: whole });
  await page.getByLabel(/With whole phone numbers/).check();
  await save.click();
  await expect.poll(() => readFileSync(whole, { encoding: 'utf8', flag: 'a+' })).toContain(digits);
  expect(readFileSync(whole, 'utf8')).not.toContain(practice.apiTokenInstance);
});
