import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPeopleIndex } from '../../../main/contacts/people-index.ts';
import { contactOf, lidOf } from './samples.ts';

const people = [
  contactOf(1, 'Анна Петрова'),
  contactOf(2, 'Иоанна Крылова'),
  contactOf(3, 'Пётр Ёжиков'),
  contactOf(4, 'Ivy O’Brien'),
  contactOf(5, 'Мария-Анна (5 класс)'),
  contactOf(1234567, ''),
];
const index = createPeopleIndex(people);
const namesFor = (text: string, from = index) => from.search(text).map(({ name, phone }) => name || phone);

describe('searching', () => {
  test.each([
    ['АННА', ['Анна Петрова', 'Мария-Анна (5 класс)', 'Иоанна Крылова']],
    ['anna', ['Анна Петрова', 'Мария-Анна (5 класс)', 'Иоанна Крылова']],
    ['петр', ['Пётр Ёжиков', 'Анна Петрова']],
    ['ежик', ['Пётр Ёжиков']],
    ['петр анн', ['Анна Петрова']],
    ['ёж пётр', ['Пётр Ёжиков']],
    ['obrien', ['Ivy O’Brien']],
    ['мария-анна', ['Мария-Анна (5 класс)']],
    ['5 класс', ['Мария-Анна (5 класс)']],
    ['Борис', []],
    ['петр борис', []],
  ])('%j finds %j, the best first', (text, names) => {
    expect(namesFor(text)).toEqual(names);
  });

  test.each([
    '+7 900 123-45-67',
    '79001234567',
    '8 900 123 45 67',
    '8900123',
    '123-45',
    '4567',
    '00 7 900 123',
    '(900) 123',
  ])('a number is found by %j, however it is written', (text) => {
    expect(namesFor(text)).toEqual(['+7 900 123-45-67']);
  });

  test.each(['+9001234567', '+8 900 123 45 67', '12 46'])('a number is not found by %j', (text) => {
    expect(namesFor(text)).toEqual([]);
  });

  test('a word and a piece of a number narrow each other down', () => {
    expect(namesFor('анна 0002')).toEqual(['Иоанна Крылова']);
    expect(namesFor('00 02 анна')).toEqual(['Иоанна Крылова']);
  });

  test.each(['', '  ', '—'])('%j lists everybody by name, those without one last', (text) => {
    expect(namesFor(text)).toEqual([
      'Ivy O’Brien',
      'Анна Петрова',
      'Иоанна Крылова',
      'Мария-Анна (5 класс)',
      'Пётр Ёжиков',
      '+7 900 123-45-67',
    ]);
  });

  test('who was in a group lately stands before the others of the same rank, who is gone after all', () => {
    const used = createPeopleIndex([
      contactOf(1, 'Анна А', { gone: true, uses: 3, usedAtMs: 9 }),
      contactOf(2, 'Анна Б'),
      contactOf(3, 'Анна В', { uses: 1, usedAtMs: 1 }),
      contactOf(4, 'Анна Г', { uses: 1, usedAtMs: 2 }),
      contactOf(5, 'Мария Анна', { uses: 1, usedAtMs: 3 }),
    ]);

    expect(namesFor('анна', used)).toEqual(['Анна Г', 'Анна В', 'Анна Б', 'Мария Анна', 'Анна А']);
  });

  test('whoever has neither name nor number cannot be shown', () => {
    const some = createPeopleIndex([
      contactOf(1, 'Anna'),
      { ...contactOf(2, ''), chatId: lidOf(2), phone: '' },
      { ...contactOf(3, 'Boris'), chatId: lidOf(3), phone: '' },
    ]);

    expect(namesFor('', some)).toEqual(['Anna', 'Boris']);
    expect([some.total(), some.all().length]).toEqual([2, 3]);
  });

  test('a change is found at once', () => {
    const changing = createPeopleIndex([contactOf(1, 'Anna')]);
    const before = namesFor('boris', changing);

    changing.put([contactOf(1, 'Boris'), contactOf(2, 'Boris II')]);

    expect([before, namesFor('boris', changing), changing.total()]).toEqual([[], ['Boris', 'Boris II'], 2]);
  });

  test('the beginning of every word of a name finds it', () => {
    // No name begins with «ие» or «йе»: at the beginning these are Latin spellings of «е» (Yelena), and read as it.
    const word = fc
      .string({ unit: fc.constantFrom(...'АБЕЁЖИЙНПРСТЩЮЯабеёжийнпрстщюя'), minLength: 1, maxLength: 10 })
      .filter((text) => !/^[ий]+[её]/iu.test(text));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (words, which, length) => {
        const chosen = words[which % words.length] ?? '';
        const beginning = chosen.slice(0, 1 + (length % chosen.length));
        expect(createPeopleIndex([contactOf(1, words.join(' '))]).search(beginning)).toHaveLength(1);
      }),
    );
  });
});
