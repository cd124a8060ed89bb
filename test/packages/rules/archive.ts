import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { product, same, unless } from '../product.ts';

const maxMb = 4;
const needed = ['/out/main/index.js', '/out/main/file-worker.js', '/out/preload/index.cjs', '/out/renderer/index.html'];

/** The archive holds what was built and the package.json that starts it: no library, no source map, not too much. */
export function archiveTroubles(archive: string): readonly string[] {
  const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
  const strangers = files.filter((file) => file !== '/package.json' && !/^\/out(\/|$)/.test(file));
  const maps = files.filter((file) => file.endsWith('.map'));
  const megabytes = statSync(archive).size / 1024 / 1024;
  return [
    ...strangers.map((file) => `${file} does not belong into the archive`),
    ...maps.map((file) => `${file} is a source map`),
    ...needed.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...unless(megabytes <= maxMb, `the archive weighs ${megabytes.toFixed(1)} MB, more than ${maxMb}`),
    ...manifestTroubles(archive),
  ];
}

/** What Electron compares before it loads the archive: the digest of its header. */
export const digestOf = (archive: string): string =>
  createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');

function manifestTroubles(archive: string): readonly string[] {
  const packed: Record<string, unknown> = JSON.parse(extractFile(archive, 'package.json').toString());
  return [
    ...same('its version', packed.version, product.version),
    ...same('what it starts', packed.main, './out/main/index.js'),
    ...same('its desktop entry', packed.desktopName, `${product.name}.desktop`),
    ...['dependencies', 'devDependencies', 'scripts']
      .filter((key) => key in packed)
      .map((key) => `its package.json carries ${key}`),
  ];
}
