import { expect, test } from 'vitest';
import { ok } from '../../../core/result.ts';
import { account, openPeople, personOf, phoneThatLists, value } from './people-world.ts';

// So many that a new index is made of them; what is found is the same.
const many = 1_500;

test('many who are deleted at once are not found, and are found again when that is taken back', async () => {
  const world = openPeople();
  const listed = Array.from({ length: many + 1 }, (_, n) => [personOf(n), `Person ${n}`]);
  world.api = ok(phoneThatLists(Object.fromEntries(listed)));
  await world.people.sync(account);
  const chatIds = listed.slice(0, many).map(([chatId = '']) => chatId);
  const list = value(
    await world.people.lists.create({ ...account, name: 'Choir', chatIds: [personOf(0), personOf(many)] }),
  );

  const { undoId } = value(await world.people.delete({ ...account, chatIds }));
  const left = [await world.names(), await world.lists()];
  await world.people.undo({ ...account, undoId });

  expect(left).toEqual([[`Person ${many}`], { Choir: 1 }]);
  expect((await world.overview()).counts.all).toBe(many + 1);
  expect((await world.contacts({ filter: { listId: list.listId } })).map(({ chatId }) => chatId)).toEqual([
    personOf(0),
    personOf(many),
  ]);
});
