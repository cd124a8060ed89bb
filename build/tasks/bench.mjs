// `npm run bench -- [--json FILE] [--only P1,P9]`: measures the promises on the built app.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';

const top = path.resolve(import.meta.dirname, '../..');
await buildIfStale();
const { status } = spawnSync(process.execPath, ['bench/run.ts', ...process.argv.slice(2)], {
  cwd: top,
  stdio: 'inherit',
});
process.exit(status ?? 1);
