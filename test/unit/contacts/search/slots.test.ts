import { expect, test } from 'vitest';
import { createSlots } from '../../../../main/contacts/search/slots.ts';
import { contactOf } from '../samples.ts';

test('a contact keeps its slot, and a free one is given again before there are more', () => {
  const slots = createSlots();
  const first = slots.put(contactOf(1, 'Anna'));
  const second = slots.put(contactOf(2, 'Boris'));

  expect(slots.put(contactOf(1, 'Anna B'))).toBe(first);
  expect(slots.remove(contactOf(2, '').chatId)).toMatchObject({ slot: second, contact: { name: 'Boris' } });
  expect(slots.remove(contactOf(2, '').chatId)).toBe(null);
  expect([...slots.taken()]).toEqual([first]);
  expect(slots.put(contactOf(3, 'Clara'))).toBe(second);
  expect(slots.room()).toBe(2);
});
