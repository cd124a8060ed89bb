import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import { serveFromMemory } from './app-protocol.ts';
import { printPreferences } from './policy.ts';
import { type PrintedPage, printedHtml, printedStyle } from './printed-html.ts';

/** A4 pages, one for each group, as a PDF. The window that draws them has no script, no preload, and nobody sees it. */
export async function printPages(pages: readonly PrintedPage[], language: string): Promise<Uint8Array> {
  const folder = randomUUID();
  const { url, stop } = serveFromMemory(folder, {
    'index.html': { type: 'text/html; charset=utf-8', body: printedHtml(pages, language) },
    'print.css': { type: 'text/css; charset=utf-8', body: printedStyle },
    ...Object.fromEntries(
      pages.flatMap(({ qrSvg }, index) =>
        qrSvg === null ? [] : [[`${index}.svg`, { type: 'image/svg+xml', body: qrSvg }]],
      ),
    ),
  });
  const window = new BrowserWindow({ show: false, webPreferences: printPreferences });
  try {
    await window.loadURL(`${url}index.html`);
    return await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4', preferCSSPageSize: true });
  } finally {
    stop();
    window.destroy();
  }
}
