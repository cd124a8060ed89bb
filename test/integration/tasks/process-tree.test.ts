import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';

const module = path.resolve(import.meta.dirname, '../../../build/tasks/process-tree.mjs');

/** A program with a child of its own; both print their ids, and the child does not care for SIGTERM. */
const program = `
  const child = require('node:child_process').spawn(process.execPath, [
    '-e', "process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000)",
  ], { stdio: 'inherit' });
  console.log(process.pid);
  setInterval(() => {}, 1000);
`;
const task = `
  import { runTree } from ${JSON.stringify(module)};
  process.exitCode = await runTree(process.execPath, ['-e', ${JSON.stringify(program)}]);
`;

let started: ChildProcess | undefined;
afterEach(() => started?.kill('SIGKILL'));

async function twoIdsOf(child: ChildProcess): Promise<number[]> {
  let printed = '';
  child.stdout?.on('data', (chunk) => (printed += chunk));
  await vi.waitUntil(() => printed.trim().split('\n').length === 2, { timeout: 10_000 });
  return printed.trim().split('\n').map(Number);
}

const running = (ids: readonly number[]) =>
  ids.filter((id) => {
    try {
      return process.kill(id, 0); // asks, and sends nothing
    } catch {
      return false;
    }
  });

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s ends a program and what it has started', async (signal) => {
  started = spawn(process.execPath, ['--input-type=module', '-e', task]);
  const ids = await twoIdsOf(started);
  expect(running(ids)).toEqual(ids);

  started.kill(signal);
  await once(started, 'exit');

  await vi.waitUntil(() => running(ids).length === 0, { timeout: 5000 });
});

test('a program ends with the shell that npm had put in between', async () => {
  started = spawn('sh', ['-c', `"$0" --input-type=module -e "$1"; true`, process.execPath, task]);
  const ids = await twoIdsOf(started);

  started.kill('SIGTERM');

  await vi.waitUntil(() => running(ids).length === 0, { timeout: 10_000 });
});
