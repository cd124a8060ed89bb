// Builds the app into out/ unless what is there was built after the last change of the sources.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bin, isMain, node, top } from './top.mjs';

const sources = ['build/help', 'core', 'docs/guide', 'main', 'preload', 'renderer'];
const files = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const results = ['out/main/index.js', 'out/main/file-worker.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const stamp = path.join(top, 'node_modules/.cache/built-at');

/** Ends the process when the build fails. */
export async function buildIfStale() {
  if (isStale() && !build()) process.exit(1);
}

/** Answers whether it could be built; what is wrong has been printed. */
export function build() {
  const startedAtMs = Date.now(); // a change made while it builds makes the result stale
  const { status } = spawnSync(node, [bin('electron-vite', 'bin/electron-vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: top,
    stdio: 'inherit',
  });
  if (status !== 0) return false;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, String(startedAtMs));
  return true;
}

function isStale() {
  if (!existsSync(stamp) || results.some((file) => !existsSync(path.join(top, file)))) return true;
  const builtAtMs = Number(readFileSync(stamp, 'utf8'));
  return [...files, ...sources].some((name) => newestIn(path.join(top, name)) > builtAtMs);
}

/** When the file, or anything below the folder, changed last. A folder changes when a file comes or goes. */
function newestIn(place) {
  const own = statSync(place);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(place).map((name) => newestIn(path.join(place, name))));
}

if (isMain(import.meta)) await buildIfStale();
