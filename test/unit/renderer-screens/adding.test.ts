import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Contact, Entry, Person } from '../../../core/contact.ts';
import { err, ok } from '../../../core/result.ts';
import { createAdding } from '../../../renderer/state/adding.ts';
import { badEntry, contactOf, personOf, readyOf, slipOf } from './samples.ts';

type SetUp = { readonly known?: readonly Contact[]; readonly fails?: boolean };

function setUp(entries: readonly Entry[], { known = [], fails = false }: SetUp = {}) {
  const kept: Person[] = [];
  const read: string[] = [];
  const adding = createAdding({
    api: {
      'people.read': async ({ text }) => {
        read.push(text);
        return ok([...entries]);
      },
      'people.find': async ({ chatIds }) => ok(known.filter(({ chatId }) => chatIds.includes(chatId))),
      'people.keep': async ({ person }) => {
        if (fails) return err({ code: 'disk-full' });
        kept.push(person);
        return ok({ ...contactOf(0), ...person });
      },
    },
    accountId: signal('a1'),
  });
  return { adding, kept, read };
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

  expect(count).toBeNull();
  expect(adding.judged.value?.problem).toEqual(slipOf(2));
  expect(kept).toEqual([]);
});

test('a person who cannot be kept is said, and the form can be sent again', async () => {
  const { adding } = setUp([readyOf(1)], { fails: true });

  const count = await adding.add('…', '');

  expect(count).toBeNull();
  expect(adding.failure.value).toEqual({ code: 'disk-full' });
  expect(adding.isBusy.value).toBe(false);
});

test('what is typed is judged on the way: who it is, who is known already, what needs a look', async () => {
  const { adding } = setUp([readyOf(1), readyOf(2), badEntry], { known: [contactOf(2)] });

  await adding.judge('…');

  expect(adding.judged.value).toEqual({
    people: [personOf(1), personOf(2)],
    known: [contactOf(2)],
    problem: badEntry,
  });
});

test('an emptied field is judged as nothing, without a question', async () => {
  const { adding, read } = setUp([readyOf(1)]);
  await adding.judge('+7');

  await adding.judge(' ');

  expect(adding.judged.value).toBeNull();
  expect(read).toEqual(['+7']);
});

test('of several texts that wait only the newest is read', async () => {
  const { adding, read } = setUp([readyOf(1)]);

  await Promise.all(['+', '+7', '+79', '+790'].map((text) => adding.judge(text)));

  expect(read).toEqual(['+', '+790']);
});

test('somebody known stays as they are when no other name is given', async () => {
  const { adding, kept } = setUp([readyOf(1)], { known: [contactOf(1)] });

  const count = await adding.add('…', '');

  expect(count).toBe(0);
  expect(kept).toEqual([]);
});

test('somebody known is renamed when another name is given', async () => {
  const { adding, kept } = setUp([readyOf(1)], { known: [contactOf(1)] });

  const count = await adding.add('…', 'Aunt Anna');

  expect(count).toBe(1);
  expect(kept).toEqual([personOf(1, 'Aunt Anna')]);
});
