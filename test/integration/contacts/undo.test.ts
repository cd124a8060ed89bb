import { beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '../../../core/failure.ts';
import { err, type Result } from '../../../core/result.ts';
import { account, openPeople, type PeopleWorld, personOf, value } from './people-world.ts';

let world: PeopleWorld;
beforeEach(async () => {
  world = openPeople();
  for (const [n, name] of ['Anna', 'Boris', 'Clare'].entries()) await world.keep(n + 1, name);
});

const ids = (...people: number[]) => ({ ...account, chatIds: people.map(personOf) });
const undo = (change: Result<{ undoId: string }, Failure>, from = world) =>
  from.people.undo({ ...account, undoId: value(change).undoId });
const tooLate = err({ code: 'too-late' });

describe('a deletion', () => {
  test('is taken back after a restart: name, note and lists are there again', async () => {
    await world.people.edit({ ...account, chatId: personOf(1), note: 'calls after six' });
    const list = value(await world.people.lists.create({ ...ids(1, 2), name: 'Choir' }));
    const deleted = await world.people.delete(ids(1, 2));
    const again = world.restart();

    const undone = await undo(deleted, again);

    expect([deleted, undone]).toMatchObject([{ value: { count: 2 } }, { value: { count: 2 } }]);
    expect(await again.restart().find(1)).toMatchObject({
      ...{ name: 'Anna', note: 'calls after six', lists: [list.listId], source: 'typed' },
    });
  });

  test('is taken back only once', async () => {
    const deleted = await world.people.delete(ids(1));
    await undo(deleted);

    expect(await undo(deleted)).toEqual(tooLate);
  });

  test('is taken back without the list that was deleted after it', async () => {
    const { listId } = value(await world.people.lists.create({ ...ids(1), name: 'Choir' }));
    const deleted = await world.people.delete(ids(1));
    await world.people.lists.delete({ ...account, listId });

    await undo(deleted);

    expect(await world.find(1)).toMatchObject({ name: 'Anna', lists: [] });
  });

  test('leaves somebody as they are who was typed in again', async () => {
    const deleted = await world.people.delete(ids(1, 2));
    await world.keep(1, 'Mum');

    expect(await undo(deleted)).toMatchObject({ value: { count: 1 } });
    expect(await world.names()).toEqual(['Boris', 'Clare', 'Mum']);
  });

  test('of nobody is none', async () => {
    expect(await world.people.delete(ids(9))).toEqual(err({ code: 'not-found' }));
  });

  test('keeps nothing of the deleted but their id, once it cannot be taken back any more', async () => {
    await world.people.edit({ ...account, chatId: personOf(1), note: 'secret' });
    await world.people.delete(ids(1));
    for (let n = 0; n < 20; n += 1)
      await world.people.delete(ids(await world.keep(100 + n, 'Zoe').then(() => 100 + n)));

    const rows = world.database.read((sql) => [
      sql.run("DELETE FROM contacts WHERE chat_id = ? AND name || note || phone <> ''", personOf(1)),
      sql.run('DELETE FROM changed_people WHERE chat_id = ?', personOf(1)),
    ]);
    expect(rows).toEqual([0, 0]);
  });
});

describe('a change of lists', () => {
  const inList = async (listId: string) => (await world.contacts({ filter: { listId } })).map(({ name }) => name);

  test('is taken back: who was added, who was removed, the list itself', async () => {
    const { listId } = value(await world.people.lists.create({ ...ids(1), name: 'Choir' }));
    const added = await world.people.lists.add({ ...ids(1, 2), listId });
    await undo(added);
    const afterAdding = await inList(listId);
    const removed = await world.people.lists.remove({ ...ids(1), listId });
    await undo(removed);
    const afterRemoving = await inList(listId);
    const deleted = await world.people.lists.delete({ ...account, listId });
    world = world.restart();
    await undo(deleted);

    expect([afterAdding, afterRemoving, await inList(listId)]).toEqual([['Anna'], ['Anna'], ['Anna']]);
    expect(await world.restart().lists()).toEqual({ Choir: 1 });
  });

  test('leaves alone what was done to the people otherwise', async () => {
    const { listId } = value(await world.people.lists.create({ ...ids(), name: 'Choir' }));
    const added = await world.people.lists.add({ ...ids(1), listId });
    await world.keep(1, 'Mum');
    const other = value(await world.people.lists.create({ ...ids(1), name: 'Drivers' }));

    await undo(added);

    expect(await world.find(1)).toMatchObject({ name: 'Mum', lists: [other.listId] });
  });
});

describe('only the newest change', () => {
  test('of the same people can be taken back, and then the one before it', async () => {
    const { listId } = value(await world.people.lists.create({ ...ids(), name: 'Choir' }));
    const added = await world.people.lists.add({ ...ids(1, 2), listId });
    const deleted = await world.people.delete(ids(1));

    expect(await undo(added)).toEqual(tooLate);
    await undo(deleted);
    expect(await undo(added)).toMatchObject({ value: { count: 2 } });
  });

  test('is the newest of its people, whatever was done to others', async () => {
    const first = await world.people.delete(ids(1));
    await world.people.delete(ids(2));

    expect(await undo(first)).toMatchObject({ value: { count: 1 } });
  });

  test('of this account: another one’s id is unknown', async () => {
    const deleted = value(await world.people.delete(ids(1)));

    expect(await world.people.undo({ accountId: 'account-2', undoId: deleted.undoId })).toEqual(tooLate);
  });
});

test('when the disk is full nothing is taken back, and later all is', async () => {
  const deleted = await world.people.delete(ids(1));
  const { store } = world;
  world.store = { ...store, write: async () => err({ code: 'disk-full' }) };
  const full = await undo(deleted);
  world.store = store;

  expect(full).toEqual(err({ code: 'disk-full' }));
  expect(await world.names()).toEqual(['Boris', 'Clare']);
  expect(await undo(deleted)).toMatchObject({ ok: true });
});
