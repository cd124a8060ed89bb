// `npm run setup-file -- make|show …`: set-up files for administrators; `--help` says what there is. Installs what is missing first.
import { spawn } from 'node:child_process';
import { installWhatIsMissing } from './install.mjs';
import { whenParentEnds } from './process-tree.mjs';
import { node, top } from './top.mjs';

installWhatIsMissing();

// The person's own folder is where their files lie; npm has gone to the top of the repository.
const folder = process.env.INIT_CWD ?? process.cwd();
const command = spawn(node, [`${top}/main/setup-file/cli.ts`, ...process.argv.slice(2)], {
  cwd: folder,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
command.on('exit', (code) => process.exit(code ?? 1));
whenParentEnds(() => command.kill('SIGTERM'));
