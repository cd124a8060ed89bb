import { expect, test } from 'vitest';
import type { GroupRow } from '../../../core/group-job.ts';
import { createFormat } from '../../../core/i18n/format.ts';
import { createWords } from '../../../core/i18n/words.ts';
import { byDay } from '../../../renderer/screens/groups/by-day.ts';
import { wordsOfRow } from '../../../renderer/screens/groups/row-words.ts';
import { rowOf } from '../../../renderer/state/groups.ts';
import { created, jobOf, queued, unknown } from './samples.ts';

const nowMs = Date.UTC(2026, 10, 23, 14, 0);
const format = createFormat('en', 'UTC');
const say = (row: GroupRow, language: 'en' | 'ru' = 'en') =>
  wordsOfRow(row, { t: createWords(language), format, nowMs });

test('the record is cut into days, newest first', () => {
  const at = (day: number, hour: number) =>
    rowOf(jobOf(`${day}.${hour}`, created, { askedAtMs: Date.UTC(2026, 10, day, hour) }));

  const days = byDay([at(23, 12), at(23, 9), at(22, 18), at(3, 10)], (ms) => format.dayName(ms, nowMs));

  expect(days.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['Today', 2],
    ['Yesterday', 1],
    ['3 November', 1],
  ]);
});

test.each([
  [{ in: 26, notYet: 2 }, '26 in, 2 not yet'],
  [{ in: 26, notYet: 0 }, '26 in'],
  [{ in: null, notYet: null }, 'made'],
])('a ready group says who is in: %j', (counts, expected) => {
  expect(say({ ...rowOf(jobOf('j1', created)), ...counts }).note).toBe(expected);
});

test('a queued group says when it starts, in both languages', () => {
  const row = rowOf(jobOf('j1', queued, { startsAtMs: Date.UTC(2026, 10, 23, 14, 35) }));

  expect(say(row).note).toBe('starts at 14:35');
  expect(say(row, 'ru').note).toBe('создадим в 14:35');
});

test('a queued group whose turn has come is next', () => {
  expect(say(rowOf(jobOf('j1', queued, { startsAtMs: nowMs - 1 }))).note).toBe('next');
});

test('an unknown group asks for a person only when the search has ended or found something like it', () => {
  const candidate = { chatId: '120363000000000009@g.us', name: 'x', createdAtMs: null, people: null };

  expect(say(rowOf(jobOf('j1', unknown))).note).toBe('not known yet');
  expect(say(rowOf(jobOf('j1', { ...unknown, mayDeny: 'look-first' }))).note).toBe('please check');
  expect(say(rowOf(jobOf('j1', { ...unknown, candidates: [candidate] }))).note).toBe('please check');
});
