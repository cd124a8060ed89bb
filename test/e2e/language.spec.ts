import type { ElectronApplication, Page } from '@playwright/test';
import { openSection, setUpAccount } from '../support/clerk.ts';
import { trays } from '../support/native.ts';
import { expect, test } from './fixture.ts';

const trayLabels = async (app: ElectronApplication) =>
  (await trays(app)).flatMap(({ lines }) => lines.map(({ label }) => label));

const menuLabels = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));

async function expectRussian(app: ElectronApplication, page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Настройки', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page).toHaveTitle('Настройки – CreateGroup');
  await expect.poll(() => trayLabels(app)).toEqual(expect.arrayContaining(['Новая группа', 'Выйти']));
  expect(await menuLabels(app)).toEqual(['Файл', 'Правка', 'Вид', 'Справка']);
}

test('the language changes at once everywhere, and outlives a restart', async ({ launch, restart, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  await openSection(page, 'Settings');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByLabel('Language').focus();
  await page.getByLabel('Language').selectOption('Русский');
  await expectRussian(app, page);
  await expect(page.getByLabel('Язык')).toBeFocused();

  const again = await restart();
  await again.page.getByRole('button', { name: 'Настройки' }).click();
  await expectRussian(again.app, again.page);

  await again.page.getByLabel('Язык').selectOption('Как в системе');
  await expect(again.page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await expect.poll(() => trayLabels(again.app)).toEqual(expect.arrayContaining(['New group', 'Quit']));
});

test('a first screen in the wrong language is changed there', async ({ launch }) => {
  const { page } = await launch();
  await page.getByRole('button', { name: 'Русский' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('С чего начнём?');
  await expect(page.getByRole('button', { name: 'Русский' })).toHaveAttribute('aria-pressed', 'true');
});

test('the app speaks the language of the system from the start', async ({ launch }) => {
  const { page } = await launch([], { LANG: 'ru_RU.UTF-8', LANGUAGE: 'ru' });

  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page.getByRole('button', { name: 'Русский' })).toHaveAttribute('aria-pressed', 'true');
});

test('the theme changes at once, and outlives a restart', async ({ launch, restart, practice }) => {
  const { app, page } = await launch();
  await setUpAccount(page, practice);
  await openSection(page, 'Settings');
  const theme = (name: string) => page.getByRole('group', { name: 'Theme' }).getByRole('button', { name });
  const isDark = (of: ElectronApplication) => of.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
  const brightness = (of: Page) => of.evaluate(() => getComputedStyle(document.body).backgroundColor);

  await theme('Light').click();
  await expect.poll(() => isDark(app)).toBe(false);
  const light = await brightness(page);
  await theme('Dark').click();
  await expect(theme('Dark')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => isDark(app)).toBe(true);
  await expect.poll(() => brightness(page)).not.toBe(light);
  const dark = await brightness(page);

  const again = await restart();
  await expect.poll(() => brightness(again.page)).toBe(dark);
  expect(await isDark(again.app)).toBe(true);
});
