import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Practice } from '../../core/contract/events.ts';
import { createWords } from '../../core/i18n/words.ts';
import type { Language } from '../../core/language.ts';
import type {} from '../../preload/window.d.ts';
import { hurried } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

const top = path.resolve(import.meta.dirname, '../..');

const sizes = { large: [1280, 800], middle: [900, 600], small: [720, 560] } as const;
type Size = keyof typeof sizes;

const resize = (app: ElectronApplication, size: Size): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setBounds({ width, height }),
    sizes[size],
  );

const zoom = (app: ElectronApplication, factor: number): Promise<void> =>
  app.evaluate(({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by), factor);

/** Words that do not fit where they stand: cut on the right without the dots that say so, or out of the window. */
const cutWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hasOwnText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      if (!hasOwnText(element) || !element.checkVisibility()) return false;
      if (element.clientWidth <= 1) return false; // for screen readers alone
      const { overflowX, textOverflow } = getComputedStyle(element);
      return overflowX !== 'visible' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
    });
    const page = document.documentElement;
    const sideways = page.scrollWidth > page.clientWidth ? [`the page scrolls sideways: ${page.scrollWidth}`] : [];
    return [...cut.map((element) => `${element.tagName} ${element.textContent}`), ...sideways];
  });

const takeShot = (page: Page, name: string) =>
  page.screenshot({ path: path.join(top, 'test-results/screenshots', `${name}.png`) });

const violations = async (page: Page): Promise<string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
};

type Look = { readonly language: Language; readonly theme: 'light' | 'dark' };

test.describe.configure({ mode: 'parallel' });

