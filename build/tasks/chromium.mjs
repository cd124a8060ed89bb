// Finds a Chromium for the stand-in, and installs one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { bin, node, top } from './top.mjs';

const finder = path.join(top, 'test/standin/chromium/find-chromium.ts');
const run = (command, ...args) => spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;

/** Ends the process, with a sentence, when there is no Chromium and none can be installed. */
export function needChromium() {
  if (isThere()) return;
  console.error('The stand-in needs Chromium: installing it…');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) installByApt();
  else run(node, bin('@playwright/test', 'cli.js'), 'install', 'chromium');
  if (isThere()) return;
  console.error('There is no Chromium. Install it (on Debian: apt install chromium), or name one in STANDIN_CHROMIUM.');
  process.exit(1);
}

const isThere = () => spawnSync(node, [finder], { stdio: 'ignore' }).status === 0;

/** Playwright's own Chromium lacks libraries on a bare Debian, whose package brings them. */
function installByApt() {
  run('apt-get', 'update');
  run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
}
