import { expect, test } from 'vitest';
import type { Answer, Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import { ok, type Result } from '../../../core/result.ts';
import { everybody } from '../../../renderer/state/people.ts';
import { createTypeAhead } from '../../../renderer/state/type-ahead.ts';
import { byHand } from './samples.ts';

function setUp() {
  const places = byHand<Args<'people.place'>, Result<Answer<'people.place'>, Failure>>();
  const typeAhead = createTypeAhead({
    api: { 'people.place': places.call },
    question: () => ({ accountId: 'a1', text: '', filter: everybody, order: 'name' }),
  });
  return { places, typeAhead };
}

test('letters typed quickly make one beginning of a name', async () => {
  const { places, typeAhead } = setUp();

  void typeAhead.type('m', 0);
  void typeAhead.type('a', 300);

  expect(places.calls.map(({ prefix }) => prefix)).toEqual(['m', 'ma']);
});

test('after a pause a letter begins a new name', async () => {
  const { places, typeAhead } = setUp();
  void typeAhead.type('m', 0);

  void typeAhead.type('a', 1500);

  expect(places.calls.at(-1)?.prefix).toBe('a');
});

test('only the place of all letters so far is gone to', async () => {
  const { places, typeAhead } = setUp();
  const first = typeAhead.type('m', 0);
  const second = typeAhead.type('a', 100);

  await places.answer(ok(10));
  await places.answer(ok(20));

  expect(await first).toBeNull();
  expect(await second).toBe(20);
});

test('when nobody is called so, one stays where one is', async () => {
  const { places, typeAhead } = setUp();
  const place = typeAhead.type('q', 0);

  await places.answer(ok(null));

  expect(await place).toBeNull();
});

test('a space belongs to the letters for as long as they are typed', () => {
  const { typeAhead } = setUp();
  const before = typeAhead.isTyping(0);

  void typeAhead.type('m', 100);

  expect([before, typeAhead.isTyping(200), typeAhead.isTyping(1600)]).toEqual([false, true, false]);
});
