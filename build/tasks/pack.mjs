// `npm run pack`: builds what is stale, packs everything that can be packed on this machine into dist/, and says what it left
// out and why. `npm run pack -- <electron-builder's arguments>` packs only what they name. Where Electron's runtime cannot be
// fetched, a hollow one takes its place: everything of ours can be read, and nothing can be mistaken for a release.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { findTools } from './debian-tools.mjs';
import { chooseRuntime } from './electron-runtime.mjs';
import { installWhatIsMissing } from './install.mjs';
import { hollowName, hollowSentence, packingPlan } from './packing-plan.mjs';
import { signing } from './signing.mjs';
import { bin, node, top } from './top.mjs';

const dist = path.join(top, 'dist');
const flags = { '--linux': 'linux', '--win': 'win32', '--mac': 'darwin' };
const given = process.argv.slice(2);

installWhatIsMissing();
const { writeHollowElectron } = await import('../hollow/write-hollow.mjs'); // its library may have been missing till now
await buildIfStale();
const hasElectron = chooseRuntime() === 'electron';
const tools = process.platform === 'linux' ? findTools(['7za', 'dpkg-deb', 'rpmbuild']) : {};
if (given.length === 0) packAll();
else process.exitCode = pack(flags[given.find((word) => word in flags)] ?? process.platform, given);

function packAll() {
  rmSync(dist, { recursive: true, force: true });
  const { runs, leftOut } = packingPlan({ system: process.platform, hasElectron, tools });
  const said = [];
  for (const { system, words } of runs) {
    const signed = hasElectron ? signing(system, process.env) : { args: [], said: [] };
    const code = pack(system, [...words, ...signed.args, '--publish', 'never']);
    if (code !== 0) process.exit(code);
    said.push(...signed.said);
  }
  for (const line of [...packed(), ...said, ...leftOut.map((what) => `Left out: ${what}`)]) console.log(line);
  if (!hasElectron) console.log(hollowSentence);
}

/** Runs electron-builder; answers its exit code. */
function pack(system, words) {
  if (hasElectron) return runBuilder(words, process.env);
  console.log(hollowSentence);
  const folder = path.join(top, `node_modules/.cache/hollow-${system}-${process.pid}`);
  try {
    writeHollowElectron(folder, system, electronVersion());
    return runBuilder([...words, hollowName, `-c.electronDist=${folder}`], { ...instead(), ...process.env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runBuilder(words, env) {
  const args = [bin('electron-builder', 'cli.js'), ...words];
  return spawnSync(node, args, { cwd: top, stdio: 'inherit', env }).status ?? 1;
}

/** Tools of the machine in place of those that electron-builder would download. */
function instead() {
  const fpm = { CUSTOM_FPM_PATH: path.join(top, 'build/fpm/fpm.mjs') };
  return tools['7za'] ? { ...fpm, ELECTRON_BUILDER_7ZIP_PATH: tools['7za'] } : fpm;
}

function packed() {
  const files = readdirSync(dist).filter((name) => !/\.(yml|blockmap)$/.test(name));
  const states = files.map((name) => ({ name, state: statSync(path.join(dist, name)) }));
  return states
    .filter(({ state }) => state.isFile())
    .map(({ name, state }) => `Packed dist/${name}, ${(state.size / 1024 / 1024).toFixed(1)} MB`);
}

function electronVersion() {
  return JSON.parse(readFileSync(path.join(top, 'node_modules/electron/package.json'), 'utf8')).version;
}
