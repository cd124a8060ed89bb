import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { helpChapters } from '../../core/help.ts';
import { hurried } from '../support/clerk.ts';
import { createLook, dress, dresses } from '../support/look.ts';
import { clickMenu } from '../support/native.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel' });

const practise = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Practise with pretend people/ }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
};

test('F1 opens the help at the chapter about this screen, and again the same window', async ({ launch }) => {
  const { app, page } = await launch([], hurried);

  const opened = app.waitForEvent('window');
  await page.keyboard.press('F1');
  const help = await opened;
  await expect(help).toHaveURL(/\/en\.html#start$/);
  await expect(help.getByRole('heading', { name: 'Begin' })).toBeInViewport();
  await expect(help.locator('img').first()).toHaveJSProperty('complete', true);
  expect(await help.evaluate(() => [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).length)).toBe(
    0,
  );

  await practise(page);
  await page.keyboard.press('Control+Comma');
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  await page.keyboard.press('F1');
  await expect(help).toHaveURL(/\/en\.html#accounts$/);
  await expect(help.getByRole('heading', { name: 'Linking the phone' })).toBeInViewport();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2);

  // The contents lead to every chapter, and nowhere else.
  const links = await help
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(links).toEqual(helpChapters.map((chapter) => `#${chapter}`));
  expect(await help.evaluate(() => typeof (window as { api?: unknown }).api)).toBe('undefined');

  await page.evaluate((change) => window.api['settings.change'](change), { language: 'ru' as const });
  await clickMenu(app, 'help-keys');
  await expect(help).toHaveURL(/\/ru\.html#keys$/);
});

test('closing the window closes its help', async ({ launch }) => {
  const { app, page } = await launch([], hurried);
  const opened = app.waitForEvent('window');
  await page.keyboard.press('F1');
  const help = await opened;

  const closed = Promise.all([page, help].map((one) => one.waitForEvent('close')));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
});

test('? shows all keys, but not while one types', async ({ launch }) => {
  const { page } = await launch([], hurried);
  await practise(page);

  await page.getByLabel('Name of the group').fill('Who');
  await page.keyboard.press('?');
  await expect(page.getByLabel('Name of the group')).toHaveValue('Who?');
  await page.getByRole('heading', { name: 'New group' }).click();
  await page.locator('.rail-item').first().focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await expect(page.locator('.rail-item').first()).toBeFocused();
});

for (const { language, theme } of dresses) {
  test(`the help and the keys are whole and without barriers: ${language}, ${theme}`, async ({ launch }) => {
    const { app, page } = await launch([], { ...hurried, LANGUAGE: language, LANG: `${language}.UTF-8` });
    await dress(page, { language, theme });
    const { look } = createLook({ app, page, language, theme });
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('keys');

    const opened = app.waitForEvent('window');
    await page.keyboard.press('F1');
    const help = await opened;
    await expect(help.locator('h1')).toBeVisible();
    for (const width of [1000, 480]) {
      await help.setViewportSize({ width, height: 760 });
      await help.screenshot({ path: `test-results/screenshots/help-${language}-${theme}-${width}.png` });
      expect(await help.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    const { violations } = await new AxeBuilder({ page: help }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}
