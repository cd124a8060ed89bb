import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betterName, mergeByNumber, type NumberedPerson } from '../../../core/merge-people.ts';

const person = (place: number, name: string, note = ''): NumberedPerson => ({
  chatId: `7900000000${place}@c.us`,
  name,
  phone: `+7 900 000-00-0${place}`,
  note,
});

describe('betterName', () => {
  test.each([
    ['Anna', 'Anna P', 'Anna P'],
    ['Annabelle', 'An P', 'An P'],
    ['12 34', 'Anna', 'Anna'],
    ['', 'Anna', 'Anna'],
    ['Anna', 'Annabelle', 'Annabelle'],
    ['АННА ПЕТРОВА', 'Анна Петрова', 'Анна Петрова'],
    ['АННА', 'Анна П', 'Анна П'],
    // A script without capitals is not in capitals.
    ['ANN', '안나가', '안나가'],
    ['Anna Bell', 'Anna Cell', 'Anna Bell'],
  ])('of %j and %j it is %j', (before, name, better) => {
    expect(betterName(before, name)).toBe(better);
  });

  test('does not depend on the order, unless two names are equally good', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const better = betterName(one, other);
        expect([one, other]).toContain(better);
        if (better === other) expect(betterName(other, one)).toBe(other);
      }),
    );
  });
});

describe('mergeByNumber', () => {
  test('who comes twice is kept once, at the first place, by the better name and with both notes', () => {
    const people = [person(1, 'Anna', 'choir'), person(2, 'Boris'), person(1, 'Anna P', 'tenor\nchoir')];

    expect(mergeByNumber(people)).toEqual([person(1, 'Anna P', 'choir\ntenor'), person(2, 'Boris')]);
  });

  test('people are in the lists of both', () => {
    const [merged] = mergeByNumber([
      { ...person(1, 'Anna'), lists: ['Choir', 'Parents'] },
      { ...person(1, ''), lists: ['Parents', 'Board'] },
    ]);

    expect(merged).toEqual({ ...person(1, 'Anna'), lists: ['Choir', 'Parents', 'Board'] });
  });

  const anybody = fc.record({
    chatId: fc.integer({ min: 0, max: 5 }).map((place) => `7900000000${place}@c.us`),
    name: fc.constantFrom('', 'Anna', 'ANNA', 'Anna P', 'Аня', '12'),
    phone: fc.constantFrom('', '+7 900 000-00-00'),
    note: fc.constantFrom('', 'choir', 'choir\ntenor', ' '),
    lists: fc.array(fc.constantFrom('Choir', 'Parents'), { maxLength: 2 }),
  });
  const numbersOf = (people: readonly NumberedPerson[]) => people.map(({ chatId }) => chatId).sort();

  test('merged once, nothing is left to merge, and merging the same again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 20 }), (people) => {
        const merged = mergeByNumber(people);

        expect(mergeByNumber(merged)).toEqual(merged);
        expect(numbersOf(mergeByNumber([...merged, ...people]))).toEqual(numbersOf(merged));
        expect(mergeByNumber([...merged, ...people]).map(({ name }) => name)).toEqual(merged.map(({ name }) => name));
      }),
    );
  });

  test('in any order the same numbers are there, each once', () => {
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 20 }), fc.integer({ min: 0, max: 20 }), (people, cut) => {
        const turned = [...people.slice(cut), ...people.slice(0, cut)];

        expect(numbersOf(mergeByNumber(turned))).toEqual(numbersOf(mergeByNumber(people)));
        expect(numbersOf(mergeByNumber(people))).toEqual([...new Set(numbersOf(people))]);
      }),
    );
  });
});
