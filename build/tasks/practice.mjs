// `npm run practice -- [flags]`: GREEN-API in miniature; `--help` says what there is. Installs what is missing first.
import { spawn } from 'node:child_process';
import { installWhatIsMissing } from './install.mjs';
import { whenParentEnds } from './process-tree.mjs';
import { node, top } from './top.mjs';

installWhatIsMissing();

// The channel closes when this process dies in whatever way, and the service ends with it.
const service = spawn(node, ['main/practice/cli.ts', ...process.argv.slice(2)], {
  cwd: top,
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => service.kill(signal));
service.on('exit', (code) => process.exit(code ?? 1));
whenParentEnds(() => service.kill('SIGTERM'));
