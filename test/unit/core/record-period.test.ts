import { expect, test } from 'vitest';
import { isShorter, keptSinceMs, recordPeriods } from '../../../core/record-period.ts';

const at = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();

test.each([
  ['6-months', at(2026, 5, 23)],
  ['1-year', at(2025, 11, 23)],
  ['2-years', at(2024, 11, 23)],
  ['5-years', at(2021, 11, 23)],
  ['for-ever', null],
] as const)('%s before 23 November 2026 is counted by the calendar', (period, since) => {
  expect(keptSinceMs(period, at(2026, 11, 23))).toBe(since);
});

test('six months before 31 August is the last day of February', () => {
  expect(keptSinceMs('6-months', at(2026, 8, 31))).toBe(at(2026, 2, 28));
});

test('no period reaches into the last 30 days', () => {
  const now = at(2026, 11, 23);

  const sinces = recordPeriods.flatMap((period) => keptSinceMs(period, now) ?? []);

  expect(Math.max(...sinces)).toBeLessThanOrEqual(now - 30 * 86_400_000);
});

test('each period is shorter than those after it', () => {
  expect(isShorter('6-months', '1-year')).toBe(true);
  expect(isShorter('5-years', 'for-ever')).toBe(true);
  expect(isShorter('2-years', '2-years')).toBe(false);
  expect(isShorter('for-ever', '5-years')).toBe(false);
});
