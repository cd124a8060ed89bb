import { beforeEach, describe, expect, test } from 'vitest';
import { contactSchema, typedNumberSchema } from '../../../core/contact.ts';
import { everybody } from '../../../core/people-query.ts';
import { err, ok } from '../../../core/result.ts';
import { lidOf } from '../../unit/contacts/samples.ts';
import { account, openPeople, type PeopleWorld, personOf, value } from './people-world.ts';

let world: PeopleWorld;
beforeEach(() => {
  world = openPeople();
});

const edit = (n: number, change: { name?: string; note?: string }) =>
  world.people.edit({ ...account, chatId: personOf(n), ...change });

test('nobody is kept for an account that is not there', async () => {
  world.api = err({ code: 'not-found' });

  const kept = await world.people.keep({ ...account, person: { chatId: personOf(1), name: 'Anna', phone: '' } });
  const list = await world.people.lists.create({ ...account, name: 'Choir', chatIds: [] });

  expect([kept, list]).toEqual([err({ code: 'not-found' }), err({ code: 'not-found' })]);
});

describe('reading', () => {
  test('pages of a search are parts of one list, and fit the contract', async () => {
    for (let n = 0; n < 25; n += 1) await world.keep(n, `Anna ${String(n).padStart(2, '0')}`);
    const query = { ...account, text: 'anna', filter: everybody, order: 'best' } as const;

    const page = value(await world.people.search({ ...query, offset: 10, limit: 10 }));
    const ids = value(await world.people.ids({ ...query, offset: 10, limit: 10 }));

    expect(page).toMatchObject({ total: 25, people: { length: 10, 0: { name: 'Anna 10' } } });
    expect(ids).toEqual(page.people.map(({ chatId }) => chatId));
    for (const person of page.people) expect(contactSchema.parse(person)).toEqual(person);
  });

  test('what is read takes names that are known and keeps those that are typed', async () => {
    await world.keep(1, 'Anna');
    await world.keep(2, 'Boris');

    const answer = await world.people.read({
      ...account,
      text: '+79000000001\n8 900 000-00-02\nClare +79000000001 \n12',
    });

    expect(answer).toMatchObject({
      ok: true,
      value: [
        { at: 'ready', person: { name: 'Clare', phone: '+7 900 000-00-01' } },
        { at: 'repair', name: 'Boris', guess: { name: 'Boris', chatId: personOf(2) } },
        { at: 'bad', reason: 'too-short' },
      ],
    });
  });

  test('a number on its way is spaced as in the account’s country, and what more digits cannot mend is said', async () => {
    const typing = async (text: string) => value(await world.people.typing({ ...account, text }));

    expect(await typing('890000000')).toEqual({ text: '8 900 000-00', problem: null });
    expect(await typing('+79000000001')).toEqual({ text: '+7 900 000-00-01', problem: null });
    expect(await typing('89000000001')).toMatchObject({
      text: '8 900 000-00-01',
      problem: { at: 'repair', text: '8 900 000-00-01', guess: { chatId: personOf(1), phone: '+7 900 000-00-01' } },
    });
    expect(await typing('+790000000012')).toMatchObject({ problem: { at: 'bad', reason: 'too-long' } });
    expect(typedNumberSchema.safeParse(await typing('89000000001')).success).toBe(true);
  });

  test('people are found by their ids in the order asked, the unknown left out', async () => {
    await world.keep(1, 'Anna');
    await world.keep(2, 'Boris');

    const chatIds = [personOf(2), personOf(3), personOf(1)];

    expect(value(await world.people.find({ ...account, chatIds })).map(({ name }) => name)).toEqual(['Boris', 'Anna']);
  });

  test('one account’s people are not another’s', async () => {
    await world.keep(1, 'Anna');
    const query = { text: '', filter: everybody, order: 'name', offset: 0, limit: 9 } as const;

    expect(await world.people.search({ ...query, accountId: 'account-2' })).toEqual(ok({ people: [], total: 0 }));
  });

  test('of a removed account nobody and nothing is left', async () => {
    await world.keep(1, 'Anna');
    await world.people.lists.create({ ...account, name: 'Choir', chatIds: [personOf(1)] });
    await world.people.delete({ ...account, chatIds: [personOf(1)] });

    await world.people.forget(account.accountId);

    const rows = ['contacts', 'people_lists', 'people_changes', 'changed_people'].map((table) =>
      world.database.read((sql) => sql.run(`DELETE FROM ${table}`)),
    );
    expect(rows).toEqual([0, 0, 0, 0]);
  });

  test('who went into a group comes first, over restarts', async () => {
    for (const [n, name] of ['Anna A', 'Anna B', 'Anna C'].entries()) await world.keep(n, name);

    await world.people.noteUsed(account.accountId, [personOf(1), personOf(9)]);
    await world.clock.advance(1_000);
    await world.people.noteUsed(account.accountId, [personOf(2), personOf(2)]);

    expect(await world.names('anna')).toEqual(['Anna C', 'Anna B', 'Anna A']);
    expect(await world.restart().names('anna')).toEqual(['Anna C', 'Anna B', 'Anna A']);
  });
});

