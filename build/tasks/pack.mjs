// `npm run pack -- <electron-builder's arguments>`: builds what is stale, then packs. Where Electron's runtime cannot be
// fetched, `--linux dir` packs around a hollow one: everything of ours can be read, and nothing can be mistaken for a release.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { chooseRuntime } from './electron-runtime.mjs';
import { writeHollowElectron } from './hollow-electron.mjs';
import { installWhatIsMissing } from './install.mjs';
import { bin, node, top } from './top.mjs';

const given = process.argv.slice(2);

installWhatIsMissing();
await buildIfStale();
const args = [bin('electron-builder', 'cli.js'), ...given, ...hollow()];
process.exitCode = spawnSync(node, args, { cwd: top, stdio: 'inherit' }).status ?? 1;

function hollow() {
  const isLinuxFolder = given.includes('--linux') && given.includes('dir');
  if (!isLinuxFolder || chooseRuntime() === 'electron') return [];
  console.warn("Electron's runtime is not here: packing around a hollow one. The result can be read, not started.");
  const folder = writeHollowElectron(path.join(top, 'node_modules/.cache/hollow-electron'));
  return [`-c.electronDist=${folder}`];
}
