import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Args } from '../../../core/contract/calls.ts';
import { err, ok } from '../../../core/result.ts';
import { createDraft } from '../../../renderer/state/draft.ts';
import { createTimers, personOf, readyOf } from './samples.ts';

function setUp(answer: 'ok' | 'disk-full' = 'ok') {
  const kept: Args<'draft.keep'>[] = [];
  const isPractice = signal(false);
  const timers = createTimers();
  const draft = createDraft({
    api: {
      'draft.keep': async (args) => {
        kept.push(args);
        return answer === 'ok' ? ok(null) : err({ code: 'disk-full' });
      },
      'draft.read': async ({ practice }) => ok({ name: practice ? 'Pretend' : 'Choir', entries: [readyOf(2)] }),
    },
    after: timers.after,
    isPractice,
    first: { name: 'Choir', entries: [readyOf(1)] },
  });
  return { draft, kept, timers, isPractice };
}

test('opening a kept draft keeps nothing anew', () => {
  const { draft, kept, timers } = setUp();

  draft.flush();

  expect(draft.name.value).toBe('Choir');
  expect(timers.waiting.size).toBe(0);
  expect(kept).toEqual([]);
});

test('typing is kept within 300 ms, in one call', () => {
  const { draft, kept, timers } = setUp();

  for (const name of ['Choir 5', 'Choir 5 “', 'Choir 5 “B”']) draft.setName(name);
  timers.pass(300);

  expect(kept).toEqual([{ practice: false, name: 'Choir 5 “B”', entries: [readyOf(1)] }]);
});

test('steady typing does not put the keeping off', () => {
  const { draft, kept, timers } = setUp();

  for (let n = 0; n < 10; n += 1) {
    draft.setName(`Choir ${n}`);
    timers.pass(100);
  }

  expect(kept.length).toBeGreaterThan(2);
});

test('hiding the window keeps at once what was typed last', () => {
  const { draft, kept, timers } = setUp();
  draft.entries.toggle(personOf(2));

  draft.flush();
  timers.pass(1000);

  expect(kept).toHaveLength(1);
  expect(kept[0]?.entries).toHaveLength(2);
});

test('people who come after a kept name are kept too', () => {
  const { draft, kept, timers } = setUp();
  draft.setName('Choir 5');
  timers.pass(300);

  draft.entries.toggle(personOf(2));
  timers.pass(300);

  expect(kept).toHaveLength(2);
  expect(kept[1]?.entries).toHaveLength(2);
});

test('clearing the draft keeps an empty one', () => {
  const { draft, kept } = setUp();

  draft.clear();

  expect(kept).toEqual([{ practice: false, name: '', entries: [] }]);
});

test('a draft that cannot be kept says why', async () => {
  const { draft } = setUp('disk-full');
  draft.setName('Choir 6');

  draft.flush();
  await Promise.resolve();
  await Promise.resolve();

  expect(draft.keepFailure.value).toEqual({ code: 'disk-full' });
});

test('a pasted name is cut to what the contract takes', () => {
  const { draft } = setUp();

  draft.setName('x'.repeat(5000));

  expect(draft.name.value).toHaveLength(1000);
});

test('practice has a draft of its own, and the real one is there again afterwards', async () => {
  const { draft, kept, timers, isPractice } = setUp();
  draft.setName('Choir 7');

  isPractice.value = true;
  expect(kept).toEqual([{ practice: false, name: 'Choir 7', entries: [readyOf(1)] }]);
  expect(draft.name.value).toBe('');
  await Promise.resolve();
  await Promise.resolve();
  expect(draft.name.value).toBe('Pretend');
  timers.pass(300);
  expect(kept).toHaveLength(1);

  isPractice.value = false;
  await Promise.resolve();
  await Promise.resolve();
  expect(draft.name.value).toBe('Choir');
});
