import { expect, test } from 'vitest';
import type { Answer, Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import { ok, type Result } from '../../../core/result.ts';
import { everybody } from '../../../renderer/state/people.ts';
import { createTypeAhead } from '../../../renderer/state/type-ahead.ts';
import { byHand } from './samples.ts';

function setUp() {
  const clock = { nowMs: 0 };
  const places = byHand<Args<'people.place'>, Result<Answer<'people.place'>, Failure>>();
  const typeAhead = createTypeAhead({
    api: { 'people.place': places.call },
    question: () => ({ accountId: 'a1', text: '', filter: everybody, order: 'name' }),
    nowMs: () => clock.nowMs,
  });
  return { clock, places, typeAhead };
}

test('letters typed quickly make one beginning of a name', async () => {
  const { clock, places, typeAhead } = setUp();

  void typeAhead.type('m');
  clock.nowMs += 300;
  void typeAhead.type('a');

  expect(places.calls.map(({ prefix }) => prefix)).toEqual(['m', 'ma']);
});

test('after a pause a letter begins a new name', async () => {
  const { clock, places, typeAhead } = setUp();
  void typeAhead.type('m');

  clock.nowMs += 1500;
  void typeAhead.type('a');

  expect(places.calls.at(-1)?.prefix).toBe('a');
});

test('only the place of all letters so far is gone to', async () => {
  const { places, typeAhead } = setUp();
  const first = typeAhead.type('m');
  const second = typeAhead.type('a');

  await places.answer(ok(10));
  await places.answer(ok(20));

  expect(await first).toBeNull();
  expect(await second).toBe(20);
});

test('when nobody is called so, one stays where one is', async () => {
  const { places, typeAhead } = setUp();
  const place = typeAhead.type('q');

  await places.answer(ok(null));

  expect(await place).toBeNull();
});

test('a space belongs to the letters for as long as they are typed', () => {
  const { clock, typeAhead } = setUp();
  const before = typeAhead.isTyping();

  void typeAhead.type('m');
  const during = typeAhead.isTyping();
  clock.nowMs += 1500;

  expect([before, during, typeAhead.isTyping()]).toEqual([false, true, false]);
});
