// `npm run bench -- [--json FILE] [--only P1,P9]`: measures the promises on the built app.
import path from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { needChromium } from './chromium.mjs';
import { chooseRuntime, runtimeEnv } from './electron-runtime.mjs';
import { installWhatIsMissing } from './install.mjs';
import { runTree } from './process-tree.mjs';
import { node, top } from './top.mjs';

installWhatIsMissing();
const runtime = chooseRuntime();
if (runtime === 'stand-in') needChromium();
await buildIfStale();
const given = process.argv.slice(2);
process.exitCode = await runTree(node, [path.join(top, 'bench/run.ts'), ...given], { env: runtimeEnv(runtime) });
