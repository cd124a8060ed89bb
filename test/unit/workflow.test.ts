import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { top } from '../support/sources.ts';

const text = readFileSync(path.join(top, '.github/workflows/build.yml'), 'utf8');
const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
});
const workflow = z
  .object({
    permissions: z.record(z.string(), z.string()),
    jobs: z.object({
      build: z.object({
        strategy: z.object({ matrix: z.object({ os: z.array(z.string()) }) }),
        steps: z.array(stepSchema),
      }),
    }),
  })
  .parse(parse(text));
const { strategy, steps } = workflow.jobs.build;

test('all three systems build, and the job may read the repository and nothing else', () => {
  expect(strategy.matrix.os.map((os) => os.split('-')[0])).toEqual(['ubuntu', 'windows', 'macos']);
  expect(workflow.permissions).toEqual({ contents: 'read' });
});

test('what comes from others is named by its commit, with the version beside it', () => {
  const foreign = text.split('\n').filter((line) => /\buses:/.test(line));

  expect(foreign.length).toBeGreaterThan(3);
  expect(foreign.filter((line) => !/uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test('every command that it runs exists', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(top, 'package.json'), 'utf8'));
  const commands = steps.flatMap(({ run = '' }) =>
    [...run.matchAll(/\bnpm (?:run )?([\w:-]+)/g)].map((found) => found[1]),
  );

  expect(commands).toEqual(['ci', 'check', 'test', 'test:e2e', 'test:e2e', 'pack', 'check:packages']);
  expect(commands.filter((name) => name !== 'ci' && !((name ?? '') in scripts))).toEqual([]);
});

test('only the step that packs is handed secrets', () => {
  const handed = steps.filter((step) => JSON.stringify(step).includes('secrets.'));

  expect(handed.map(({ run }) => run)).toEqual(['npm run pack']);
});
