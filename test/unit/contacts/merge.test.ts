import { expect, test } from 'vitest';
import { markGone, mergeRead, named } from '../../../main/contacts/merge.ts';
import type { KeptContact } from '../../../main/contacts/store.ts';
import { contactOf, lidOf } from './samples.ts';

const merge = (known: readonly KeptContact[], ...read: [chatId: string, name: string][]) =>
  mergeRead(
    (chatId) => known.find((contact) => contact.chatId === chatId),
    read.map(([chatId, name]) => ({ chatId, name })),
  );

const anna = contactOf(1, 'Anna');

test('new people come in with a number that can be read', () => {
  const { changes, added } = merge([], [anna.chatId, '  Anna   P '], ['79000000002@c.us', '']);

  expect(added).toBe(2);
  expect(changes).toMatchObject([
    { name: 'Anna P', phone: '+7 900 000-00-01', source: 'phone', gone: false, uses: 0 },
    { name: '', phone: '+7 900 000-00-02' },
  ]);
});

test('groups, lists and services of WhatsApp are nobody, a privacy id is somebody', () => {
  const { changes } = merge(
    [],
    ['120363043968066561@g.us', 'Choir'],
    ['status@broadcast', ''],
    ['0@c.us', ''],
    [lidOf(1), 'Ivy'],
  );

  expect(changes).toMatchObject([{ chatId: lidOf(1), name: 'Ivy', phone: '' }]);
});

test('what is as it was is not written again', () => {
  expect(merge([anna], [anna.chatId, 'Anna'])).toEqual({ changes: [], added: 0, changed: 0 });
});

test('another name on the phone is taken over, a missing one is not', () => {
  expect(merge([anna], [anna.chatId, 'Anna B'])).toMatchObject({
    changed: 1,
    changes: [{ name: 'Anna B' }],
  });
  expect(merge([anna], [anna.chatId, ''])).toMatchObject({ changes: [] });
});

test('a name given by hand stays whatever the phone says', () => {
  const typed = named(anna, anna.chatId, 'Mum of Boris');

  expect(merge([typed], [anna.chatId, 'Anna'])).toMatchObject({ changes: [] });
  expect(typed).toMatchObject({ name: 'Mum of Boris', source: 'typed', phone: anna.phone });
});

test('who stands in the list twice is one, by the name that is there', () => {
  expect(merge([], [anna.chatId, 'Anna'], [anna.chatId, ''])).toMatchObject({ added: 1, changes: [{ name: 'Anna' }] });
  expect(merge([], [anna.chatId, ''], [anna.chatId, 'Anna'])).toMatchObject({
    added: 1,
    changed: 0,
    changes: [{ name: 'Anna' }],
  });
});

test('who has vanished from the phone is marked, typed people are not, and who is back is back', () => {
  const typed = named(undefined, '79000000002@c.us', 'Boris');
  const [gone, ...others] = markGone([anna, typed], [{ chatId: '79000000003@c.us', name: '' }]);

  expect([gone, others]).toMatchObject([{ chatId: anna.chatId, gone: true, name: 'Anna' }, []]);
  expect(merge(gone ? [gone] : [], [anna.chatId, ''])).toMatchObject({
    changed: 1,
    changes: [{ gone: false, name: 'Anna' }],
  });
  expect(markGone(gone ? [gone] : [], [])).toEqual([]);
});

test('a name that is longer than the contract allows is cut', () => {
  expect(merge([], [anna.chatId, 'a'.repeat(500)]).changes[0]?.name).toHaveLength(200);
});
