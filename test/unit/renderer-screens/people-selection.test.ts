import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Contact } from '../../../core/contact.ts';
import type { Answer, Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { createPeopleList } from '../../../renderer/state/people.ts';
import { createPeopleSelection } from '../../../renderer/state/people-selection.ts';
import { byHand, contactOf } from './samples.ts';

/** A list of the people 0, 1, 2, …; `people` may be changed under it. */
async function setUp(count = 1000) {
  const accountId = signal<string | null>('a1');
  const people: Contact[] = Array.from({ length: count }, (_, n) => contactOf(n));
  const list = createPeopleList({
    api: {
      'people.search': async ({ text, offset, limit }: Args<'people.search'>) => {
        const found = people.filter(({ name }) => name.includes(text));
        return ok({ people: found.slice(offset, offset + limit), total: found.length });
      },
    },
    accountId,
  });
  const asked: Args<'people.ids'>[] = [];
  const failing = { now: false };
  const ids = async (args: Args<'people.ids'>) => {
    asked.push(args);
    if (failing.now) return err({ code: 'unexpected', logId: '1' } as const);
    const found = people.filter(({ name }) => name.includes(args.text));
    return ok(found.slice(args.offset, args.offset + args.limit).map(({ chatId }) => chatId));
  };
  const selection = createPeopleSelection({ api: { 'people.ids': ids }, accountId, list });
  await list.search('');
  return { accountId, people, list, selection, asked, failing };
}

type Selection = Awaited<ReturnType<typeof setUp>>['selection'];

const numbersOf = ({ ids }: Selection) =>
  [...ids.value].map((chatId) => Number(chatId.slice(0, 11)) - 79_000_000_000).sort((a, b) => a - b);

test('a tick chooses a person and a second one lets them go', async () => {
  const { selection } = await setUp();

  selection.toggle(1);
  selection.toggle(2);
  selection.toggle(1);

  expect(numbersOf(selection)).toEqual([2]);
  expect(selection.pointed.value).toBe(1);
});

test('a range goes from the last choice to the row, and takes in what is not read', async () => {
  const { list, selection } = await setUp();
  selection.toggle(3);

  await selection.extend(250);

  expect(list.at(250)).toBeUndefined();
  expect(selection.count.value).toBe(248);
});

test('a range made shorter lets go of those it no longer reaches, and of nobody else', async () => {
  const { selection } = await setUp();
  selection.toggle(9);
  selection.toggle(2);

  await selection.extend(6);
  await selection.extend(4);

  expect(numbersOf(selection)).toEqual([2, 3, 4, 9]);
});

test('a range turns round at its beginning', async () => {
  const { selection } = await setUp();
  selection.point(5);

  await selection.extend(7);
  await selection.extend(4);

  expect(numbersOf(selection)).toEqual([4, 5]);
});

test('pointing elsewhere begins a new range and keeps the old one', async () => {
  const { selection } = await setUp();
  selection.point(0);
  await selection.extend(1);

  selection.point(5);
  await selection.extend(6);

  expect(numbersOf(selection)).toEqual([0, 1, 5, 6]);
});

test('everybody found is chosen by one question, whatever is read of them', async () => {
  const { list, selection, asked } = await setUp();
  await list.search('Person 1');
  selection.toggle(0);

  await selection.chooseAll();

  expect(asked).toMatchObject([{ text: 'Person 1', offset: 0, limit: 100_000 }]);
  expect(selection.count.value).toBe(111);
});

test('the chosen stay while one searches on', async () => {
  const { list, selection } = await setUp();
  selection.toggle(7);

  await list.search('Person 999');
  selection.toggle(0);

  expect(numbersOf(selection)).toEqual([7, 999]);
});

test('an answer that comes after everybody was let go chooses nobody', async () => {
  const late = byHand<Args<'people.ids'>, Result<Answer<'people.ids'>, Failure>>();
  const { accountId, list } = await setUp();
  const selection = createPeopleSelection({ api: { 'people.ids': late.call }, accountId, list });
  void selection.chooseAll();

  selection.clear();
  await late.answer(ok([contactOf(1).chatId]));

  expect(selection.count.value).toBe(0);
});

test('while a range is on its way only the newest one waits', async () => {
  const late = byHand<Args<'people.ids'>, Result<Answer<'people.ids'>, Failure>>();
  const { accountId, list } = await setUp();
  const selection = createPeopleSelection({ api: { 'people.ids': late.call }, accountId, list });
  selection.point(0);

  for (const to of [1, 2, 3, 4, 5]) void selection.extend(to);
  await late.answer(ok([]));

  expect(late.calls.map(({ limit }) => limit)).toEqual([2, 6]);
});

test('the pointer stops at both ends', async () => {
  const { selection } = await setUp(10);

  selection.point(-5);
  const top = selection.pointed.value;
  selection.point(99);

  expect(top).toBe(0);
  expect(selection.pointed.value).toBe(9);
});

test('a new answer is begun at its top', async () => {
  const { list, selection } = await setUp();
  selection.point(50);

  await list.search('Person 1');

  expect(selection.pointed.value).toBe(0);
});

test('the pointer follows its person when others come or go before them', async () => {
  const { people, list, selection } = await setUp();
  await list.want(40, 60);
  selection.point(50);

  people.splice(10, 3);
  await list.changed();

  expect(selection.pointed.value).toBe(47);
});

test('when the person under the pointer goes, the next one takes the place', async () => {
  const { people, list, selection } = await setUp();
  selection.point(50);

  people.splice(50, 1);
  await list.changed();
  people.splice(10, 1);
  await list.changed();

  expect(selection.pointed.value).toBe(49);
  expect(list.at(49)?.name).toBe('Person 51');
});

test('when the last ones go, the pointer stays in the list', async () => {
  const { people, list, selection } = await setUp(10);
  selection.point(9);

  people.splice(5);
  await list.changed();

  expect(selection.pointed.value).toBe(4);
});

test('a page that is read while one scrolls moves nothing', async () => {
  const { list, selection } = await setUp();
  selection.point(5);

  await list.want(400, 420);

  expect(selection.pointed.value).toBe(5);
});

test('whoever is deleted is chosen no longer', async () => {
  const { selection } = await setUp();
  selection.toggle(1);
  selection.toggle(2);

  selection.drop([contactOf(1).chatId]);

  expect(numbersOf(selection)).toEqual([2]);
});

test('in another account nobody is chosen', async () => {
  const { accountId, selection } = await setUp();
  selection.toggle(1);

  accountId.value = 'a2';

  expect(selection.count.value).toBe(0);
});

test('a range that cannot be read is said, and the next one takes it away', async () => {
  const { selection, failing } = await setUp();
  failing.now = true;
  await selection.extend(3);
  const failed = selection.failure.value;

  failing.now = false;
  await selection.extend(4);

  expect(failed).toEqual({ code: 'unexpected', logId: '1' });
  expect(selection.failure.value).toBeNull();
});
