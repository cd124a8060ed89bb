import { expect, test } from 'vitest';
import { createRateLimiter } from '../../../main/practice/rate.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

function limiter() {
  const clock = createFakeClock();
  const { take } = createRateLimiter({ clock });
  return { clock, take: (perSecond: number) => take('method', perSecond).isAllowed };
}

test.each([1, 3, 10, 50])('%i calls pass at once, one more does not', (perSecond) => {
  const { take } = limiter();

  const passed = Array.from({ length: perSecond + 1 }, () => take(perSecond));

  expect(passed.filter(Boolean)).toHaveLength(perSecond);
  expect(passed.at(-1)).toBe(false);
});

test('a bucket fills evenly and never beyond a second', async () => {
  const { clock, take } = limiter();
  while (take(10));

  await clock.advance(100);
  const afterATenth = [take(10), take(10)];
  await clock.advance(60_000);
  const afterAMinute = Array.from({ length: 12 }, () => take(10)).filter(Boolean);

  expect(afterATenth).toEqual([true, false]);
  expect(afterAMinute).toHaveLength(10);
});

test('calls a second apart pass although the network moves them together by a little, but not on the whole', async () => {
  const { clock, take } = limiter();
  const passed: boolean[] = [];

  for (let called = 0; called < 40; called += 1) {
    passed.push(take(1));
    await clock.advance(called % 2 === 0 ? 960 : 1040);
  }
  let tooFast = 0;
  for (let called = 0; called < 40; called += 1) {
    if (!take(1)) tooFast += 1;
    await clock.advance(960);
  }

  expect(passed.every(Boolean)).toBe(true);
  expect(tooFast).toBeGreaterThan(0);
});

test('on a faster clock the bucket still holds a second of the network', () => {
  const { take } = createRateLimiter({ clock: createFakeClock(), speed: () => 60 });

  const passed = Array.from({ length: 61 }, () => take('method', 1).isAllowed);

  expect(passed.filter(Boolean)).toHaveLength(60);
});

test('setting the wall clock neither fills nor empties a bucket', () => {
  const { clock, take } = limiter();

  const first = take(1);
  clock.jump(3_600_000);

  expect([first, take(1)]).toEqual([true, false]);
});
