// Installs the packages when they are missing or not those of package-lock.json. Needs Node 20 and npm 10, nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMain, isWindows, node, top } from './top.mjs';

/** What npm prints goes to standard error, so that standard output stays a program's own. Ends the process on failure. */
export function installWhatIsMissing() {
  if (isInstalled()) return;
  console.error('Installing the packages…');
  const { status } = spawnSync('npm', ['ci'], { cwd: top, stdio: ['ignore', 2, 2], shell: isWindows });
  if (status === 0) return;
  console.error('npm ci failed: see above.');
  process.exit(status ?? 1);
}

/** npm writes down what it has installed; packages for other systems are rightly absent. */
function isInstalled() {
  const record = path.join(top, 'node_modules/.package-lock.json');
  if (!existsSync(record) || !existsSync(node)) return false;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(path.join(top, 'package-lock.json'))).every(
    ([place, { version, optional }]) => place === '' || optional || installed[place]?.version === version,
  );
}

const packagesIn = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

if (isMain(import.meta)) installWhatIsMissing();
