import { expect, test } from 'vitest';
import type { Entry } from '../../../core/contact.ts';
import { createEntries, keyOf } from '../../../renderer/state/entries.ts';
import { badEntry, personOf, readyOf, slipOf } from './samples.ts';

test('a person who is added twice is kept once and named', () => {
  const entries = createEntries([readyOf(1, 'Anna')]);

  entries.add([readyOf(2, 'Ivan'), readyOf(1, 'Anna P.')]);

  expect(entries.ready.value.map(({ name }) => name)).toEqual(['Anna', 'Ivan']);
  expect(entries.twice.value).toEqual(['Anna']);
});

test('who was there twice is said once: the next addition starts anew', () => {
  const entries = createEntries([readyOf(1)]);
  entries.add([readyOf(1)]);

  entries.add([readyOf(2)]);

  expect(entries.twice.value).toEqual([]);
});

test('a name that comes later fills an empty one', () => {
  const entries = createEntries([readyOf(1, '')]);

  entries.add([readyOf(1, 'Anna')]);

  expect(entries.ready.value).toEqual([personOf(1, 'Anna')]);
});

test('an entry with a slip is a problem until its guess is taken', () => {
  const entries = createEntries([slipOf(1), badEntry]);

  entries.repair(keyOf(slipOf(1)));

  expect(entries.ready.value).toEqual([personOf(1, '')]);
  expect(entries.problems.value).toEqual([badEntry]);
});

test('repairing all takes every guess and leaves what has none', () => {
  const entries = createEntries([slipOf(1), badEntry, slipOf(2)]);

  entries.repairAll();

  expect(entries.ready.value).toHaveLength(2);
  expect(entries.problems.value).toEqual([badEntry]);
});

test('a repair that names somebody who is in already does not double them', () => {
  const entries = createEntries([readyOf(1, 'Anna'), slipOf(1)]);

  entries.repair(keyOf(slipOf(1)));

  expect(entries.ready.value).toEqual([personOf(1, 'Anna')]);
  expect(entries.twice.value).toEqual(['Anna']);
});

test('a tick takes a person in and out', () => {
  const entries = createEntries();

  entries.toggle(personOf(1));
  const wasIn = entries.has(personOf(1).chatId);
  entries.toggle(personOf(1));

  expect(wasIn).toBe(true);
  expect(entries.list.value).toEqual([]);
});

test('people above the limit of a group are counted', () => {
  const entries = createEntries(Array.from({ length: 1025 }, (_, n) => readyOf(n)));

  expect(entries.tooMany.value).toBe(2);
});

test('what does not fit into a draft is left out and counted', () => {
  const entries = createEntries();
  const many: readonly Entry[] = Array.from({ length: 5003 }, (_, n) => readyOf(n));

  entries.add(many);

  expect(entries.list.value).toHaveLength(5000);
  expect(entries.leftOut.value).toBe(3);
});
