import { expect, test } from 'vitest';
import { createRandom } from '../../../main/practice/random.ts';

const draw = (seed: number, label: string) => createRandom(seed, label).text('0123456789abcdef', 50);

test('the same seed and label say the same again', () => {
  expect(draw(1, 'account')).toBe(draw(1, 'account'));
});

test('another seed or another label says something else', () => {
  const values = Array.from({ length: 100 }, (_, seed) => [draw(seed, 'account'), draw(seed, 'people')]).flat();

  expect(new Set(values).size).toBe(200);
});

test('whole numbers fill their range evenly', () => {
  const random = createRandom(1, 'dice');
  const counts = new Map<number, number>();
  for (let thrown = 0; thrown < 6000; thrown += 1) {
    const eyes = random.int(6);
    counts.set(eyes, (counts.get(eyes) ?? 0) + 1);
  }

  expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(Math.min(...counts.values())).toBeGreaterThan(850);
});
