import { expect, test } from 'vitest';
import { createFormat } from '../../../core/i18n/format.ts';
import { sayWait } from '../../../core/i18n/say-wait.ts';
import { english, nowMs, russian, timeZone } from './samples.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

test('a time of today stands alone', () => {
  expect(english.format.when(nowMs + hourMs, nowMs)).toBe('13:00');
});

test('a time of tomorrow says so in the language', () => {
  expect([english.format.when(nowMs + dayMs, nowMs), russian.format.when(nowMs + dayMs, nowMs)]).toEqual([
    'tomorrow, 12:00',
    'завтра, 12:00',
  ]);
});

test('a later time carries its date, and the year only when it is another one', () => {
  expect(english.format.when(nowMs + 4 * dayMs, nowMs)).toBe('27 November, 12:00');
  expect(english.format.date(nowMs + 60 * dayMs, nowMs)).toBe('22 January 2027');
});

test('the day changes at midnight of the zone, not of Greenwich', () => {
  const lateUtcMs = Date.UTC(2026, 10, 23, 22);

  expect(createFormat('en', timeZone).dayName(lateUtcMs, nowMs)).toBe('24 November');
  expect(createFormat('en', 'UTC').dayName(lateUtcMs, nowMs)).toBe('Today');
});

test('the days of a list are named as headings', () => {
  const names = [0, 1, 2].map((days) => russian.format.dayName(nowMs - days * dayMs, nowMs));

  expect(names).toEqual(['Сегодня', 'Вчера', '21 ноября']);
});

test('a wait is rounded up and turns into minutes after a minute and a half', () => {
  expect([1, 999, 14_001, 90_000, 90_001, 300_000].map((ms) => sayWait(english.say, ms))).toEqual([
    '1 second',
    '1 second',
    '15 seconds',
    '90 seconds',
    '2 minutes',
    '5 minutes',
  ]);
});

test('a wait in Russian takes the case that follows «через»', () => {
  expect([1, 2, 5, 21].map((seconds) => sayWait(russian.say, seconds * 1000))).toEqual([
    '1 секунду',
    '2 секунды',
    '5 секунд',
    '21 секунду',
  ]);
});

test('numbers are grouped as the language groups them', () => {
  expect([english.format.number(1023), russian.format.number(1023)]).toEqual(['1,023', '1\u00A0023']);
});
