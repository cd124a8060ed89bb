import { expect, test } from 'vitest';
import { createFormat } from '../../../core/i18n/format.ts';
import { createWords } from '../../../core/i18n/words.ts';
import { readTime } from '../../../renderer/components/read-time.ts';
import { heightOfRow } from '../../../renderer/screens/run/row-height.ts';
import { rowAt, rowPx, topsOf } from '../../../renderer/screens/run/row-tops.ts';
import { timeOf, wordsOf } from '../../../renderer/screens/run/row-words.ts';
import { weekdaysIn } from '../../../renderer/screens/sheet/weekdays.ts';
import { checked, rowOf } from './run-samples.ts';
import { created, personOf, unknown } from './samples.ts';

const nowMs = Date.UTC(2026, 10, 23, 9);
const words = { t: createWords('en'), format: createFormat('en', 'UTC'), nowMs, nextRowId: 0 };
const job = (state: typeof created | typeof unknown, more = {}) =>
  ({
    at: 'job',
    jobId: 'j1',
    state,
    in: null,
    notYet: null,
    link: null,
    stepsLeft: 0,
    stepsFailed: 0,
    ...more,
  }) as const;

test('rows of different heights begin where the ones before end', () => {
  expect(topsOf(3, (index) => [40, 100, 40][index] ?? 0)).toEqual([0, 40, 140, 180]);
});

test('the row at a height is the one that begins there or above, never outside the list', () => {
  const tops = [0, 40, 140, 180];

  expect([-50, 0, 39, 40, 139, 140, 5000].map((px) => rowAt(tops, px))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  expect(rowAt([0], 10)).toBe(0);
});

test('a row is higher by what is to be decided in it, up to three problems', () => {
  const number = { is: 'number', text: '8', name: '', reason: 'too-short', guess: null } as const;
  const note = { is: 'own-number', person: personOf(1) } as const;
  const heights = [
    undefined,
    rowOf(0),
    rowOf(0, checked('ready', [note])),
    rowOf(0, checked('to-fix', [number, note])),
    rowOf(0, checked('to-fix', [number, number, number, number])),
    rowOf(0, checked('left-out', [number])),
    rowOf(0, job({ ...unknown, mayDeny: 'yes' })),
    rowOf(0, job(unknown)),
  ].map(heightOfRow);

  expect(heights.map((px) => px - rowPx)).toEqual([0, 0, 0, 24, 72, 0, 60, 0]);
});

test('a ready row tells what was mended without asking', () => {
  const row = rowOf(0, checked('ready', [{ is: 'repeated-person', person: personOf(1, 'Anna') }]));

  expect(wordsOf(row, words).note).toBe('ready · Anna stands there twice and is taken once');
});

test('a group that was made says who is in, and what did not work after it', () => {
  const row = rowOf(0, job(created, { in: 24, notYet: 2, stepsFailed: 1 }));

  expect(wordsOf(row, words)).toEqual({
    icon: 'done',
    kind: 'ok',
    note: '24 in, 2 not yet · 1 step after it did not work',
  });
  expect(timeOf(row.state)).toBe(2_000);
});

test('a refused row gives its reason, one that waits its time', () => {
  const refused = { at: 'refused', failure: { code: 'bad-number', number: '+7 9', guess: null }, atMs: 5 } as const;
  const waiting = { at: 'waiting', startsAtMs: Date.UTC(2026, 10, 23, 14, 35), again: false } as const;

  expect(wordsOf(rowOf(0, { ...job(created), state: refused }), words).note).toContain('+7 9');
  expect(wordsOf(rowOf(0, waiting), words).note).toBe('next, 14:35 · 2 people');
  expect(wordsOf(rowOf(1, waiting), words).note).toBe('at about 14:35 · 2 people');
});

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['0930', '09:30'],
  ['18.05', '18:05'],
  [' 23:59 ', '23:59'],
  ['24:00', null],
  ['9:61', null],
  ['noon', null],
  ['', null],
])('a typed time %j is read as %j', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

test('a week begins on Monday', () => {
  expect(weekdaysIn('en').map(({ short }) => short)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  expect(weekdaysIn('ru')[0]?.long).toBe('понедельник');
});
