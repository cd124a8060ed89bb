// `npm run faults -- [--kills N] [--seed S] [--only R1,R5] [--break resend|late-write|pace]`: kills engines at any moment and
// tries all else that must make no group twice and lose none; the last line is JSON. With --break it must find what was broken.
import { installWhatIsMissing } from './install.mjs';
import { runTree } from './process-tree.mjs';
import { node } from './top.mjs';

installWhatIsMissing();
process.exitCode = await runTree(node, ['test/faults/run.ts', ...process.argv.slice(2)]);