describe('keeping and editing', () => {
  test('a person is kept with the number that belongs to the id', async () => {
    const kept = await world.people.keep({
      ...account,
      person: { chatId: personOf(1), name: ' Anna ', phone: 'x' },
    });
    const refused = await world.people.keep({ ...account, person: { chatId: 'nobody@g.us', name: 'A', phone: '12' } });

    expect(kept).toEqual(
      ok({
        ...{ chatId: personOf(1), name: 'Anna', phone: '+7 900 000-00-01', source: 'typed', gone: false },
        ...{ note: '', lists: [], whatsapp: { at: 'unchecked' }, groups: 0 },
      }),
    );
    expect(refused).toEqual(err({ code: 'bad-number', number: '12', guess: null }));
    expect(await world.restart().names()).toEqual(['Anna']);
  });

  test('name and note are changed one without the other, for good', async () => {
    await world.keep(1, 'Anna');

    await edit(1, { note: ' calls after six ' });
    await edit(1, { name: 'Anna  P' });

    expect(await world.restart().find(1)).toMatchObject({ name: 'Anna P', note: 'calls after six', source: 'typed' });
  });

  test('nobody is edited who is not here', async () => {
    expect(await edit(1, { name: 'Anna' })).toEqual(err({ code: 'not-found' }));
  });

  test('an emptied name shows the number, and nobody is left with neither', async () => {
    await world.keep(1, 'Anna');
    await world.people.keep({ ...account, person: { chatId: lidOf(1), name: 'Ivy', phone: '' } });

    const emptied = await edit(1, { name: ' ' });
    const refused = await world.people.edit({ ...account, chatId: lidOf(1), name: '' });

    expect(emptied).toMatchObject({ ok: true, value: { name: '' } });
    expect(refused).toEqual(err({ code: 'bad-request', field: 'name' }));
    expect(await world.names()).toEqual(['Ivy', '+7 900 000-00-01']);
  });

  test('the window hears of it', async () => {
    await world.keep(1, 'Anna');
    world.events.length = 0;

    await edit(1, { name: 'Boris' });

    expect(world.events).toEqual([['people.changed', { ...account, total: 1 }]]);
  });
});

describe('the saved lists', () => {
  const create = (name: string, ...people: number[]) =>
    world.people.lists.create({ ...account, name, chatIds: people.map(personOf) });
  const listed = async (listId: string) => (await world.contacts({ filter: { listId } })).map(({ name }) => name);

  beforeEach(async () => {
    for (const [n, name] of ['Anna', 'Boris', 'Clare'].entries()) await world.keep(n + 1, name);
  });

  test('are made with people, shown by name with their counts, and outlive a restart', async () => {
    const drivers = value(await create('Drivers', 1, 2, 2, 9));
    await create('choir');

    expect(drivers).toMatchObject({ name: 'Drivers', count: 2 });
    expect(await listed(drivers.listId)).toEqual(['Anna', 'Boris']);
    const { lists } = await world.restart().overview();
    expect(lists.map(({ name, count }) => [name, count])).toEqual([
      ['choir', 0],
      ['Drivers', 2],
    ]);
  });

  test('have names of their own, whatever the case', async () => {
    const { listId } = value(await create('Choir'));

    expect(await create(' CHOIR ')).toEqual(err({ code: 'list-exists', name: 'Choir' }));
    expect(await world.people.lists.rename({ ...account, listId, name: 'choir' })).toMatchObject({ ok: true });
    expect(await create('  ')).toEqual(err({ code: 'bad-request', field: 'name' }));
    expect(await world.lists()).toEqual({ choir: 0 });
  });

  test('get people and lose them, and the answer counts those it changed', async () => {
    const { listId } = value(await create('Choir', 1));

    const added = await world.people.lists.add({ ...account, listId, chatIds: [1, 2, 3].map(personOf) });
    const removed = await world.people.lists.remove({ ...account, listId, chatIds: [personOf(1)] });

    expect([added, removed]).toMatchObject([{ value: { count: 2 } }, { value: { count: 1 } }]);
    expect(await listed(listId)).toEqual(['Boris', 'Clare']);
  });

  test('are not there any more when they were deleted, and their people are', async () => {
    const { listId } = value(await create('Choir', 1));
    await world.people.lists.delete({ ...account, listId });

    const gone = err({ code: 'not-found' });
    expect(await world.people.lists.add({ ...account, listId, chatIds: [personOf(1)] })).toEqual(gone);
    expect(await world.people.lists.delete({ ...account, listId })).toEqual(gone);
    expect(await world.restart().find(1)).toMatchObject({ name: 'Anna', lists: [] });
  });

  test('lose whoever is deleted', async () => {
    await create('Choir', 1, 2);

    await world.people.delete({ ...account, chatIds: [personOf(1)] });

    expect(await world.lists()).toEqual({ Choir: 1 });
    expect(await world.restart().lists()).toEqual({ Choir: 1 });
  });
});
