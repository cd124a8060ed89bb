import { expect, test } from 'vitest';
import type { Journal } from '../../main/groups/journal.ts';
import { playSequences } from './sequences.ts';

test('the record and a model of a few lines agree after every step', async () => {
  const found = await playSequences({ sequences: 500, seed: 11 });

  expect(found).toMatchObject({ cases: 500, violations: 0, wrong: [] });
  expect([...found.met].sort()).toEqual(['cancelled', 'created', 'held', 'queued', 'refused', 'sending', 'unknown']);
});

test('a record that takes every group for one that a person wants again is found out', async () => {
  const careless = (journal: Journal): Journal => ({
    ...journal,
    add: (job, guard) => journal.add(job, { ...guard, again: true }),
  });

  const { wrong } = await playSequences({ sequences: 500, seed: 11, around: careless });

  expect(wrong.join()).toMatch(/Ch(oir|ess) was added/);
});
