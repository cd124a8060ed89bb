// Which runtime opens the app on this machine: Electron's own, or the stand-in of test/standin where Electron's cannot be
// downloaded. npm's `electron` package brings no runtime; it is fetched from GitHub when it is first needed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const top = path.resolve(import.meta.dirname, '../..');
const electron = path.join(top, 'node_modules/electron');
const failure = path.join(top, 'node_modules/.cache/electron-runtime.json');
const patienceMs = 120_000;
const dayMs = 86_400_000;

/** Whether Electron's own runtime is installed. */
export function hasElectron() {
  const named = path.join(electron, 'path.txt');
  return existsSync(named) && existsSync(path.join(electron, 'dist', readFileSync(named, 'utf8')));
}

/** Answers 'electron' or 'stand-in'. Tries to download Electron's runtime, but after a failure not again for a day. */
export function chooseRuntime() {
  if (hasElectron()) return 'electron';
  if (failedLately()) return 'stand-in';
  console.log('Electron’s runtime is not there yet: downloading it.');
  const { status } = spawnSync(process.execPath, [path.join(electron, 'install.js')], {
    stdio: 'ignore',
    timeout: patienceMs,
  });
  if (status === 0 && hasElectron()) return 'electron';
  mkdirSync(path.dirname(failure), { recursive: true });
  writeFileSync(failure, JSON.stringify({ version: version(), failedAtMs: Date.now() }));
  return 'stand-in';
}

/** What the environment must say for `electron` to be the runtime that was chosen. */
export const runtimeEnv = (runtime) =>
  runtime === 'electron' ? {} : { ELECTRON_OVERRIDE_DIST_PATH: path.join(top, 'test/standin') };

function failedLately() {
  if (!existsSync(failure)) return false;
  const last = JSON.parse(readFileSync(failure, 'utf8'));
  return last.version === version() && Date.now() - last.failedAtMs < dayMs;
}

const version = () => JSON.parse(readFileSync(path.join(electron, 'package.json'), 'utf8')).version;
