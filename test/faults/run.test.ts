import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const command = path.join(import.meta.dirname, 'run.ts');

function run(...args: readonly string[]): { code: number | null; lines: readonly string[] } {
  const { status, stdout } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  return { code: status, lines: stdout.trim().split('\n') };
}

test('where every promise holds the command ends well, and its last line is JSON', () => {
  const { code, lines } = run('--kills', '2', '--seed', '7', '--only', 'R1');

  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
    ...{ kills: 2, duplicates: 0, lost: 0, cases: 0, violations: 0 },
    unknown: expect.any(Number),
  });
  expect(code).toBe(0);
});

test('where one is broken on purpose it says so and ends with 1', () => {
  const { code, lines } = run('--break', 'pace', '--seed', '7', '--only', 'R5');

  expect(JSON.parse(lines.at(-1) ?? '').violations).toBeGreaterThan(0);
  expect(code).toBe(1);
});

test('what it does not understand it does not begin', () => {
  expect(run('--break', 'everything')).toEqual({ code: 2, lines: [''] });
});
