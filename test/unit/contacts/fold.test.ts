import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, sortKey } from '../../../main/contacts/fold.ts';

test.each([
  ['АННА', 'анна', 'Anna'],
  ['Ёжиков', 'Ежиков', 'Ezhikov'],
  ['Юлия', 'Yulia', 'Julia'],
  ['Наталья', 'Natalya', 'Natalia'],
  ['Алексей', 'Alexey', 'Aleksei'],
  ['Юрий', 'Yury', 'Yuri'],
  ['Евгений', 'Yevgeny', 'Evgeniy'],
  ['Щукин', 'Shchukin', 'Schukin'],
  ['Хрущёв', 'Khrushchev', 'Hruschev'],
  ['Виктор', 'Victor', 'Viktor'],
  ['José  O’Brien', 'jose obrien', 'JOSÉ O\u0301Brien'],
  ['Петрова-Иванова', 'петрова  иванова', 'Petrova, Ivanova'],
])('%s, %s and %s are one when searched', (...names) => {
  expect(new Set(names.map(fold)).size).toBe(1);
});

test.each([
  ['Анна', 'Инна'],
  ['Иван', 'Иванн'],
  ['Шура', 'Сура'],
])('%s and %s stay two', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

test('folding what is folded changes nothing, and never leaves space at an end', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'анщхцюйё яьыAbycjhxk’-.1é') }), (name) => {
      const folded = fold(name);
      expect(fold(folded)).toBe(folded);
      expect(folded).toBe(folded.trim());
    }),
  );
});

test('names are sorted as their alphabet is, ё beside е', () => {
  const names = ['Яна', 'ёлка', 'Борис', 'Елена', 'Виктор', 'Anna', 'Ежик'];

  expect(names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    'Anna',
    'Борис',
    'Виктор',
    'Ежик',
    'Елена',
    'ёлка',
    'Яна',
  ]);
});
