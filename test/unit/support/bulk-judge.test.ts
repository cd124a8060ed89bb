import { expect, test } from 'vitest';
import type { RunRow } from '../../../core/group-run.ts';
import { judgeBulk } from '../../support/bulk-judge.ts';

type JobState = Extract<RunRow['state'], { readonly at: 'job' }>['state'];

const unknown: JobState = {
  ...{ at: 'unknown', failure: { code: 'unknown' }, sentAtMs: 1, sinceMs: 1, reads: 0, nextReadAtMs: null },
  ...{ candidates: [], search: null, mayDeny: 'no' },
};
const refused: JobState = { at: 'refused', failure: { code: 'not-accepted' }, atMs: 1 };
const created = (chatId: string): JobState => ({ at: 'created', chatId, madeAtMs: 1, how: 'answered' });

const row = (name: string, state: JobState): RunRow => ({
  ...{ rowId: 1, line: 2, name, people: 5 },
  state: { at: 'job', jobId: name, state, in: null, notYet: null, link: null, stepsLeft: 0, stepsFailed: 0 },
});
const keptBack: RunRow = {
  ...{ rowId: 9, line: 9, name: 'Kept back', people: 0 },
  state: { at: 'checked', verdict: 'to-fix', problems: [] },
};
const group = (name: string, id = `${name}@g.us`) => ({ id, name });

/** Three rows, one of each end, and nothing wrong. */
const sound = {
  good: ['A', 'B', 'C'],
  rows: [row('A', created('A@g.us')), row('B', unknown), row('C', refused), keptBack],
  served: [group('A'), group('B')],
  results: [
    ['2', 'A', 'created'],
    ['3', 'B', 'please check'],
    ['4', 'C', 'refused'],
  ],
};

test('a run that kept its promises has nothing against it', () => {
  expect(judgeBulk(sound)).toEqual({ created: 1, unknown: 1, refused: 1, duplicates: 0, broken: [] });
});

test('every broken promise is said', () => {
  const brokenBy = (change: Partial<typeof sound>) => judgeBulk({ ...sound, ...change }).broken;

  const twice = judgeBulk({ ...sound, served: [...sound.served, group('A', 'second@g.us')] });
  expect(twice).toMatchObject({ duplicates: 1, broken: ['1 groups were made twice'] });
  expect(brokenBy({ served: [group('B')] })).toEqual(['“A” was created and is not on the server']);
  expect(brokenBy({ served: [...sound.served, group('C')] })).toEqual(['“C” was refused and exists']);
  expect(brokenBy({ served: [...sound.served, group('Kept back')] })).toEqual([
    '“Kept back” is on the server and in no row',
  ]);
  expect(brokenBy({ good: ['A', 'B', 'C', 'D'] })).toEqual([
    '“D” was never in the run',
    '3 rows were in the run, not 4',
  ]);
  expect(brokenBy({ results: sound.results.slice(1) })).toEqual(['the results file says “created” 0 times, not 1']);
});