for (const language of ['en', 'ru'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every screen is whole and without barriers: ${language}, ${theme}`, async ({ launch, practice }) => {
      test.setTimeout(240_000);
      const { app, page } = await launch([], { ...hurried, LANGUAGE: language, LANG: `${language}.UTF-8` });
      await walk({ app, page, language, theme });
      expect(practice.world.groups).toEqual([]); // all of it was practice
    });
  }
}

type Walk = Look & { readonly app: ElectronApplication; readonly page: Page };

async function walk({ app, page, language, theme }: Walk): Promise<void> {
  const say = createWords(language);
  await page.evaluate((change) => window.api['settings.change'](change), { language, theme });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);

  /** Looks at the screen as it is, in every size that is asked for. */
  const look = async (name: string, at: readonly Size[] = ['large', 'middle', 'small']) => {
    for (const size of at) {
      await resize(app, size);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(sizes[size][0]);
      await takeShot(page, `${name}-${language}-${theme}-${size}`);
      expect(await cutWords(page), `${name}, ${size}`).toEqual([]);
    }
    await resize(app, 'large');
    expect(await violations(page), name).toEqual([]);
  };
  const rail = (key: 'shell.newGroup' | 'shell.people' | 'shell.groups' | 'shell.settings') =>
    page
      .getByRole('navigation')
      .getByRole('button', { name: say(key) })
      .first()
      .click();

  await look('first-run');
  await page.getByRole('button', { name: new RegExp(say('firstRun.typeTitle')) }).click();
  await expect(page.getByRole('heading', { name: say('accountForm.newTitle') })).toBeVisible();
  await page.getByRole('button', { name: say('accountForm.save'), exact: true }).click();
  await look('account-form-problems');
  await page
    .getByRole('button', { name: say('shell.back') })
    .or(page.getByRole('button', { name: say('shell.cancel') }))
    .first()
    .click();

  await page.getByRole('button', { name: new RegExp(say('firstRun.practiceTitle')) }).click();
  const options = page.getByRole('listbox', { name: say('newGroup.found') }).getByRole('option');
  await expect(options.first()).toBeVisible();
  await look('new-group-empty');

  await rail('shell.groups');
  await look('groups-empty');

  await rail('shell.newGroup');
  const title = language === 'ru' ? 'Родители 5 «Б», 2026/27' : 'Parents 5 “B”, 2026/27';
  await page.getByLabel(say('newGroup.name')).fill(title);
  for (let index = 0; index < 5; index += 1) await options.nth(index * 3).click();
  await page.getByRole('combobox', { name: say('newGroup.people') }).fill('8 900 000-01-77');
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('newGroup.look', { count: 1 })).first()).toBeVisible();
  await look('new-group-problem');
  await zoom(app, 2);
  expect(await cutWords(page), 'new group at 200 %').toEqual([]);
  await takeShot(page, `new-group-zoomed-${language}-${theme}`);
  await zoom(app, 1);
  await page
    .getByRole('button', { name: say('newGroup.takeOutShort'), exact: true })
    .first()
    .click();
  await page.getByRole('combobox', { name: say('newGroup.people') }).fill(language === 'ru' ? 'ан' : 'an');
  await expect(options.first()).toBeVisible();
  await look('new-group-filled', ['large']);
  await docsPicture(page, 'new-group', { language, theme });

  const create = async () => {
    await page
      .locator('.foot')
      .getByRole('button', {
        name: new RegExp(`^(${say('newGroup.create')}|${say('newGroup.queueAt', { time: '' }).trim()})`),
      })
      .click();
  };
  await create();
  await look('sum-up', ['large', 'small']);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^(${say('newGroup.createIt')}|${say('newGroup.queueIt')})$`) })
    .click();
  await expect(page.getByText(say('result.ready'), { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: say('result.check') })).toBeVisible({ timeout: 20_000 });
  await look('result-created');
  await docsPicture(page, 'result', { language, theme });
  await zoom(app, 2);
  expect(await cutWords(page), 'result at 200 %').toEqual([]);
  await zoom(app, 1);

  const askAgain = async (name: string) => {
    await rail('shell.newGroup');
    await page.getByLabel(say('newGroup.name')).fill(name);
    await page.getByRole('combobox', { name: say('newGroup.people') }).fill('');
    await options.nth(0).click();
    await create();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^(${say('newGroup.createIt')}|${say('newGroup.queueIt')})$`) })
      .click();
  };
  const practise = (practice: Practice) =>
    page.evaluate((wanted) => window.api['practice.setTrouble'](wanted), practice);

  await practise({ trouble: 'none', clock: 'real' });
  await askAgain(language === 'ru' ? 'Водители, север' : 'Drivers, north');
  await expect(page.getByText(say('result.queuedTitle'))).toBeVisible();
  await look('result-queued');
  await practise({ trouble: 'not-made-500', clock: 'fast' });
  await expect(page.getByText(say('result.unknownTitle'))).toBeVisible({ timeout: 20_000 });
  await look('result-unknown');
  await expect(page.getByRole('button', { name: say('result.itDoesNot') })).toBeVisible({ timeout: 40_000 });
  await look('result-please-check');

  await rail('shell.groups');
  await expect(
    page
      .getByRole('button', { name: title })
      .or(page.getByRole('link', { name: title }))
      .first(),
  ).toBeVisible();
  await look('groups-list');
  await page
    .getByRole('button', { name: title })
    .or(page.getByRole('link', { name: title }))
    .first()
    .click();
  await look('groups-detail');

  await practise({ trouble: 'quota', clock: 'fast' });
  await askAgain(language === 'ru' ? 'Школьный хор' : 'School choir');
  await expect(page.getByText(say('result.refusedTitle'), { exact: true })).toBeVisible({ timeout: 20_000 });
  await look('result-refused');

  await rail('shell.people');
  await expect(page.getByText(say('people.total', { count: 240 }))).toBeVisible();
  await look('people');
  await rail('shell.settings');
  await look('settings');
  await zoom(app, 2);
  expect(await cutWords(page), 'settings at 200 %').toEqual([]);
  await zoom(app, 1);
}

/** The README's pictures: made anew with `CREATEGROUP_SHOTS=docs npm run test:e2e`. */
async function docsPicture(page: Page, name: string, { language, theme }: Look): Promise<void> {
  if (process.env.CREATEGROUP_SHOTS !== 'docs' || language !== 'en' || theme !== 'light') return;
  const folder = path.join(top, 'docs/images');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}-en.png`) });
}
