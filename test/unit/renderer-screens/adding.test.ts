import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Entry, Person } from '../../../core/contact.ts';
import { err, ok } from '../../../core/result.ts';
import { createAdding } from '../../../renderer/state/adding.ts';
import { personOf, readyOf, slipOf } from './samples.ts';

function setUp(entries: readonly Entry[], fails = false) {
  const kept: Person[] = [];
  const adding = createAdding({
    api: {
      'people.read': async () => ok([...entries]),
      'people.keep': async ({ person }) => {
        if (fails) return err({ code: 'disk-full' });
        kept.push(person);
        return ok({ ...person, source: 'typed', gone: false });
      },
    },
    accountId: signal('a1'),
  });
  return { adding, kept };
}

test('one number is kept with the name given by hand', async () => {
  const { adding, kept } = setUp([readyOf(1, '')]);

  const count = await adding.add('+7 900 000-00-01', ' Anna ');

  expect(count).toBe(1);
  expect(kept).toEqual([personOf(1, 'Anna')]);
});

test('a column is kept with its own names', async () => {
  const { adding, kept } = setUp([readyOf(1, 'Anna'), readyOf(2, 'Ivan')]);

  const count = await adding.add('Anna +7…\nIvan +7…', 'Somebody');

  expect(count).toBe(2);
  expect(kept.map(({ name }) => name)).toEqual(['Anna', 'Ivan']);
});

test('while a number needs a look nobody is kept', async () => {
  const { adding, kept } = setUp([readyOf(1), slipOf(2)]);

  const count = await adding.add('…', '');

  expect(count).toBe(0);
  expect(adding.problem.value).toEqual(slipOf(2));
  expect(kept).toEqual([]);
});

test('a person who cannot be kept is said, and the form can be sent again', async () => {
  const { adding } = setUp([readyOf(1)], true);

  const count = await adding.add('…', '');

  expect(count).toBe(0);
  expect(adding.failure.value).toEqual({ code: 'disk-full' });
  expect(adding.isBusy.value).toBe(false);
});
