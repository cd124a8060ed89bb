import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Contact, Entry } from '../../../core/contact.ts';
import type { Args } from '../../../core/contract/calls.ts';
import { ok } from '../../../core/result.ts';
import { createEntries } from '../../../renderer/state/entries.ts';
import { createPicker, looksLikeList, pasteMax } from '../../../renderer/state/picker.ts';
import { badEntry, contactOf, readyOf } from './samples.ts';

async function setUp(contacts: readonly Contact[] = [contactOf(1), contactOf(2), contactOf(3)]) {
  const read: string[] = [];
  const picker = createPicker({
    api: {
      'people.search': async ({ text }: Args<'people.search'>) => {
        const people = contacts.filter(({ name }) => name.includes(text));
        return ok({ people, total: people.length });
      },
      'people.read': async ({ text }: Args<'people.read'>) => {
        read.push(text);
        const entries: Entry[] = text
          .split('\n')
          .map((line) => (line === 'x' ? badEntry : readyOf(Number(line.slice(-1)))));
        return ok(entries);
      },
    },
    accountId: signal('a1'),
    entries: createEntries(),
  });
  picker.setText('');
  await settled();
  return { picker, read };
}

const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

test('Enter ticks the row the keys point at, and ticks it off again', async () => {
  const { picker } = await setUp();
  picker.move(1);
  picker.move(1);

  await picker.enter();
  const ticked = picker.entries.ready.value.map(({ name }) => name);
  await picker.enter();

  expect(ticked).toEqual(['Person 2']);
  expect(picker.entries.ready.value).toEqual([]);
});

test('the pointer stops at the last row and leaves the list above the first', async () => {
  const { picker } = await setUp();

  picker.move(99);
  const atEnd = picker.active.value;
  picker.move(-99);

  expect(atEnd).toBe(2);
  expect(picker.active.value).toBe(-1);
});

test('Enter after a name takes the best match', async () => {
  const { picker } = await setUp();
  picker.setText('Person 3');
  await settled();

  await picker.enter();

  expect(picker.entries.ready.value.map(({ name }) => name)).toEqual(['Person 3']);
});

test('Enter after a number adds the number and empties the search', async () => {
  const { picker, read } = await setUp();
  picker.setText('+7 900 000-00-07');

  await picker.enter();

  expect(read).toEqual(['+7 900 000-00-07']);
  expect(picker.entries.list.value).toEqual([readyOf(7)]);
  expect(picker.text.value).toBe('');
});

test('Enter after a name nobody has takes nothing', async () => {
  const { picker, read } = await setUp();
  picker.setText('Nobody');
  await settled();

  const taken = await picker.enter();

  expect(taken).toBe(false);
  expect(read).toEqual([]);
});

test('typing lets go of the row the keys pointed at', async () => {
  const { picker } = await setUp();
  picker.move(1);

  picker.setText('P');

  expect(picker.active.value).toBe(-1);
});

test('a pasted column comes in with its problems', async () => {
  const { picker } = await setUp();

  await picker.addText('+7 900 000-00-04\nx\n+7 900 000-00-04');

  expect(picker.entries.ready.value).toHaveLength(1);
  expect(picker.entries.problems.value).toEqual([badEntry]);
  expect(picker.entries.twice.value).toEqual(['Person 4']);
});

test('more text than can be read at once is not sent', async () => {
  const { picker, read } = await setUp();

  const taken = await picker.addText('1'.repeat(pasteMax + 1));

  expect(taken).toBe(false);
  expect(read).toEqual([]);
});

test('a person without a number cannot be ticked', async () => {
  const { picker } = await setUp([{ ...contactOf(1), chatId: '123456789012345@lid', phone: '' }]);

  picker.choose(0);

  expect(picker.entries.list.value).toEqual([]);
});

test.each([
  ['Anna', false],
  ['Anna Petrova', false],
  ['Class 5', false],
  ['8 912 345-67-89', true],
  ['Anna\nIvan', true],
  ['Anna\t+7 912', true],
])('pasting %j is read as a list: %s', (text, expected) => {
  expect(looksLikeList(text)).toBe(expected);
});
