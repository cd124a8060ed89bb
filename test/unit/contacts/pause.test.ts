import { expect, test } from 'vitest';
import { createPause } from '../../../main/contacts/pause.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

function begin() {
  const clock = createFakeClock();
  const pause = createPause(clock);
  const over: string[] = [];
  const wait = (name: string, ms: number) => void pause.wait(name, ms).then(() => over.push(name));
  return { clock, pause, over, wait };
}

test('a pause ends when its time is over', async () => {
  const { clock, over, wait } = begin();
  wait('one', 1_000);

  await clock.advance(999);
  expect(over).toEqual([]);
  await clock.advance(1);
  expect(over).toEqual(['one']);
});

test('a pause that is cancelled ends at once, and no timer is left', async () => {
  const { clock, pause, over, wait } = begin();
  wait('one', 1_000);
  wait('two', 1_000);

  pause.cancel('one');
  await clock.advance(0);

  expect([over, clock.timers()]).toEqual([['one'], 1]);
  pause.cancelAll();
  await clock.advance(0);
  expect([over, clock.timers()]).toEqual([['one', 'two'], 0]);
});

test('what was to run later does not run when it is cancelled, or when something else is waited for', async () => {
  const { clock, pause } = begin();
  const ran: number[] = [];
  pause.later('one', 1_000, () => ran.push(1));
  pause.later('one', 2_000, () => ran.push(2));
  pause.later('two', 2_000, () => ran.push(3));
  pause.cancel('two');

  await clock.advance(5_000);

  expect(ran).toEqual([2]);
});
