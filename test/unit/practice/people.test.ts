import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { digitsOf, isPersonChatId } from '../../../core/chat-id.ts';
import { easyPeople, makePeople, ownDigits } from '../../../main/practice/people.ts';
import { createRandom } from '../../../main/practice/random.ts';

const people = makePeople(createRandom(1, 'people'), 240);

test('everybody has a valid number, a name and a lid of their own', () => {
  const distinct = (of: (person: (typeof people)[number]) => string) => new Set(people.map(of)).size;

  expect([distinct(({ chatId }) => chatId), distinct(({ name }) => name), distinct(({ lid }) => lid)]).toEqual([
    240, 240, 240,
  ]);
  expect(people.every(({ chatId }) => isPersonChatId(chatId))).toBe(true);
  expect(people.filter(({ chatId }) => !parsePhoneNumberFromString(`+${digitsOf(chatId)}`)?.isValid())).toEqual([]);
  expect(people.some(({ chatId }) => digitsOf(chatId) === ownDigits)).toBe(false);
});

test('both alphabets are among the names', () => {
  expect(people.filter(({ name }) => /^[а-яё]+ [а-яё]+$/iu.test(name))).toHaveLength(160);
  expect(people.filter(({ name }) => /^[a-z]+ [a-z-]+$/i.test(name))).toHaveLength(80);
});

test('the first fifty can be added at once; among the others some cannot, and some are not on WhatsApp', () => {
  const isEasy = ({ onWhatsapp, addableBy, savedAs }: (typeof people)[number]) =>
    onWhatsapp && addableBy === 'everyone' && savedAs !== null;

  expect(people.slice(0, easyPeople).every(isEasy)).toBe(true);
  expect(people.filter(({ onWhatsapp }) => !onWhatsapp).length).toBeGreaterThan(5);
  expect(people.filter(({ addableBy, onWhatsapp }) => addableBy === 'contacts' && onWhatsapp).length).toBeGreaterThan(
    5,
  );
});

test('a crowd larger than the stock of names still has names of its own', () => {
  const crowd = makePeople(createRandom(1, 'people'), 2000);

  expect(new Set(crowd.map(({ name }) => name)).size).toBe(2000);
  expect(new Set(crowd.map(({ chatId }) => chatId)).size).toBe(2000);
});
