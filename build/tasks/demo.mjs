// `npm run demo`: no account, no display and no Electron needed. Opens the real app on its practice account, creates one group
// through the window, saves pictures under demo/, and prints what came of it as one line of JSON, the last. With `--bulk` it
// creates 200 groups from a spreadsheet, meets every trouble that can be practised, and keeps the results file as well.
import { buildIfStale } from './build-if-stale.mjs';
import { needChromium } from './chromium.mjs';
import { chooseRuntime, runtimeEnv } from './electron-runtime.mjs';
import { installWhatIsMissing } from './install.mjs';
import { runTree } from './process-tree.mjs';
import { node } from './top.mjs';

const play = process.argv.includes('--bulk') ? 'test/support/demo-bulk.ts' : 'test/support/demo.ts';

installWhatIsMissing();
const runtime = chooseRuntime();
if (runtime === 'stand-in') needChromium();
await buildIfStale();
process.exitCode = await runTree(node, [play, runtime], { env: runtimeEnv(runtime) });
