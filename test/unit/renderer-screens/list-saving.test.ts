import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Person } from '../../../core/contact.ts';
import type { Failure } from '../../../core/failure.ts';
import { err, ok } from '../../../core/result.ts';
import { createListSaving } from '../../../renderer/state/list-saving.ts';
import { contactOf, personOf } from './samples.ts';

type Options = { readonly known?: readonly number[]; readonly refused?: Failure; readonly keepFailure?: Failure };

function setUp({ known = [], refused, keepFailure }: Options = {}) {
  const kept: Person[] = [];
  const made: { name: string; chatIds: readonly string[] }[] = [];
  const failure = signal<Failure | null>(null);
  const saving = createListSaving({
    api: {
      'people.find': async () => ok(known.map(contactOf)),
      'people.keep': async ({ person }) => {
        if (keepFailure) return err(keepFailure);
        kept.push(person);
        return ok(contactOf(1));
      },
    },
    accountId: signal('a1'),
    changes: {
      failure,
      dismiss: () => {
        failure.value = null;
      },
      createList: async (name, chatIds) => {
        failure.value = refused ?? null;
        if (refused) return null;
        made.push({ name, chatIds });
        return { listId: 'l1', name, count: chatIds.length, step: async () => ok(null) };
      },
    },
  });
  return { saving, kept, made, failure };
}

test('who is no contact yet becomes one, and then all of them are in the list', async () => {
  const { saving, kept, made } = setUp({ known: [1] });

  const saved = await saving.save('Heads', [personOf(1), personOf(2)]);

  expect(kept).toEqual([personOf(2)]);
  expect(made).toEqual([{ name: 'Heads', chatIds: [personOf(1).chatId, personOf(2).chatId] }]);
  expect(saved).toMatchObject({ name: 'Heads', count: 2 });
});

test('somebody with only a privacy id does not become a contact by hand', async () => {
  const { saving, kept } = setUp();

  await saving.save('Heads', [{ ...personOf(3), chatId: '123456789012345@lid', phone: '' }]);

  expect(kept).toEqual([]);
});

test('a name that is taken is said where it was typed, and nowhere else', async () => {
  const refused: Failure = { code: 'list-exists', name: 'Heads' };
  const { saving, failure } = setUp({ known: [1], refused });

  const saved = await saving.save('Heads', [personOf(1)]);

  expect(saved).toBeNull();
  expect(saving.failure.value).toEqual(refused);
  expect(failure.value).toBeNull();
  expect(saving.isBusy.value).toBe(false);
});

test('without the people there is no list', async () => {
  const { saving, made } = setUp({ keepFailure: { code: 'disk-full' } });

  await saving.save('Heads', [personOf(1)]);

  expect(made).toEqual([]);
  expect(saving.failure.value).toEqual({ code: 'disk-full' });
});

test('a second click while it is saved saves once', async () => {
  const { saving, made } = setUp({ known: [1] });

  await Promise.all([saving.save('Heads', [personOf(1)]), saving.save('Heads', [personOf(1)])]);

  expect(made).toHaveLength(1);
});
