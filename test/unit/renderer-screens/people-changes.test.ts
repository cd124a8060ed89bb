import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Api } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import { err, ok } from '../../../core/result.ts';
import { createPeopleChanges, type PeopleChangesTools } from '../../../renderer/state/people-changes.ts';
import { createPeopleUndo } from '../../../renderer/state/people-undo.ts';
import { contactOf } from './samples.ts';

const anna = { ...contactOf(1), name: 'Anna', note: 'aunt' };
const choir = { listId: 'l1', name: 'Choir', count: 2 };

/** Every call is written down and answered well, unless it is to fail. */
function setUp(fails: Partial<Record<keyof Api, Failure>> = {}) {
  const calls: unknown[] = [];
  const answering =
    <T>(name: keyof Api, value: T) =>
    async (args: object) => {
      calls.push([name, args]);
      const failure = fails[name];
      return failure ? err(failure) : ok(value);
    };
  const undoable = { undoId: 'u1', count: 2 };
  const api: PeopleChangesTools['api'] = {
    'people.edit': answering('people.edit', { ...contactOf(1), name: 'Aunt Anna' }),
    'people.delete': answering('people.delete', undoable),
    'people.undo': answering('people.undo', { count: 2 }),
    'lists.create': answering('lists.create', choir),
    'lists.rename': answering('lists.rename', { ...choir, name: 'Big choir' }),
    'lists.delete': answering('lists.delete', undoable),
    'lists.add': answering('lists.add', undoable),
    'lists.remove': answering('lists.remove', undoable),
  };
  const accountId = signal<string | null>('a1');
  const undo = createPeopleUndo();
  return { changes: createPeopleChanges({ api, accountId, undo }), undo, accountId, calls };
}

test('a deletion is taken back by the id that main gave it', async () => {
  const { changes, undo, calls } = setUp();

  const done = await changes.remove([anna.chatId]);
  const isTakenBack = await undo.takeBack();

  expect(done?.count).toBe(2);
  expect(isTakenBack).toBe(true);
  expect(calls).toEqual([
    ['people.delete', { accountId: 'a1', chatIds: [anna.chatId] }],
    ['people.undo', { accountId: 'a1', undoId: 'u1' }],
  ]);
});

test('a name is taken back by writing the old one, and leaves the note alone', async () => {
  const { changes, undo, calls } = setUp();

  await changes.edit(anna, { name: 'Aunt Anna' });
  await undo.takeBack();

  expect(calls).toEqual([
    ['people.edit', { accountId: 'a1', chatId: anna.chatId, name: 'Aunt Anna' }],
    ['people.edit', { accountId: 'a1', chatId: anna.chatId, name: 'Anna' }],
  ]);
});

test('a note is taken back by writing the old one', async () => {
  const { changes, undo, calls } = setUp();

  await changes.edit(anna, { note: 'sings' });
  await undo.takeBack();

  expect(calls.at(-1)).toEqual(['people.edit', { accountId: 'a1', chatId: anna.chatId, note: 'aunt' }]);
});

test('a new list is taken back by deleting it, a new name by the old one', async () => {
  const { changes, undo, calls } = setUp();

  await changes.createList('Choir', [anna.chatId]);
  await changes.renameList(choir, 'Big choir');
  await undo.takeBack();
  await undo.takeBack();

  expect(calls.slice(2)).toEqual([
    ['lists.rename', { accountId: 'a1', listId: 'l1', name: 'Choir' }],
    ['lists.delete', { accountId: 'a1', listId: 'l1' }],
  ]);
});

test('the last thing done is taken back first, each only once', async () => {
  const { changes, undo } = setUp();
  await changes.addToList('l1', [anna.chatId]);
  await changes.remove([anna.chatId]);

  const answers = [await undo.takeBack(), await undo.takeBack(), await undo.takeBack()];

  expect(answers).toEqual([true, true, false]);
});

test('a step that is named is taken back alone, and not a second time', async () => {
  const { changes, undo, calls } = setUp();
  const first = await changes.removeFromList('l1', [anna.chatId]);
  await changes.edit(anna, { note: 'sings' });

  await undo.takeBack(first?.step);
  const again = await undo.takeBack(first?.step);

  expect(again).toBe(false);
  expect(calls.slice(2)).toEqual([['people.undo', { accountId: 'a1', undoId: 'u1' }]]);
});

test('what did not happen cannot be taken back, and says why', async () => {
  const { changes, undo } = setUp({ 'people.delete': { code: 'disk-full' } });

  const done = await changes.remove([anna.chatId]);

  expect(done).toBeNull();
  expect(changes.failure.value).toEqual({ code: 'disk-full' });
  expect(await undo.takeBack()).toBe(false);
});

test('when something else came in between, that is said', async () => {
  const { changes, undo } = setUp({ 'people.undo': { code: 'too-late' } });
  await changes.deleteList('l1');

  const isTakenBack = await undo.takeBack();

  expect(isTakenBack).toBe(false);
  expect(undo.failure.value).toEqual({ code: 'too-late' });
});

test('a change is taken back in the account it was made in', async () => {
  const { changes, undo, accountId, calls } = setUp();
  const done = await changes.remove([anna.chatId]);
  accountId.value = 'a2';

  await undo.takeBack(done?.step);

  expect(calls.at(-1)).toEqual(['people.undo', { accountId: 'a1', undoId: 'u1' }]);
});
