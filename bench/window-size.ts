import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Row } from './row.ts';

const top = path.resolve(import.meta.dirname, '..');
const firstScreenMax = 60;
const allMax = 120;

/** P12: the JavaScript that the window loads, as gzip would send it. */
export const windowSize: Row = {
  id: 'P12',
  what: "window's JavaScript, against preact and signals alone",
  promise: `≤ ${firstScreenMax} kB first screen, ≤ ${allMax} kB all`,
  async measure() {
    const built = path.join(top, 'out/renderer');
    const page = readFileSync(path.join(built, 'index.html'), 'utf8');
    const firstFiles = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file]) => file ?? '');
    const first = sizeOf(built, firstFiles);
    const all = sizeOf(built, scriptsIn(built));
    const reference = await preactAlone();
    return {
      unit: 'kB',
      ours: first,
      reference,
      ratio: first / reference,
      held: first > 0 && first <= firstScreenMax && all <= allMax,
      note: `all of it: ${all.toFixed(1)} kB`,
    };
  },
};

/** Builds the smallest window with the same libraries and the same settings. */
async function preactAlone(): Promise<number> {
  const folder = mkdtempSync(path.join(top, 'node_modules/.cache/bench-window-'));
  try {
    writeFileSync(path.join(folder, 'index.html'), '<div id="a"></div><script type="module" src="./a.js"></script>');
    writeFileSync(
      path.join(folder, 'a.js'),
      `import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import { signal } from '@preact/signals';
const count = signal(0);
const App = () => h('button', { onClick: () => { count.value += useState(1)[0]; } }, count);
render(h(App), document.getElementById('a'));`,
    );
    await build({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      build: { modulePreload: { polyfill: false }, outDir: 'out' },
    });
    const out = path.join(folder, 'out');
    return sizeOf(out, scriptsIn(out));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const scriptsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));

const sizeOf = (folder: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length, 0) / 1000;
