import { expect, test } from 'vitest';
import { learned } from '../../../main/contacts/check-answer.ts';
import { newContact } from '../../../main/contacts/merge.ts';
import type { KnownPeople } from '../../../main/contacts/people-book.ts';
import { movePerson } from '../../../main/contacts/same-person.ts';
import type { KeptContact } from '../../../main/contacts/store.ts';
import { contactOf, lidOf } from './samples.ts';

const number = contactOf(1, '').chatId;

function openWith(contacts: readonly KeptContact[], deleted: readonly string[] = []): KnownPeople {
  return {
    index: { get: (chatId) => contacts.find((contact) => contact.chatId === chatId) },
    deleted: new Set(deleted),
    idOf: (chatId) => chatId,
  };
}
const byLid = (change: Partial<KeptContact>): KeptContact => ({ ...newContact(lidOf(1), 'Ivy'), ...change });

test('somebody known by a privacy id gets the number, and keeps what was theirs', () => {
  const move = movePerson(openWith([byLid({ lists: ['choir'], note: 'late', uses: 2 })]), [lidOf(1)], number);

  expect(move).toEqual({
    put: [
      expect.objectContaining({ chatId: number, phone: '+7 900 000-00-01', lists: ['choir'], note: 'late', uses: 2 }),
    ],
    removed: [lidOf(1)],
    otherIds: [{ otherId: lidOf(1), chatId: number }],
  });
});

test('two become one: the better-founded name, both notes, all lists, all uses', () => {
  const known = contactOf(1, 'Phone name', { lists: ['a'], note: 'one', uses: 1, usedAtMs: 5 });
  const typed = byLid({ name: 'Typed', source: 'typed', lists: ['b'], note: 'two', uses: 2, usedAtMs: 3, gone: true });

  const { put } = movePerson(openWith([known, typed]), [lidOf(1)], number);

  expect(put).toMatchObject([
    {
      name: 'Typed',
      source: 'typed',
      lists: ['a', 'b'],
      note: 'one\ntwo',
      uses: 3,
      usedAtMs: 5,
      gone: false,
    },
  ]);
});

test('nobody known: the ids alone are noted', () => {
  expect(movePerson(openWith([]), [lidOf(1)], number)).toEqual({
    ...{ put: [], removed: [], otherIds: [{ otherId: lidOf(1), chatId: number }] },
  });
});

test.each([
  ['by the old id', [lidOf(1)], [expect.objectContaining({ chatId: number, deleted: true })], [lidOf(1)]],
  ['by the new one', [number], [], [lidOf(1)]],
])('whom somebody took out %s stays out', (_, deleted, put, removed) => {
  const contacts = deleted.includes(lidOf(1)) ? [] : [byLid({})];

  expect(movePerson(openWith(contacts, deleted), [lidOf(1)], number)).toMatchObject({ put, removed });
});

test('an answer about a number names its other ids, and everybody behind them becomes one', () => {
  const known = contactOf(521, 'Anna', { lists: ['a'] });
  const hidden = byLid({ name: 'Ivy', lists: ['b'] });
  const answer = { exists: true, chatId: number, lid: lidOf(1) };

  const write = learned(openWith([known, hidden]), { chatId: known.chatId, answer, atMs: 7 });

  expect(write).toMatchObject({
    put: [{ chatId: number, lists: ['a', 'b'], whatsapp: { at: 'yes', checkedAtMs: 7 } }],
    removed: [known.chatId, lidOf(1)],
    checked: { chatId: number, isOn: true, atMs: 7 },
  });
});

test('an answer that nobody is there moves nobody', () => {
  const known = contactOf(1, 'Anna');
  const answer = { exists: false, chatId: contactOf(2, '').chatId, lid: null };

  expect(learned(openWith([known]), { chatId: number, answer, atMs: 7 })).toMatchObject({
    ...{ put: [{ chatId: number, whatsapp: { at: 'no' } }], removed: [], otherIds: [] },
    checked: { chatId: number, isOn: false },
  });
});
