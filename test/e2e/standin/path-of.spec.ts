import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type {} from '../../../preload/window.d.ts';
import { expect, test } from './parts.ts';

const pathOfChosen = (page: Page) =>
  page.evaluate(() => {
    const file = document.querySelector('input')?.files?.[0];
    return file && window.pathOf(file);
  });

test('the window learns where a file lies that was chosen', async ({ launch, userData }) => {
  const file = path.join(userData, 'classes 2026.xlsx');
  const { page } = await launch([], { STANDIN_FILES_FROM: userData });
  writeFileSync(file, 'rows');

  await page.getByLabel('A file').setInputFiles(file);

  await expect.poll(() => pathOfChosen(page)).toBe(file);
});

test('a file that the window made itself lies nowhere', async ({ launch }) => {
  const { page } = await launch();

  expect(await page.evaluate(() => window.pathOf(new File(['rows'], 'rows.csv')))).toBe('');
});
