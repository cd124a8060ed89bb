import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../../core/result.ts';
import { apiThat, failing } from '../../unit/accounts/samples.ts';
import { lidOf } from '../../unit/contacts/samples.ts';
import {
  account,
  type Listed,
  openPeople,
  openPhone,
  type PeopleWorld,
  personOf,
  phoneThatLists,
  turnUntil,
  value,
} from './people-world.ts';

let world: PeopleWorld;
beforeEach(() => {
  world = openPeople();
});

const sync = (...lists: Listed[]) => {
  world.api = ok(phoneThatLists(...lists));
  return world.people.sync(account);
};

describe('the phone’s list', () => {
  test('is brought here, found offline after a restart, and the window is told', async () => {
    const answer = await sync({ [personOf(1)]: 'Анна', [personOf(2)]: '', [lidOf(3)]: 'Ivy' });

    expect(answer).toEqual(ok({ added: 3, changed: 0, gone: 0, total: 3, withoutChats: null }));
    expect(await world.restart().names()).toEqual(['Ivy', 'Анна', '+7 900 000-00-02']);
    expect(world.events).toEqual([
      ['people.syncing', { ...account, running: true }],
      ['people.changed', { ...account, total: 3 }],
      ['people.syncing', { ...account, running: false }],
    ]);
  });

  test('is read a second time, and only what is new is said', async () => {
    await sync({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris' });
    world.events.length = 0;

    const same = await sync({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris' });
    const heard = world.events.map(([name]) => name);
    const other = await sync({ [personOf(1)]: 'Anna B', [personOf(3)]: 'Clare' });

    expect([same, other]).toEqual([
      ok({ added: 0, changed: 0, gone: 0, total: 2, withoutChats: null }),
      ok({ added: 1, changed: 1, gone: 1, total: 3, withoutChats: null }),
    ]);
    expect(heard).not.toContain('people.changed');
    expect(await world.restart().names()).toEqual(['Anna B', 'Boris gone', 'Clare']);
  });

  test('is asked for once more when it is empty', async () => {
    expect(await sync({}, { [personOf(1)]: 'Anna' })).toMatchObject({ value: { added: 1 } });
  });

  test('takes nobody away when it stays empty however often, and counts as no sync', async () => {
    await sync({ [personOf(1)]: 'Anna' });
    const { syncedAtMs } = await world.overview();
    await world.clock.advance(60_000);

    await sync({});
    await sync({});
    expect(await sync({})).toEqual(ok({ added: 0, changed: 0, gone: 0, total: 1, withoutChats: null }));
    expect(await world.names()).toEqual(['Anna']);
    expect(await world.overview()).toMatchObject({ syncedAtMs });
  });

  test('that is suspiciously short is not believed until it is read again', async () => {
    const four = { [personOf(1)]: 'Anna', [personOf(2)]: 'Boris', [personOf(3)]: 'Clare', [personOf(4)]: 'Dan' };
    await sync(four);
    await world.clock.advance(60_000);

    const short = await sync({ [personOf(1)]: 'Anna' });
    const shortNames = await world.names();
    const whole = await sync(four);
    await sync({ [personOf(1)]: 'Anna' });
    const shortAgain = await sync({ [personOf(1)]: 'Anna' });

    expect(short).toMatchObject({ value: { gone: 0 } });
    expect(shortNames).toEqual(['Anna', 'Boris', 'Clare', 'Dan']);
    expect(whole).toMatchObject({ value: { changed: 0 } });
    expect(shortAgain).toMatchObject({ value: { gone: 3 } });
    expect(await world.restart().names()).toEqual(['Anna', 'Boris gone', 'Clare gone', 'Dan gone']);
  });

  test('that cannot be read changes nothing', async () => {
    await sync({ [personOf(1)]: 'Anna' });
    world.api = ok(apiThat({ getContacts: async () => failing({ code: 'offline' }) }));

    expect(await world.people.sync(account)).toEqual(err({ code: 'offline' }));
    expect(await world.names()).toEqual(['Anna']);
    expect(world.events.at(-1)).toEqual(['people.syncing', { ...account, running: false }]);
  });

  test('never touches a name given by hand, before the sync or while it runs', async () => {
    await sync({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris' });
    await world.keep(1, 'Mum');

    const syncing = sync({ [personOf(1)]: 'Anna B', [personOf(2)]: 'Boris B' });
    await world.keep(2, 'Dad');
    await syncing;

    expect(await world.names()).toEqual(['Dad', 'Mum']);
    expect(await world.restart().names()).toEqual(['Dad', 'Mum']);
  });

  test('is asked for once by a double click', async () => {
    world.api = ok(phoneThatLists({ [personOf(1)]: 'Anna' }, {}));
    const [first, second] = await Promise.all([world.people.sync(account), world.people.sync(account)]);

    expect(first).toBe(second);
  });

  test('does not fit on a full disk, and the next sync does the rest', async () => {
    const { store } = world;
    world.store = { ...store, write: async () => err({ code: 'disk-full' }) };
    const full = await sync({ [personOf(1)]: 'Anna' });
    world.store = store;

    expect(full).toEqual(err({ code: 'disk-full' }));
    expect(await world.names()).toEqual([]);
    expect(await sync({ [personOf(1)]: 'Anna' })).toMatchObject({ value: { added: 1 } });
  });

  test('does not bring back whom somebody took out, by whatever id', async () => {
    await sync({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris' });
    await world.people.delete({ ...account, chatIds: [personOf(1)] });

    await sync({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris' });
    await sync({ [personOf(1)]: { name: 'Anna', otherId: lidOf(1) }, [personOf(2)]: 'Boris' });
    await sync({ [lidOf(1)]: 'Anna', [personOf(2)]: 'Boris' });

    expect(await world.restart().names()).toEqual(['Boris']);
  });

  test('does not bring back whom somebody took out while only their privacy id was known', async () => {
    await sync({ [lidOf(1)]: 'Anna', [personOf(2)]: 'Boris' });
    await world.people.delete({ ...account, chatIds: [lidOf(1)] });

    await sync({ [personOf(1)]: { name: 'Anna', otherId: lidOf(1) }, [personOf(2)]: 'Boris' });
    await sync({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris' });

    expect(await world.restart().names()).toEqual(['Boris']);
  });

  test('that comes when the app has ended is dropped', async () => {
    const phone = phoneThatLists({ [personOf(1)]: 'Anna' });
    world.api = ok({
      ...phone,
      async getContacts() {
        world.stop();
        return phone.getContacts();
      },
    });

    expect(await world.people.sync(account)).toEqual(err({ code: 'too-late' }));
    expect(await openPeople({ folder: world.folder }).names()).toEqual([]);
  });

  test('of an account that was removed in the meantime is nobody’s', async () => {
    const syncing = sync({ [personOf(1)]: 'Anna' });
    await world.people.forget(account.accountId);
    await syncing;

    expect(await world.restart().names()).toEqual([]);
  });
});

describe('one person under two ids', () => {
  async function withPastOf(chatId: string) {
    await sync({ [chatId]: 'Anna', [personOf(9)]: 'Zoe' });
    const list = value(await world.people.lists.create({ ...account, name: 'Choir', chatIds: [chatId] }));
    await world.people.edit({ ...account, chatId, note: 'calls after six' });
    await world.people.noteUsed(account.accountId, [chatId]);
    return list.listId;
  }

  test('who was known by a privacy id keeps everything when the number comes to light', async () => {
    const listId = await withPastOf(lidOf(1));

    const answer = await sync({ [personOf(1)]: { name: 'Anna', otherId: lidOf(1) }, [personOf(9)]: 'Zoe' });

    expect(answer).toMatchObject({ value: { added: 0, gone: 0, total: 2, withoutChats: null } });
    const [anna] = await world.restart().contacts({ text: 'anna' });
    expect(anna).toMatchObject({
      chatId: personOf(1),
      phone: '+7 900 000-00-01',
      note: 'calls after six',
      lists: [listId],
    });
  });

  test('who has a new number is the same person, and is found by the old one', async () => {
    const listId = await withPastOf(personOf(1));

    await sync({ [personOf(2)]: { name: 'Anna', otherId: personOf(1) }, [personOf(9)]: 'Zoe' });

    const again = world.restart();
    expect(await again.find(1)).toMatchObject({ chatId: personOf(2), phone: '+7 900 000-00-02', lists: [listId] });
    expect(await again.names()).toEqual(['Anna', 'Zoe']);
  });

  test('two that turn out to be one are joined: the name given by hand, both notes and all lists stay', async () => {
    const listId = await withPastOf(lidOf(1));
    await world.keep(1, 'Mum');
    await world.people.edit({ ...account, chatId: personOf(1), note: 'choir' });

    await sync({ [personOf(1)]: { name: 'Anna', otherId: lidOf(1) }, [personOf(9)]: 'Zoe' });

    expect(await world.find(1)).toMatchObject({ name: 'Mum', note: 'choir\ncalls after six', lists: [listId] });
    expect(await world.names()).toEqual(['Mum', 'Zoe']);
  });

  test('a number that comes and goes between two people is sought in no circle', async () => {
    await sync({ [personOf(1)]: 'Anna', [personOf(9)]: 'Zoe' });
    await sync({ [personOf(2)]: { name: 'Anna', otherId: personOf(1) }, [personOf(9)]: 'Zoe' });
    await sync({ [personOf(1)]: { name: 'Anna', otherId: personOf(2) }, [personOf(9)]: 'Zoe' });

    expect(await world.restart().find(2)).toMatchObject({ chatId: personOf(1) });
  });
});

describe('with the practice service', () => {
  test('contacts come without groups, by their new ids, and late', async () => {
    const { practice, api } = await openPhone(world.clock);
    const [anna, boris] = practice.world.people;
    practice.world.phone.createGroup('Choir', []);
    practice.world.phone.listAs(anna?.chatId ?? '', { id: anna?.lid ?? '', newChatId: anna?.chatId ?? '' });
    practice.world.phone.listAs(boris?.chatId ?? '', { id: boris?.lid ?? '' });
    practice.faults.next('getContacts', 'empty-list');
    world.api = api;
    let answer: unknown = null;
    void world.people.sync(account).then((synced) => {
      answer = synced;
    });

    await turnUntil(world.clock, () => expect(answer).toMatchObject({ ok: true, value: { added: 243, gone: 0 } }));

    const found = value(await world.people.find({ ...account, chatIds: [anna?.lid ?? '', boris?.lid ?? ''] }));
    expect(found).toMatchObject([
      { chatId: anna?.chatId, source: 'phone' },
      { chatId: boris?.lid, phone: '' },
    ]);
  });
});

describe('the phone’s chats', () => {
  const evidence = { startedAtMs: 0, endedAtMs: 0, status: 200, serverDateMs: null };
  const group = { chatId: '120363043968066561@g.us', name: 'Choir' };
  const syncBoth = (list: Listed, chats: Record<string, string>) => {
    const people = Object.entries(chats).map(([chatId, name]) => ({ chatId, name }));
    world.api = ok({ ...phoneThatLists(list), getChats: async () => ok({ people, groups: [group], evidence }) });
    return world.people.sync(account);
  };
  const find = async (chatId: string) => value(await world.people.find({ ...account, chatIds: [chatId] }))[0];

  test('add people who are in no address book, marked so, and no group', async () => {
    const answer = await syncBoth({ [personOf(1)]: 'Anna' }, { [personOf(1)]: 'Annie', [personOf(2)]: 'Boris' });

    expect(answer).toEqual(ok({ added: 2, changed: 0, gone: 0, total: 2, withoutChats: null }));
    expect(await find(personOf(1))).toMatchObject({ name: 'Anna', source: 'phone' });
    expect(await find(personOf(2))).toMatchObject({ name: 'Boris', source: 'chat', gone: false });
  });

  test('somebody who is saved in the phone later becomes its contact, and who leaves the chats stays', async () => {
    await syncBoth({ [personOf(1)]: 'Anna' }, { [personOf(2)]: 'Boris', [personOf(3)]: 'Clare' });
    const answer = await syncBoth({ [personOf(1)]: 'Anna', [personOf(2)]: 'Boris Petrov' }, {});

    expect(answer).toMatchObject({ value: { added: 0, changed: 1, gone: 0 } });
    expect(await find(personOf(2))).toMatchObject({ name: 'Boris Petrov', source: 'phone' });
    expect(await find(personOf(3))).toMatchObject({ name: 'Clare', source: 'chat', gone: false });
  });

  test('change no name that a person gave, bring nobody back who was deleted, and leave our own number out', async () => {
    await syncBoth({}, { [personOf(2)]: 'Boris', [personOf(3)]: 'Clare' });
    await world.people.edit({ ...account, chatId: personOf(2), name: 'Boris from the choir' });
    await world.people.delete({ ...account, chatIds: [personOf(3)] });

    const answer = await syncBoth({}, { [personOf(2)]: 'B.', [personOf(3)]: 'Clare', [personOf(0)]: 'You' });

    expect(answer).toMatchObject({ value: { added: 0, changed: 0, total: 1 } });
    expect(await find(personOf(2))).toMatchObject({ name: 'Boris from the choir' });
  });

  test('that cannot be read are told, and the contacts are kept', async () => {
    world.api = ok({
      ...phoneThatLists({ [personOf(1)]: 'Anna' }),
      getChats: async () => failing({ code: 'too-fast', waitMs: 60_000 }),
    });

    const answer = await world.people.sync(account);

    expect(answer).toEqual(
      ok({ added: 1, changed: 0, gone: 0, total: 1, withoutChats: { code: 'too-fast', waitMs: 60_000 } }),
    );
  });

  test('name people who are saved into the phone with a file, unlike its contacts', async () => {
    await syncBoth({ [personOf(1)]: 'Anna' }, { [personOf(2)]: 'Boris' });
    const bytes = new TextEncoder().encode('Name;Phone\nAnna;+7 900 000-00-01\nBoris;+7 900 000-00-02\n');
    const opened = value(await world.people.openFile({ ...account, name: 'list.csv', bytes }));

    await world.people.import({ ...account, importId: opened.importId, listName: null, toPhone: true });

    const queued = await world.store.queued(account.accountId, 'to-phone', 10);
    expect(queued.map(({ chatId }) => chatId)).toEqual([personOf(2)]);
  });
});
