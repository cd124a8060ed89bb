import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Language } from '../../core/language.ts';
import type {} from '../../preload/window.d.ts';

const top = path.resolve(import.meta.dirname, '../..');

const sizes = { large: [1280, 800], middle: [900, 600], small: [720, 560] } as const;
export type Size = keyof typeof sizes;

/** Which picture of the guide a screen is. */
const guidePictures: Readonly<Record<string, string>> = {
  'new-group-filled': 'new-group',
  'result-created': 'group',
  'groups-list': 'groups',
  'people-list': 'people',
  'sheet-columns': 'columns',
  'sheet-check': 'check',
  'run-waiting': 'run',
};

/** How the app is dressed while it is looked at. */
export type Dress = { readonly language: Language; readonly theme: 'light' | 'dark' };

/** Every dress that is looked at. */
export const dresses: readonly Dress[] = (['en', 'ru'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

/** Language and theme are set, and the window has taken them. */
export async function dress(page: Page, { language, theme }: Dress): Promise<void> {
  await page.evaluate((change) => window.api['settings.change'](change), { language, theme });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  // Colours move to the other theme; spinners never end.
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

type Looked = Dress & { readonly app: ElectronApplication; readonly page: Page };

/** Takes pictures of the screen as it is, in every size asked for, and finds cut words, rival main buttons and barriers. */
export function createLook({ app, page, language, theme }: Looked) {
  const takeShot = (name: string) =>
    page.screenshot({ path: path.join(top, 'test-results/screenshots', `${name}.png`) });

  /** The pictures of the guide and the README are made anew with `CREATEGROUP_SHOTS=guide npm run test:e2e`. */
  async function takeGuidePicture(name: string): Promise<void> {
    const picture = guidePictures[name];
    if (picture === undefined || theme !== 'light' || process.env.CREATEGROUP_SHOTS !== 'guide') return;
    await page.screenshot({ path: path.join(top, 'docs/guide/images', language, `${picture}.png`) });
  }

  async function look(name: string, at: readonly Size[] = ['large', 'middle', 'small']): Promise<void> {
    for (const size of at) {
      await resize(app, size);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(sizes[size][0]);
      await takeShot(`${name}-${language}-${theme}-${size}`);
      if (size === 'middle') await takeGuidePicture(name);
      expect(await cutWords(page), `${name}, ${size}`).toEqual([]);
      expect(await rivals(page), `${name}, ${size}: more than one main button`).toEqual([]);
      expect(await undressed(page), `${name}, ${size}: as the browser draws it`).toEqual([]);
    }
    await resize(app, 'large');
    expect(await violations(page), name).toEqual([]);
  }

  /** The same at 200 %: nothing may be cut. */
  async function lookZoomed(name: string): Promise<void> {
    await zoom(app, 2);
    expect(await cutWords(page), `${name} at 200 %`).toEqual([]);
    await takeShot(`${name}-zoomed-${language}-${theme}`);
    await zoom(app, 1);
  }

  /** The same in the system's colours; how much they differ from each other is the system's choice. */
  async function lookForced(name: string): Promise<void> {
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await cutWords(page), `${name} in forced colours`).toEqual([]);
    await takeShot(`${name}-forced-${language}-${theme}`);
    await page.emulateMedia({ forcedColors: 'none' });
  }

  return { look, lookZoomed, lookForced };
}

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
    const brush = document.createElement('canvas').getContext('2d');
    const hints = [...document.querySelectorAll('input')].filter((input) => {
      if (!brush || input.value !== '' || !input.placeholder || !input.checkVisibility()) return false;
      const { font, paddingLeft, paddingRight } = getComputedStyle(input);
      brush.font = font;
      const room = input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      return brush.measureText(input.placeholder).width > room;
    });
    const page = document.documentElement;
    const sideways = page.scrollWidth > page.clientWidth ? [`the page scrolls sideways: ${page.scrollWidth}`] : [];
    return [
      ...cut.map((element) => `${element.tagName} ${element.textContent}`),
      ...hints.map((input) => `the hint “${input.placeholder}”`),
      ...sideways,
    ];
  });

/** Main buttons beside the first: a screen has one at most, and an open dialog has its own. */
const rivals = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const front = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
    const main = [...front.querySelectorAll('.button.primary')].filter((button) => button.checkVisibility());
    return main.slice(1).map((button) => button.textContent ?? '');
  });

/** Controls that no rule of ours has reached: the browser draws their edges as if pressed in or out. */
const undressed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('input, textarea, select, button')]
      .filter((control) => control.checkVisibility() && /inset|outset/.test(getComputedStyle(control).borderStyle))
      .map((control) => control.outerHTML.slice(0, 120)),
  );

const violations = async (page: Page): Promise<string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
};
