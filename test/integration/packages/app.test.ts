import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileJobs } from '../../../main/file-worker.ts';
import { createInWorker } from '../../../main/spreadsheet/in-worker.ts';
import { systemClock } from '../../../main/system-clock.ts';
import { checkApp, findApp } from '../../packages/app-tree.ts';
import { claimSignature, editVersion } from '../../support/exe.ts';
import { copyOf, hasElectron, pack, repack, replaceIn } from '../../support/packed.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const dist = mkdtempSync(path.join(tmpdir(), 'creategroup-pack-'));
const folders = { linux: 'linux-unpacked', win32: 'win-unpacked', darwin: 'mac' } as const;
type System = keyof typeof folders;

const resources = { linux: 'resources', win32: 'resources', darwin: 'CreateGroup.app/Contents/Resources' } as const;
const flags = { linux: '--linux', win32: '--win', darwin: '--mac' } as const;
const all: readonly System[] = ['linux', 'win32', 'darwin'];
/** The real runtime of another system is a download of 100 MB: that one is tried on its own system. */
const systems = hasElectron ? all.filter((system) => system === process.platform) : all;
const [first = 'linux'] = systems;
const archive = path.join(dist, folders[first], resources[first], 'app.asar');

beforeAll(async () => {
  for (const system of systems) await pack(dist, flags[system], 'dir');
}, 300_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

/** Everything that is wrong with the app in a folder, as `what: sentence`. */
async function troublesIn(folder: string): Promise<readonly string[]> {
  const tree = findApp(folder);
  if (!tree) throw new Error(`There is no app in ${folder}`);
  return (await checkApp(tree)).flatMap(({ what, troubles }) => troubles.map((trouble) => `${what}: ${trouble}`));
}

test.each(systems)('the app for %s is packed as decided', async (system) => {
  expect(await troublesIn(path.join(dist, folders[system]))).toEqual([]);
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
  const app = path.join(tempFolder(), 'app');
  extractAll(archive, app);
  const inWorker = createInWorker<FileJobs>({
    entry: pathToFileURL(path.join(app, 'out/main/file-worker.js')),
    clock: systemClock,
  });

  const read = await inWorker('table.read', { bytes: Buffer.from('Имя;Телефон\n'), fileName: 'list.csv' });

  const rows = [{ line: 1, cells: ['Имя', 'Телефон'] }];
  expect(read).toEqual({ ok: true, value: { kind: 'csv', tables: [{ name: '', rows }] } });
});

describe('a broken rule is told', () => {
  const inArchive = (change: (files: string) => void) => (folder: string) =>
    repack(path.join(folder, 'resources/app.asar'), change);
  const inManifest = (key: string, value: unknown) =>
    inArchive((files) => {
      const file = path.join(files, 'package.json');
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), [key]: value }));
    });
  const add =
    (file: string, size = 1) =>
    (files: string) =>
      writeFileSync(path.join(files, file), 'x'.repeat(size));
  const inInfo = (before: string | RegExp, after: string) => (folder: string) =>
    replaceIn(path.join(folder, 'CreateGroup.app/Contents/Info.plist'), before, after);
  const updates = (system: System) => (folder: string) =>
    writeFileSync(path.join(folder, resources[system], 'app-update.yml'), 'provider: generic\n');
  const exe = (folder: string) => path.join(folder, 'CreateGroup.exe');
  const fuseWire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

  /** Sets the byte that stands at a place behind the mark of the fuses: 1 is their number, from 2 on each has one. */
  const inFuses = (at: number, value: number) => (folder: string) => {
    const file = path.join(folder, 'creategroup');
    const bytes = readFileSync(file);
    bytes[bytes.indexOf(fuseWire) + fuseWire.length + at] = value;
    writeFileSync(file, bytes);
  };

  const broken: readonly [System, string, (folder: string) => void | Promise<void>][] = [
    ['linux', 'archive: /stranger.js does not belong into the archive', inArchive(add('stranger.js'))],
    ['linux', 'archive: /out/main/index.js.map is a source map', inArchive(add('out/main/index.js.map'))],
    ['linux', 'archive: /out/preload/index.cjs is missing', inArchive((f) => rmSync(`${f}/out/preload/index.cjs`))],
    ['linux', 'archive: the archive weighs', inArchive(add('out/big', 4 * 1024 * 1024))],
    ['linux', 'archive: its version is "9.9.9"', inManifest('version', '9.9.9')],
    ['linux', 'archive: what it starts is "./x.js"', inManifest('main', './x.js')],
    ['linux', 'archive: its package.json carries dependencies', inManifest('dependencies', {})],
    ['linux', 'fuses: the fuse RunAsNode is "on"', inFuses(2, 0x31)],
    ['linux', 'fuses: the fuse OnlyLoadAppFromAsar is "off"', inFuses(7, 0x30)],
    ['linux', 'fuses: the fuse WasmTrapHandlers is "not set"', inFuses(10, 0x72)],
    ['linux', 'fuses: the number of fuses is 8', inFuses(1, 8)],
    ['linux', 'resources: default_app.asar does not belong', add('resources/default_app.asar')],
    ['linux', 'resources: the pictures of the help', (f) => rmSync(`${f}/resources/help/ru/run.png`)],
    ['linux', 'updates: it would update itself, and nothing on Linux', updates('linux')],
    ['win32', 'updates: it would update itself and is not signed', updates('win32')],
    [
      'win32',
      'updates: it would take updates of any publisher',
      async (folder) => {
        updates('win32')(folder);
        claimSignature(exe(folder));
      },
    ],
    ['win32', 'version and icon: ProductName is "Electron"', (f) => editVersion(exe(f), { ProductName: 'Electron' })],
    ['win32', 'version and icon: FileVersion is "45.4.1"', (f) => editVersion(exe(f), { FileVersion: '45.4.1' })],
    ['win32', 'version and icon: it has no icon of 256', (f) => editVersion(exe(f), {}, ['icons'])],
    ['win32', 'integrity: it does not know its archive', (f) => editVersion(exe(f), {}, ['integrity'])],
    ['win32', 'integrity: the digest is', inArchive(add('out/more.js'))],
    ['darwin', 'updates: it would update itself and is not notarised', updates('darwin')],
    ['darwin', 'property lists: CFBundleIdentifier is "app.other"', inInfo('app.creategroup.desktop', 'app.other')],
    ['darwin', 'property lists: CFBundleShortVersionString', inInfo(/0\.\d+\.\d+/, '9.9.9')],
    ['darwin', 'property lists: LSMinimumSystemVersion is "10.0"', inInfo('13.0', '10.0')],
    [
      'darwin',
      'property lists: what it opens is "txt"',
      inInfo('<string>creategroup</string>', '<string>txt</string>'),
    ],
    ['darwin', 'property lists: the name of its type', inInfo('vnd.creategroup.setup', 'x-other')],
    [
      'darwin',
      'property lists: it claims an address scheme',
      inInfo('<key>CFBundleName</key>', '<key>CFBundleURLTypes</key><array/><key>CFBundleName</key>'),
    ],
    ['darwin', 'property lists: the digest is', inInfo(/[0-9a-f]{64}/, '0'.repeat(64))],
    ['darwin', 'property lists: its icon is missing', (f) => rmSync(`${f}/${resources.darwin}/icon.icns`)],
    [
      'darwin',
      'property lists: CreateGroup Helper.app is called',
      (folder) => {
        const helper = 'CreateGroup.app/Contents/Frameworks/CreateGroup Helper.app/Contents/Info.plist';
        replaceIn(path.join(folder, helper), 'app.creategroup.desktop', 'com.github.Electron');
      },
    ],
  ];
  test.each(broken.filter(([system]) => systems.includes(system)))('%s, %s', async (system, trouble, breakIt) => {
    const copy = copyOf(path.join(dist, folders[system]));

    await breakIt(copy);

    expect(await troublesIn(copy)).toContainEqual(expect.stringContaining(trouble));
  });
});
