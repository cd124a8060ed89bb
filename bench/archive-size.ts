import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Row } from './row.ts';

const top = path.resolve(import.meta.dirname, '..');
const maxMb = 4;

/** P13: what a person downloads of ours, beside Electron. */
export const archiveSize: Row = {
  id: 'P13',
  what: 'app.asar',
  promise: `≤ ${maxMb} MB`,
  async measure() {
    const folder = mkdtempSync(path.join(tmpdir(), 'creategroup-bench-'));
    try {
      const task = path.join(top, 'build/tasks/pack.mjs');
      execFileSync(process.execPath, [task, '--linux', 'dir', '--x64', `-c.directories.output=${folder}`], {
        cwd: top,
        stdio: 'pipe',
      });
      const ours = statSync(path.join(folder, 'linux-unpacked/resources/app.asar')).size / 1024 / 1024;
      return { unit: 'MB', ours, reference: null, ratio: null, held: ours <= maxMb };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
