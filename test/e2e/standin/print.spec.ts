import { writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { ElectronApplication } from '@playwright/test';
import type { PrintedPage } from '../../../main/electron/printed-html.ts';
import type {} from '../../standin/parts/main.ts';
import { expect, test } from './parts.ts';

type Asked = Omit<PrintedPage, 'qrSvg'>;

const sheet = (title: string): Asked => ({
  title,
  subtitle: 'Школа № 12, 2026/27',
  link: 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv',
  lines: ['Наведите камеру телефона на квадрат и нажмите «Вступить».', 'Создано 27 ноября 2026 г.'],
});
const blank: Asked = { title: '', subtitle: '', link: null, lines: [] };

async function print(app: ElectronApplication, sheets: readonly Asked[]): Promise<Buffer> {
  const pdf = await app.evaluate(async (_electron, asked) => {
    const pages = asked.map((page) => ({ ...page, qrSvg: page.link === null ? null : parts.qrSvg(page.link) }));
    return Buffer.from(await parts.desktop.printPages(pages, 'ru')).toString('base64');
  }, sheets);
  // Playwright hears of the closed window a little later than main.
  await expect.poll(() => app.windows().length).toBe(1);
  return Buffer.from(pdf, 'base64');
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

const hex = (text: string | undefined): number => Number.parseInt(text ?? '', 16);

/** Which letters the fonts of a PDF are there for (ISO 32000, ToUnicode CMaps). */
function lettersOf(pdf: Buffer): string {
  const streams = [...pdf.toString('latin1').matchAll(/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  const maps = streams
    .map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
    .filter((text) => text.includes('begincmap'))
    .join('\n');
  const single = [...maps.matchAll(/^<\w+> <(\w+)>$/gm)].map(([, code]) => hex(code));
  const ranges = [...maps.matchAll(/^<(\w+)> <(\w+)> <(\w+)>$/gm)].flatMap(([, from, to, code]) =>
    Array.from({ length: hex(to) - hex(from) + 1 }, (_, index) => hex(code) + index),
  );
  return String.fromCodePoint(...single, ...ranges);
}

test('each group has a page of its own, with its name in its own letters, its code and its link', async ({
  launch,
}) => {
  const { app } = await launch();
  const names = ['Хор', 'Родители 5 «Б»', `Длинное название ${'группы '.repeat(12)}`.slice(0, 100)];

  const pdf = await print(app, names.map(sheet));
  const empty = await print(
    app,
    names.map(() => blank),
  );

  if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, pdf);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect([pagesOf(pdf), pagesOf(empty)]).toEqual([3, 3]);
  expect(pdf.length).toBeGreaterThan(empty.length * 3);
  for (const letter of 'Хор№«') expect(lettersOf(pdf)).toContain(letter);
});

test('texts are no markup: a name may look like it, and a page stays one page', async ({ launch }) => {
  const { app } = await launch();
  const name = '</h1></section><section>&lt;b&gt;<img src="https://example.com/x.png">';

  const pdf = await print(app, [sheet(name), { ...sheet(name), lines: Array.from({ length: 200 }, () => name) }]);

  expect(pagesOf(pdf)).toBe(2);
});

test('two hundred groups are printed, and nothing of the window that drew them stays', async ({ launch }) => {
  const { app } = await launch();

  const pdf = await print(
    app,
    Array.from({ length: 200 }, (_, index) => sheet(`Группа ${index + 1}`)),
  );

  expect(pagesOf(pdf)).toBe(200);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the page that is printed runs no script, goes nowhere and opens nothing', async ({ launch }) => {
  const { app } = await launch();

  const seen = await app.evaluate(async ({ app: electron, BrowserWindow }) => {
    const made: { preferences: object; handlers: string[]; url: string }[] = [];
    electron.on('web-contents-created', (_event, contents) => {
      const handlers = ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'].filter(
        (name) => contents.listenerCount(name) > 0,
      );
      const entry = { preferences: {}, handlers, url: '' };
      made.push(entry);
      contents.once('destroyed', () => {
        entry.url = 'gone';
      });
    });
    await parts.desktop.printPages([], 'en');
    return { made, windows: BrowserWindow.getAllWindows().length };
  });
  await expect.poll(() => app.windows().length).toBe(1);

  expect(seen.made).toMatchObject([
    { handlers: ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'], url: 'gone' },
  ]);
});
