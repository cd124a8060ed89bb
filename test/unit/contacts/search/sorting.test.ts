import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merged, sortInSteps } from '../../../../main/contacts/search/sorting.ts';

const byValue = (a: number, b: number): number => a - b;
const numbers = (maxLength: number) =>
  fc.uniqueArray(fc.nat(100_000), { maxLength }).map((list) => Uint32Array.from(list));

test.each([0, 1, 4096, 4097, 20_000])(
  '%d slots are sorted in steps by their keys, alike ones by themselves',
  (length) => {
    const slots = Uint32Array.from({ length }, (_, place) => Math.imul(place, 40_503) >>> 7);
    const keyOf = (slot: number) => ['', 'а', 'ёж', 'Я', 'z'][slot % 5] + String(slot % 97);
    let steps = 0;

    const sorting = sortInSteps(slots, keyOf, byValue);
    let turn = sorting.next();
    for (; !turn.done; turn = sorting.next()) steps += 1;

    const expected = slots.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a - b));
    expect(turn.value).toEqual(expected);
    expect(steps).toBeGreaterThanOrEqual(Math.floor(length / 4096));
  },
);

test('two sorted runs are one sorted run', () => {
  fc.assert(
    fc.property(numbers(60), numbers(60), (one, other) => {
      const both = merged(one.toSorted(), other.toSorted(), byValue);
      expect(both).toEqual(Uint32Array.from([...one, ...other]).sort());
    }),
  );
});

test('a few are put among many with few comparisons', () => {
  const many = Uint32Array.from({ length: 100_000 }, (_, place) => 2 * place);
  let compared = 0;

  const both = merged(many, Uint32Array.of(7, 199_001), (a, b) => {
    compared += 1;
    return a - b;
  });

  expect([both.length, both[4], both[99_502]]).toEqual([100_002, 7, 199_001]);
  expect(compared).toBeLessThan(120);
});
