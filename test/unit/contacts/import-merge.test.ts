import { expect, test } from 'vitest';
import { isRenamedBy, merged } from '../../../main/contacts/import-merge.ts';
import { newContact } from '../../../main/contacts/merge.ts';
import type { KeptContact } from '../../../main/contacts/store.ts';

const chatId = '79000000001@c.us';
const from = (source: KeptContact['source'], name: string, change: Partial<KeptContact> = {}): KeptContact => ({
  ...newContact(chatId, name),
  source,
  ...change,
});
const inFile = (name: string, note = '') => {
  return { chatId, name, phone: '+7 900 000-00-01', note, lists: [], repaired: false };
};

test.each([
  ['typed', 'Аня', 'Анна Ивановна Петрова', 'Аня'],
  ['typed', '', 'Анна', 'Анна'],
  ['file', 'Анна', 'Анна Петрова', 'Анна Петрова'],
  ['file', 'Анна Петрова', 'Анна', 'Анна Петрова'],
  ['phone', 'Мама Пети из пятого А', 'Анна Петрова', 'Анна Петрова'],
  ['phone', 'Анна Петрова', 'Анна', 'Анна Петрова'],
  ['phone', 'Аня', 'Анна', 'Анна'],
  ['phone', '', 'Анна', 'Анна'],
  ['phone', '+7 900', 'Анна', 'Анна'],
  ['phone', 'Анна', '', 'Анна'],
  ['file', 'Анна', '  ', 'Анна'],
] as const)('%s “%s” and “%s” in a file is “%s”', (source, name, given, result) => {
  const before = from(source, name);

  const after = merged(before, inFile(given), []);

  expect(after.name).toBe(result);
  expect(after.source).toBe(result === name ? source : 'file');
  expect(isRenamedBy(before, inFile(given))).toBe(result !== name);
});

test('somebody new is the file’s, with a note and lists', () => {
  expect(merged(undefined, inFile(' Анна  П ', ' после шести '), ['list'])).toMatchObject({
    ...{ name: 'Анна П', source: 'file', note: 'после шести', lists: ['list'] },
    ...{ phone: '+7 900 000-00-01', phoneName: null },
  });
});

test('a note fills an empty one only, and lists are added', () => {
  const before = from('typed', 'Анна', { note: 'не звонить', lists: ['one'] });

  expect(merged(before, inFile('', 'после шести'), ['two', 'one'])).toMatchObject({
    ...{ note: 'не звонить', lists: ['one', 'two'], source: 'typed' },
  });
});

test('what changes nothing is the very same contact', () => {
  const before = from('phone', 'Анна', { lists: ['one'] });

  expect(merged(before, inFile('Анна'), ['one'])).toBe(before);
});

test('a note that is too long is cut to what the contract allows', () => {
  expect(merged(undefined, inFile('Анна', 'а'.repeat(2_000)), []).note).toHaveLength(1_000);
});
