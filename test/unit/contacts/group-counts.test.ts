import { expect, test } from 'vitest';
import { createGroupCounts } from '../../../main/contacts/group-counts.ts';
import type { OpenPeople, PeopleBook } from '../../../main/contacts/people-book.ts';
import type { KeptContact } from '../../../main/contacts/store.ts';
import { contactOf } from './samples.ts';

function begin(...contacts: KeptContact[]) {
  const known = new Map(contacts.map((contact) => [contact.chatId, contact]));
  const inRecord = new Map<string, number>();
  let told = 0;
  // Of what is open, nothing else is looked at.
  const open = { index: { get: (id: string) => known.get(id) }, idOf: (id: string) => id } as unknown as OpenPeople;
  const book: Pick<PeopleBook, 'learn'> = {
    learn: async (_, look) => {
      for (const contact of await look(open)) known.set(contact.chatId, contact);
    },
  };
  const note = createGroupCounts({
    book,
    store: { groupCounts: async (_, chatIds) => new Map([...inRecord].filter(([chatId]) => chatIds.includes(chatId))) },
    changed: async () => {
      told += 1;
    },
  });
  const job = (people: KeptContact[]) =>
    note({ id: 'job', accountId: 'a', people, state: { at: 'queued', waiting: null, held: true } });
  return { job, inRecord, told: () => told, groupsOf: ({ chatId }: KeptContact) => known.get(chatId)?.groups };
}

const [anna, boris] = [contactOf(1, 'Anna'), contactOf(2, 'Boris')];

test('whoever is taken out of a queued group is in one less', async () => {
  const { job, inRecord, groupsOf } = begin(anna, boris);
  inRecord.set(anna.chatId, 1).set(boris.chatId, 1);
  await job([anna, boris]);

  inRecord.delete(boris.chatId);
  await job([anna]);

  expect([groupsOf(anna), groupsOf(boris)]).toEqual([1, 0]);
});

test('the window hears of it only when something is other than it was', async () => {
  const { job, inRecord, told } = begin(anna);
  inRecord.set(anna.chatId, 1);

  await job([anna]);
  await job([anna]);

  expect(told()).toBe(1);
});
