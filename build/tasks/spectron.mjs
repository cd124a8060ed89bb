// `npm run test:spectron`: installs Spectron where it is kept apart, builds what is stale, and drives the built app with it.
// The figures go to test-results/spectron.json.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { needChromium } from './chromium.mjs';
import { chooseRuntime, runtimeEnv } from './electron-runtime.mjs';
import { installWhatIsMissing } from './install.mjs';
import { runTree } from './process-tree.mjs';
import { isWindows, node, top } from './top.mjs';

const spectron = path.join(top, 'test/spectron');
const report = path.join(top, 'test-results/spectron.json');
const run = (command, ...args) => spawnSync(command, args, { stdio: ['ignore', 2, 2] });

installWhatIsMissing();
installSpectron();
needChromedriver();
const runtime = chooseRuntime();
if (runtime === 'stand-in') needChromium();
await buildIfStale();

mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });
const reporters = [
  ['--test-reporter=spec', '--test-reporter-destination=stdout'],
  [`--test-reporter=${path.join(spectron, 'figures.mjs')}`, `--test-reporter-destination=${report}`],
].flat();
const spec = path.join(spectron, 'app.spec.mjs');
await runTree(node, ['--test', '--test-timeout=180000', ...reporters, spec], { env: runtimeEnv(runtime) });

if (!existsSync(report)) writeFileSync(report, `${JSON.stringify({ passed: 0, failed: 1 })}\n`);
const { passed, failed } = JSON.parse(readFileSync(report, 'utf8'));
console.log(`Spectron: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function installSpectron() {
  const installed = path.join(spectron, 'node_modules/.package-lock.json');
  const lock = path.join(spectron, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  const { status } = spawnSync('npm', ['ci'], { cwd: spectron, stdio: 'inherit', shell: isWindows });
  if (status !== 0) process.exit(status ?? 1);
}

function needChromedriver() {
  const isThere = () => existsSync(process.env.CHROMEDRIVER_PATH ?? '/usr/bin/chromedriver');
  if (!isThere() && !process.env.CHROMEDRIVER_PATH && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', 'update');
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium-driver');
  }
  if (isThere()) return;
  console.error('There is no ChromeDriver. Name one of the major version of the app’s Chromium in CHROMEDRIVER_PATH.');
  process.exit(1);
}
