// `npm run policy -- check FILE` or `-- schema FILE`: looks over an administrator's policy before it is handed out.
import { installWhatIsMissing } from './install.mjs';
import { runTree } from './process-tree.mjs';
import { node } from './top.mjs';

installWhatIsMissing();
process.exitCode = await runTree(node, ['main/policy/cli.ts', ...process.argv.slice(2)]);
