import { expect, test } from 'vitest';
import { createQuickClock } from '../../main/quick-clock.ts';
import { createFakeClock } from '../support/fake-clock.ts';

test('spans pass faster, and the time that has passed stays passed when the speed changes', async () => {
  const real = createFakeClock();
  const quick = createQuickClock(real);
  const start = quick.monotonic();
  const passed = () => quick.monotonic() - start;
  const rung: number[] = [];

  await real.advance(100);
  expect(passed()).toBe(100);
  quick.setSpeed(1200);
  expect(passed()).toBe(100);
  quick.after(300_000, () => rung.push(passed()));
  await real.advance(250);

  expect(rung).toEqual([300_100]);
  quick.setSpeed(1);
  await real.advance(50);
  expect(passed()).toBe(300_150);
  expect(quick.now()).toBe(real.now());
});
