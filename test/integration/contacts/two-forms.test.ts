import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../core/result.ts';
import { newContact } from '../../../main/contacts/merge.ts';
import type { KeptContact } from '../../../main/contacts/store.ts';
import { account, type Listed, openPeople, type PeopleWorld, phoneThatLists, value } from './people-world.ts';

let world: PeopleWorld;
beforeEach(() => {
  world = openPeople();
});

const mexican = { asFiles: '5215512345678@c.us', other: '525512345678@c.us', written: '+52 55 1234 5678' };
const forms = [
  ['Mexico', mexican],
  ['Argentina', { asFiles: '5491123456789@c.us', other: '541123456789@c.us', written: '+54 9 11 2345-6789' }],
  ['Brazil', { asFiles: '5511987654321@c.us', other: '551187654321@c.us', written: '+55 11 98765-4321' }],
] as const;

const sync = (list: Listed) => {
  world.api = ok(phoneThatLists(list));
  return world.people.sync(account);
};

async function importLine(line: string) {
  const bytes = new TextEncoder().encode(`Name;Phone;Note\n${line}\n`);
  const { importId, counts } = value(await world.people.openFile({ ...account, name: 'people.csv', bytes }));
  const done = value(await world.people.import({ ...account, importId, listName: null, toPhone: false }));
  return { counts, done };
}
const all = async (here = world) => (await here.contacts()).map(({ chatId, name, note }) => [chatId, name, note]);

describe.each(forms)('a number of %s, which WhatsApp may know in two forms,', (_, { asFiles, other, written }) => {
  test('is one person, whichever form the phone has and however the file writes it', async () => {
    for (const chatId of [asFiles, other]) {
      world = openPeople();
      await sync({ [chatId]: 'Lucía' });

      const { counts, done } = await importLine(`Lucía Pérez;${written};choir`);

      expect([counts.added, done.added]).toEqual([0, 0]);
      expect(await all()).toEqual([[chatId, 'Lucía Pérez', 'choir']]);
      expect(await all(world.restart())).toEqual([[chatId, 'Lucía Pérez', 'choir']]);
    }
  });

  test('that a file brought first goes on under the form of the phone', async () => {
    await importLine(`Lucía Pérez;${written};choir`);
    const before = await all();

    await sync({ [other]: 'Lucía' });
    await sync({ [other]: 'Lucía' });

    expect(before).toEqual([[asFiles, 'Lucía Pérez', 'choir']]);
    expect(await all()).toEqual([[other, 'Lucía Pérez', 'choir']]);
    expect(await all(world.restart())).toEqual([[other, 'Lucía Pérez', 'choir']]);
  });

  test('is typed into a group as the person who is known', async () => {
    await sync({ [other]: 'Lucía' });

    const [entry] = value(await world.people.read({ ...account, text: written }));

    expect(entry).toMatchObject({ person: { chatId: other, name: 'Lucía' } });
  });

  test('of whom somebody took out stays out', async () => {
    await importLine(`Lucía Pérez;${written};choir`);
    await world.people.delete({ ...account, chatIds: [asFiles] });

    await sync({ [other]: 'Lucía' });

    expect(await all()).toEqual([]);
  });
});

describe('a phone that lists both forms of a number', () => {
  const both = { [mexican.other]: 'Lucía', [mexican.asFiles]: 'Lucía P' };

  test('has one person there, now and later', async () => {
    await sync(both);
    const first = await all();
    const again = await sync({ [mexican.asFiles]: 'Lucía P', [mexican.other]: 'Lucía' });

    expect(again).toMatchObject({ value: { added: 0, changed: 0, gone: 0, total: 1, withoutChats: null } });
    expect(first.map(([chatId]) => chatId)).toEqual([mexican.other]);
    expect((await all(world.restart())).map(([chatId]) => chatId)).toEqual([mexican.other]);
  });

  test('makes one of two who were kept apart before', async () => {
    // As an earlier version left them.
    const contacts = [mexican.asFiles, mexican.other].map((chatId, n): KeptContact => {
      return { ...newContact(chatId, 'Lucía'), source: 'phone', phoneName: 'Lucía', note: `note ${n}` };
    });
    await world.store.write(account.accountId, { put: contacts });

    await sync(both);
    await sync(both);

    expect(await all()).toMatchObject([[expect.stringContaining('@c.us'), expect.any(String), expect.any(String)]]);
    expect((await all())[0]?.[2]?.split('\n').toSorted()).toEqual(['note 0', 'note 1']);
  });
});
