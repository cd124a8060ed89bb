import { expect, test } from 'vitest';
import { sortKey } from '../../../../main/contacts/search/sort-key.ts';

const sorted = (names: readonly string[]): string[] =>
  names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));

test.each([
  ['each script in its own letters, ё beside е', ['Anna', 'Борис', 'Виктор', 'Ежик', 'Елена', 'ёлка', 'Яна']],
  ['Kazakh letters beside the nearest', ['Анар', 'Әлия', 'Борис', 'Қанат', 'Лев', 'Өмір', 'Павел', 'Үсен', 'Фарид']],
  ['Ukrainian ones too', ['Ганна', 'Ґалаґан', 'Дарія', 'Ивась', 'Іван', 'Йосип']],
  ['accents aside', ['Jose', 'José Z', 'Josefa', 'Łukasz', 'Mia']],
  ['figures first, other scripts last', ['5 класс', 'Anna', 'Анна', '王小明']],
  ['a word before what it begins', ['Анна', 'Анна Яшина', 'Аннабель']],
  ['signs aside', ['«Алмаз»', 'Борис', '(Виктор)', '🔥']],
])('names stand in the order of the alphabet: %s', (_, names) => {
  expect(sorted(names.toReversed())).toEqual(names);
  expect(sorted(names)).toEqual(names);
});

test('case and ё make no difference', () => {
  expect(sortKey('ЁЛКА')).toBe(sortKey('елка'));
});
