import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileJobs } from '../../main/file-worker.ts';
import { createInWorker } from '../../main/spreadsheet/in-worker.ts';
import { systemClock } from '../../main/system-clock.ts';

const top = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'creategroup-pack-'));
const unpacked = path.join(folder, 'linux-unpacked');
const archive = path.join(unpacked, 'resources/app.asar');

beforeAll(() => {
  execFileSync(
    process.execPath,
    ['build/tasks/pack.mjs', '--linux', 'dir', '--x64', `-c.directories.output=${folder}`],
    { cwd: top, stdio: 'pipe' },
  );
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the archive holds out/ and package.json, and no library beside them', () => {
  const files = listPackage(archive, { isPack: false });

  expect(files.filter((file) => !/^\/out(\/|$)/.test(file))).toEqual(['/package.json']);
  expect(files).toEqual(
    expect.arrayContaining([
      '/out/main/index.js',
      '/out/main/file-worker.js',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
    ]),
  );
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
});

test('the packed main process imports nothing but Node and Electron', () => {
  const scripts = listPackage(archive, { isPack: false }).filter((file) => /^\/out\/main\/.*js$/.test(file));
  const code = scripts.map((file) => extractFile(archive, file.slice(1)).toString()).join('\n');
  const imported = [
    ...code.matchAll(/^import\s(?:[^'"]*?\sfrom\s)?["']([^'"]+)["']|\bimport\(["']([^'"]+)["']\)/gm),
  ].map(([, named, asked]) => named ?? asked ?? '');

  expect(imported.length).toBeGreaterThan(5);
  expect(imported.filter((name) => !/^(electron$|\.)/.test(name) && !isBuiltin(name))).toEqual([]);
});

test('the packed worker reads a table', async () => {
  const app = path.join(folder, 'app');
  extractAll(archive, app);
  const inWorker = createInWorker<FileJobs>({
    entry: pathToFileURL(path.join(app, 'out/main/file-worker.js')),
    clock: systemClock,
  });

  const read = await inWorker('table.read', { bytes: Buffer.from('Имя;Телефон\n'), fileName: 'list.csv' });

  const rows = [{ line: 1, cells: ['Имя', 'Телефон'] }];
  expect(read).toEqual({ ok: true, value: { kind: 'csv', tables: [{ name: '', rows }] } });
});

test('the packed package.json starts the built app and carries no dependency', () => {
  const packed: unknown = JSON.parse(extractFile(archive, 'package.json').toString());

  expect(packed).toMatchObject({ main: './out/main/index.js', desktopName: 'creategroup.desktop' });
  expect(packed).not.toHaveProperty('dependencies');
  expect(packed).not.toHaveProperty('devDependencies');
});

test('the archive is smaller than 4 MB', () => {
  expect(statSync(archive).size).toBeLessThan(4 * 1024 * 1024);
});

test('all nine fuses of the executable stand as decided', async () => {
  const { version, ...wire } = await getCurrentFuseWire(path.join(unpacked, 'creategroup'));
  const on = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;

  expect(Object.keys(wire)).toHaveLength(9);
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8].filter(on)).toEqual([
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.WasmTrapHandlers,
  ]);
});

test('the Linux package puts an entry into the menu and claims no address scheme', () => {
  const entry = desktopEntry();

  expect(entry).toContain('\nName=CreateGroup\n');
  expect(entry).toContain('\nStartupWMClass=creategroup\n');
  expect(entry).toContain('\nIcon=creategroup\n');
  expect(entry).toMatch(/\nComment\[ru\]=[^\n]*[а-я]/);
  expect(entry).not.toContain('MimeType');
});

/** Packs a .deb with a packer that only keeps the desktop entry it is handed. */
function desktopEntry(): string {
  const packer = path.join(folder, 'packer.sh');
  const kept = path.join(folder, 'kept.desktop');
  writeFileSync(
    packer,
    `#!/bin/sh
for given in "$@"; do case "$given" in *.desktop=*) cp "\${given%%=*}" '${kept}' ;; esac; done
while [ "$#" -gt 1 ]; do [ "$1" = --package ] && : > "$2"; shift; done
`,
  );
  chmodSync(packer, 0o755);
  const builder = path.join(top, 'node_modules/electron-builder/cli.js');
  execFileSync(
    process.execPath,
    [builder, '--linux', 'deb', '--x64', '--prepackaged', unpacked, `-c.directories.output=${folder}`],
    { cwd: top, stdio: 'pipe', env: { ...process.env, CUSTOM_FPM_PATH: packer } },
  );
  return readFileSync(kept, 'utf8');
}
