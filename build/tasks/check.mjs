// `npm run check`: format, lint and import rules (Biome), types (tsc), dead code (Knip). Goes on to the end whatever fails.
import { installWhatIsMissing } from './install.mjs';
import { runTree } from './process-tree.mjs';
import { bin, node } from './top.mjs';

installWhatIsMissing();

const steps = [
  [bin('@biomejs/biome', 'bin/biome'), 'check', '.'],
  [bin('typescript', 'bin/tsc'), '-b'],
  [bin('knip', 'bin/knip.js')],
];
for (const step of steps) if ((await runTree(node, step)) !== 0) process.exitCode = 1;
