// Which runtime opens the app on this machine: Electron's own, or the stand-in of test/standin where Electron's cannot be
// downloaded. npm's `electron` package brings no runtime; it is fetched from GitHub when it is first needed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isWindows, node, top } from './top.mjs';

const electron = path.join(top, 'node_modules/electron');
const standIn = path.join(top, 'test/standin');
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
  const runtime = hasElectron() || download() ? 'electron' : 'stand-in';
  if (runtime === 'electron' || !isWindows) return runtime;
  console.error('Electron’s runtime cannot be downloaded from GitHub; ELECTRON_MIRROR may name another place.');
  process.exit(1); // the stand-in is a program of Linux and macOS
}

function download() {
  if (failedLately()) return false;
  console.error('Electron’s runtime is not there yet: downloading it.');
  const { status } = spawnSync(node, [path.join(electron, 'install.js')], {
    stdio: 'ignore',
    timeout: patienceMs,
  });
  if (status === 0 && hasElectron()) return true;
  mkdirSync(path.dirname(failure), { recursive: true });
  writeFileSync(failure, JSON.stringify({ version: version(), failedAtMs: Date.now() }));
  return false;
}

/** How a person opens the app: the program, its words and what to add to the environment. */
export function appCommand(runtime, words) {
  // Chromium, inside Electron too, refuses to run as root with its sandbox.
  const forRoot = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  const args = ['.', ...forRoot, ...words];
  if (runtime === 'electron') {
    return {
      command: path.join(electron, 'dist', readFileSync(path.join(electron, 'path.txt'), 'utf8')),
      args,
      env: {},
    };
  }
  // The stand-in draws no tray icon; without the desktop's bus the app knows that nobody would show one.
  return { command: path.join(standIn, 'electron'), args, env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } };
}

/** What the environment must say for `electron` to be the runtime that was chosen. */
export const runtimeEnv = (runtime) => (runtime === 'electron' ? {} : { ELECTRON_OVERRIDE_DIST_PATH: standIn });

function failedLately() {
  if (!existsSync(failure)) return false;
  const last = JSON.parse(readFileSync(failure, 'utf8'));
  return last.version === version() && Date.now() - last.failedAtMs < dayMs;
}

const version = () => JSON.parse(readFileSync(path.join(electron, 'package.json'), 'utf8')).version;
