// `npm run dev`: opens the app and builds it whenever a source has changed. A change of the window shows in the open window,
// which keeps its place and its draft; any other change opens the app anew. It is the built app, not a development server's
// page: the window's policy forbids such a page, and what is tried out is what is shipped.
import { watch } from 'node:fs';
import path from 'node:path';
import { build, buildIfStale } from './build-if-stale.mjs';
import { needChromium } from './chromium.mjs';
import { appCommand, chooseRuntime } from './electron-runtime.mjs';
import { installWhatIsMissing } from './install.mjs';
import { startTree, whenParentEnds } from './process-tree.mjs';
import { top } from './top.mjs';

const quietMs = 150;

installWhatIsMissing();
const runtime = chooseRuntime();
if (runtime === 'stand-in') needChromium();
await buildIfStale();

let opened = open();
let timer;
const changed = new Set();
for (const folder of ['core', 'main', 'preload', 'renderer']) {
  watch(path.join(top, folder), { recursive: true }, () => {
    changed.add(folder);
    clearTimeout(timer);
    timer = setTimeout(show, quietMs);
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
whenParentEnds(stop);

function open() {
  const { command, args, env } = appCommand(runtime, process.argv.slice(2));
  const app = startTree(command, args, { env: { ...env, CREATEGROUP_RELOAD: 'yes' } });
  void app.ended.then((code) => app === opened && process.exit(code)); // the person has quit the app
  return app;
}

async function show() {
  const isWindowAlone = changed.size === 1 && changed.has('renderer');
  if (!build()) return; // the one that is open stays, and the change waits for the next one
  changed.clear();
  if (isWindowAlone) return; // the app sees that its window was built, and reloads it
  const old = opened;
  opened = null;
  await old?.end();
  opened = open();
}

async function stop() {
  await opened?.end();
  process.exit(0);
}
