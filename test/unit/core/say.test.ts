import { expect, test } from 'vitest';
import { createWords } from '../../../core/i18n/words.ts';

const en = createWords('en');
const ru = createWords('ru');

test('each language has its plurals', () => {
  expect([1, 2].map((count) => en('shell.waits', { count }))).toEqual(['1 group waits', '2 groups wait']);
  expect([1, 3, 5, 21].map((count) => ru('shell.waits', { count }))).toEqual([
    '1 группа ждёт',
    '3 группы ждут',
    '5 групп ждут',
    '21 группа ждёт',
  ]);
});

test('numbers are written by the locale, and chosen by their value', () => {
  expect(en('shell.waits', { count: 1001 })).toBe('1,001 groups wait');
  expect(ru('shell.waits', { count: 1001 })).toBe('1\u00A0001 группа ждёт');
});

test('what a person typed is taken as it is, braces and dollars included', () => {
  expect(en('shell.takeOut', { name: '{name} $& $1' })).toBe('Take out: {name} $& $1');
});

test('a text without a plural may count too', () => {
  expect(en('groups.inOnly', { count: 28 })).toBe('28 in');
});
