// `npm start`: installs what is missing, builds what is stale, opens the app, and stays until it ends or is told to stop.

import { buildIfStale } from './build-if-stale.mjs';
import { needChromium } from './chromium.mjs';
import { appCommand, chooseRuntime } from './electron-runtime.mjs';
import { installWhatIsMissing } from './install.mjs';
import { runTree } from './process-tree.mjs';

installWhatIsMissing();
const runtime = chooseRuntime();
if (runtime === 'stand-in') needChromium();
await buildIfStale();
if (runtime === 'stand-in') console.log(sentence());

const { command, args, env } = appCommand(runtime, process.argv.slice(2));
process.exitCode = await runTree(command, args, { env });

function sentence() {
  const { DISPLAY, WAYLAND_DISPLAY, STANDIN_HEADED } = process.env;
  const hasDisplay = process.platform === 'darwin' || DISPLAY || WAYLAND_DISPLAY || STANDIN_HEADED === '1';
  return hasDisplay
    ? 'Electron’s runtime cannot be downloaded here, so the same build opens in a window of Chromium (see docs/electron-runtime.md).'
    : 'Electron’s runtime cannot be downloaded here and there is no display, so the same build now runs in Chromium without a window until it is told to stop: `npm run demo` shows it.';
}
