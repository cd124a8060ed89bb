// `npm run practice -- [flags]`: GREEN-API in miniature; `--help` says what there is. Installs what is missing first.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const top = path.resolve(import.meta.dirname, '../..');
const isWindows = process.platform === 'win32';
// Our own Node runs TypeScript as it is, whatever the machine has.
const node = path.join(top, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node');

// npm writes this file last: without it an installation is missing or was broken off.
if (!existsSync(path.join(top, 'node_modules/.package-lock.json'))) install();
serve();

function install() {
  // Standard output is kept for the one line that programs read.
  const { status } = spawnSync('npm', ['ci'], { cwd: top, stdio: ['ignore', 2, 2], shell: isWindows });
  if (status !== 0) process.exit(status ?? 1);
}

function serve() {
  // The channel closes when this process dies in whatever way, and the service ends with it.
  const service = spawn(node, ['main/practice/cli.ts', ...process.argv.slice(2)], {
    cwd: top,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => service.kill(signal));
  service.on('exit', (code) => process.exit(code ?? 1));
  endWithParent(() => service.kill('SIGTERM'));
}

/** npm tells a SIGTERM to the shell between us, which dies without telling it on: then we have another parent. */
function endWithParent(end) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 200).unref();
}
