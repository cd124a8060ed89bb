// `npm run test:spectron`: installs Spectron where it is kept apart, builds what is stale, and drives the built app with it.
// The figures go to test-results/spectron.json.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { buildIfStale } from './build-if-stale.mjs';
import { chooseRuntime, runtimeEnv } from './electron-runtime.mjs';

const top = path.resolve(import.meta.dirname, '../..');
const spectron = path.join(top, 'test/spectron');

installSpectron();
findChromedriver();
await buildIfStale();
Object.assign(process.env, runtimeEnv(chooseRuntime()));

const counted = { passed: 0, failed: 0 };
run({ files: [path.join(spectron, 'app.spec.mjs')], timeout: 180_000 })
  .on('test:pass', ({ skip }) => (counted.passed += skip === undefined ? 1 : 0))
  .on('test:fail', () => (counted.failed += 1))
  .on('end', report)
  .compose(spec)
  .pipe(process.stdout);

function report() {
  mkdirSync(path.join(top, 'test-results'), { recursive: true });
  writeFileSync(path.join(top, 'test-results/spectron.json'), `${JSON.stringify(counted)}\n`);
  process.exitCode = counted.failed > 0 || counted.passed === 0 ? 1 : 0;
}

function installSpectron() {
  const installed = path.join(spectron, 'node_modules/.package-lock.json');
  const lock = path.join(spectron, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  must('npm', ['ci'], { cwd: spectron });
}

function findChromedriver() {
  const driver = process.env.CHROMEDRIVER_PATH ?? '/usr/bin/chromedriver';
  if (existsSync(driver)) return;
  if (process.env.CHROMEDRIVER_PATH || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error('ChromeDriver is missing. Set CHROMEDRIVER_PATH to one of the major version of the app’s Chromium.');
    process.exit(1);
  }
  must('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-driver']);
}

function must(command, given, options) {
  const { status } = spawnSync(command, given, { stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (status !== 0) process.exit(status ?? 1);
}
