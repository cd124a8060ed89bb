import { expect, test } from 'vitest';
import { matchesInName, matchesInPhone, type Piece } from '../../../renderer/screens/shared/matches.ts';

const written = (pieces: readonly Piece[]) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

test.each([
  ['Анна Петрова', 'ан', '[Ан]на Петрова'],
  ['Анна Соловьёва', 'соловье', 'Анна [Соловьё]ва'],
  ['Анна Петрова', 'пет анн', '[Анн]а [Пет]рова'],
  ['Анна Петрова', '', 'Анна Петрова'],
  ['Анна Петрова', 'x', 'Анна Петрова'],
  ['Ян', 'Янина', 'Ян'],
])('in the name %s the search %j marks %s', (name, search, expected) => {
  expect(written(matchesInName(name, search))).toBe(expected);
});

test.each([
  ['+7 912 345-67-89', '9123', '+7 [912 3]45-67-89'],
  ['+7 912 345-67-89', '67-89', '+7 912 345-[67-89]'],
  ['+7 912 345-67-89', 'ан', '+7 912 345-67-89'],
  ['+7 912 345-67-89', '555', '+7 912 345-67-89'],
])('in the number %s the search %j marks %s', (phone, search, expected) => {
  expect(written(matchesInPhone(phone, search))).toBe(expected);
});
