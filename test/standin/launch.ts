import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, becomeReady, chromiumSwitches } from './app/app.ts';
import { started } from './app/started.ts';
import { startChromium } from './chromium/chromium.ts';
import { findChromium } from './chromium/find-chromium.ts';
import { registerElectron } from './register-electron.ts';
import { runtime } from './runtime.ts';
import { watchRequests } from './windows/requests.ts';
import { watchTargets } from './windows/targets.ts';

const require = createRequire(path.join(started.root, 'package.json'));
becomeElectron();
registerElectron();
if (started.inspectPort !== null) inspector.open(started.inspectPort, '127.0.0.1');
process.on('SIGTERM', () => app.quit());
process.on('SIGINT', () => app.quit());

for (const module of started.modules) require(module);
// Electron, too, waits for the app's main module before `ready`: a top-level await of whenReady() would never end.
await import(pathToFileURL(started.entry).href);
if (!runtime.isQuitting) await openChromium();

/** What the app may read off `process`. */
function becomeElectron(): void {
  const executable = path.join(import.meta.dirname, 'electron');
  const { isPackaged, root } = started;
  const { version } = createRequire(import.meta.url)('electron/package.json');
  const words = process.argv.slice(2);
  process.argv = [executable, ...(isPackaged ? words.filter((word) => word !== started.appPath) : words)];
  Object.assign(process, { type: 'browser', execPath: executable, resourcesPath: path.join(root, 'resources') });
  if (!isPackaged) Object.assign(process, { defaultApp: true });
  Object.assign(process.versions, { electron: version });
}

async function openChromium(): Promise<void> {
  const executable = await findChromium();
  if (!executable) throw new Error('The stand-in needs Chromium: install it, or name it in STANDIN_CHROMIUM.');
  runtime.chromium = startChromium({
    executable,
    profile: path.join(app.getPath('sessionData'), 'standin-chromium'),
    isHeaded: isHeaded(),
    debuggingPort: started.debuggingPort,
    switches: chromiumSwitches(),
  });
  const chromium = await runtime.chromium;
  void chromium.exited.then(() => {
    for (const open of runtime.windows) open.gone();
    app.quit();
  });
  await watchRequests(chromium.browser);
  await watchTargets(chromium);
  // Only now may a test runner attach: its own wishes must not come before the app's rules.
  if (chromium.endpoint) process.stderr.write(`DevTools listening on ${chromium.endpoint}\n`);
  becomeReady();
}

/** A window to look at where there is a display; STANDIN_HEADED=1 or 0 decides otherwise. */
function isHeaded(): boolean {
  const { STANDIN_HEADED: asked, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (asked !== undefined) return asked === '1';
  return process.platform === 'darwin' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
