import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Contact } from '../../../core/contact.ts';
import type { Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import { err, ok } from '../../../core/result.ts';
import { createEntries } from '../../../renderer/state/entries.ts';
import { createListSource } from '../../../renderer/state/list-source.ts';
import { contactOf, personOf, readyOf } from './samples.ts';

const list = { listId: 'l1', name: 'Heads', count: 3 };

type Options = {
  readonly people?: readonly Contact[];
  readonly inAlready?: readonly number[];
  readonly max?: number;
  readonly failure?: Failure;
};

function setUp({ people = [1, 2, 3].map(contactOf), inAlready = [], max = 1023, failure }: Options = {}) {
  const asked: Args<'people.ids'>[] = [];
  const found: (readonly string[])[] = [];
  const accountId = signal<string | null>('a1');
  const entries = createEntries(
    inAlready.map((n) => readyOf(n)),
    max,
  );
  const source = createListSource({
    api: {
      'people.ids': async (args) => {
        asked.push(args);
        return failure ? err(failure) : ok(people.map(({ chatId }) => chatId));
      },
      'people.find': async ({ chatIds }) => {
        found.push(chatIds);
        return ok(people.filter(({ chatId }) => chatIds.includes(chatId)));
      },
    },
    accountId,
    entries,
  });
  return { source, entries, asked, found, accountId };
}

const namesIn = (entries: ReturnType<typeof createEntries>) => entries.ready.value.map(({ name }) => name);

test('all people of a list come in, and the list is asked for by its id', async () => {
  const { source, entries, asked } = setUp();

  await source.add(list);

  expect(namesIn(entries)).toEqual(['Person 1', 'Person 2', 'Person 3']);
  expect(asked[0]?.filter).toEqual({ source: 'any', listId: 'l1', whatsapp: 'any', groups: 'any' });
  expect(source.last.value).toMatchObject({ at: 'added', name: 'Heads', already: 0, noNumber: 0 });
});

test('who is in already stays once, and is not called a repeat', async () => {
  const { source, entries } = setUp({ inAlready: [2] });

  await source.add(list);

  expect(namesIn(entries)).toEqual(['Person 2', 'Person 1', 'Person 3']);
  expect(source.last.value).toMatchObject({ already: 1 });
  expect(entries.twice.value).toEqual([]);
});

test('taking it back leaves who was there before and who came after', async () => {
  const { source, entries } = setUp({ inAlready: [2] });
  await source.add(list);
  entries.add([readyOf(9)]);

  source.undo();

  expect(namesIn(entries)).toEqual(['Person 2', 'Person 9']);
  expect(source.last.value).toBeNull();
});

test('a list that would be too much adds nobody, says by how many, and is not even read', async () => {
  const { source, entries, found } = setUp({ inAlready: [9], max: 3 });

  await source.add(list);

  expect(namesIn(entries)).toEqual(['Person 9']);
  expect(source.last.value).toEqual({ at: 'too-many', name: 'Heads', count: 1 });
  expect(found).toEqual([]);
});

test('a list that just fits is added', async () => {
  const { source, entries } = setUp({ inAlready: [1], max: 3 });

  await source.add(list);

  expect(entries.ready.value).toHaveLength(3);
});

test('people without a known number stay out and are counted', async () => {
  const hidden: Contact = { ...contactOf(4), chatId: '123456789012345@lid', phone: '' };
  const { source, entries } = setUp({ people: [contactOf(1), hidden] });

  await source.add(list);

  expect(entries.ready.value).toEqual([personOf(1)]);
  expect(source.last.value).toMatchObject({ noNumber: 1 });
});

test('an empty list, and one whose people are all in, ask for nobody', async () => {
  const { source, found } = setUp({ inAlready: [1, 2, 3] });

  await source.add(list);

  expect(found).toEqual([]);
  expect(source.last.value).toMatchObject({ at: 'added', chatIds: [], already: 3 });
});

test('a failure is said, and the next list takes it away', async () => {
  const { source } = setUp({ failure: { code: 'not-found' } });

  await source.add(list);
  const failed = source.last.value;
  const adding = source.add(list);
  const during = source.last.value;
  await adding;

  expect(failed).toEqual({ at: 'failed', failure: { code: 'not-found' } });
  expect(during).toBeNull();
});

test('the people of one account do not come into the group of another', async () => {
  const { source, entries, accountId } = setUp();

  const adding = source.add(list);
  accountId.value = 'a2';
  await adding;

  expect(entries.list.value).toEqual([]);
  expect(source.last.value).toBeNull();
});

test('two quick clicks add a list once', async () => {
  const { source, asked } = setUp();

  await Promise.all([source.add(list), source.add(list)]);

  expect(asked).toHaveLength(1);
});
