import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Answer, Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { pageSize } from '../../../renderer/state/pages.ts';
import { createPeopleList } from '../../../renderer/state/people.ts';
import { byHand, contactOf } from './samples.ts';

type Found = Result<Answer<'people.search'>, Failure>;

function setUp(accountId: string | null = 'a1') {
  const found = byHand<Args<'people.search'>, Found>();
  const list = createPeopleList({ api: { 'people.search': found.call }, accountId: signal(accountId) });
  return { list, found };
}

const pageOf = (first: number, total: number): Found =>
  ok({ people: Array.from({ length: Math.min(pageSize, total - first) }, (_, n) => contactOf(first + n)), total });

test('while an answer is on its way only the newest text waits', async () => {
  const { list, found } = setUp();

  for (const text of ['a', 'an', 'ann', 'anna']) void list.search(text);
  await found.answer(pageOf(0, 5));

  expect(found.calls.map(({ text }) => text)).toEqual(['a', 'anna']);
});

test('an answer to an older text is not shown', async () => {
  const { list, found } = setUp();
  void list.search('a');
  void list.search('anna');

  await found.answer(pageOf(0, 90));
  const early = list.total.value;
  await found.answer(pageOf(0, 3));

  expect(early).toBeNull();
  expect(list.total.value).toBe(3);
});

test('a place far down reads only the pages around it', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 100_000));

  void list.want(60_050, 60_130);
  await found.answer(pageOf(60_000, 100_000));
  await found.answer(pageOf(60_100, 100_000));

  expect(found.calls.map(({ offset }) => offset)).toEqual([0, 60_000, 60_100]);
  expect(list.at(60_120)?.name).toBe('Person 60120');
});

test('a page is asked for once', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 1000));

  void list.want(100, 150);
  void list.want(110, 160);

  expect(found.calls).toHaveLength(2);
});

test('a scroll through everything holds no more than twelve pages', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 100_000));

  for (let first = pageSize; first < 100 * pageSize; first += pageSize) {
    void list.want(first, first + 20);
    await found.answer(pageOf(first, 100_000));
  }

  expect(list.pages.value.size).toBe(12);
  expect(list.at(99 * pageSize)?.name).toBe('Person 9900');
  expect(list.at(0)).toBeUndefined();
});

test('a page that was forgotten is read again when it comes into view', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 100_000));
  for (let first = pageSize; first < 40 * pageSize; first += pageSize) {
    void list.want(first, first);
    await found.answer(pageOf(first, 100_000));
  }

  void list.want(0, 20);
  await found.answer(pageOf(0, 100_000));

  expect(list.at(0)?.name).toBe('Person 0');
});

test('a page of the text before does not fall into the new list', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 1000));
  void list.want(100, 120);
  void list.search('anna');

  await found.answer(pageOf(0, 2), 1);
  await found.answer(pageOf(100, 1000));

  expect(list.total.value).toBe(2);
  expect(list.pages.value.size).toBe(1);
});

test('when contacts change, what is in view is read again and stays while it is', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 3));
  void list.want(0, 2);

  void list.changed();
  const during = list.at(0);
  await found.answer(ok({ people: [contactOf(9)], total: 1 }));

  expect(during?.name).toBe('Person 0');
  expect(list.at(0)?.name).toBe('Person 9');
  expect(list.total.value).toBe(1);
});

test('a failure is shown, and the next answer takes it away', async () => {
  const { list, found } = setUp();
  void list.search('a');
  await found.answer(err({ code: 'unexpected', logId: '1' }));
  const failed = list.failure.value;

  void list.search('b');
  await found.answer(pageOf(0, 1));

  expect(failed).toEqual({ code: 'unexpected', logId: '1' });
  expect(list.failure.value).toBeNull();
});

test('without an account there is nobody to list and nothing is asked', async () => {
  const { list, found } = setUp(null);

  await list.search('');

  expect(list.total.value).toBe(0);
  expect(found.calls).toEqual([]);
});

test('a filter and an order are part of the question, and stay when the text changes', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 5));

  void list.narrow({ whatsapp: 'no' });
  await found.answer(pageOf(0, 5));
  void list.sort('phone-down');
  await found.answer(pageOf(0, 5));
  void list.search('anna');

  expect(found.calls.at(-1)).toMatchObject({
    text: 'anna',
    filter: { source: 'any', listId: null, whatsapp: 'no', groups: 'any' },
    order: 'phone-down',
  });
});

test('everybody is shown again without a text and without a filter', async () => {
  const { list, found } = setUp();
  void list.search('anna');
  await found.answer(pageOf(0, 5));
  void list.narrow({ listId: 'l1' });
  await found.answer(pageOf(0, 5));

  void list.showAll();

  expect(found.calls.at(-1)).toMatchObject({ text: '', filter: { listId: null } });
});

test('a dragged scrollbar reads where it stops, and not what it passes by', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 100_000));

  for (let first = 1000; first <= 90_000; first += 1000) void list.want(first, first + 20);
  const asked = found.calls.length;
  await found.answer(pageOf(1000, 100_000));

  expect(asked).toBe(4);
  expect(found.calls.at(-1)?.offset).toBe(90_000);
});

test('a page that cannot be read is not asked for over and over', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 1000));

  void list.want(500, 520);
  await found.answer(err({ code: 'unexpected', logId: '1' }));
  const calls = found.calls.length;
  void list.want(500, 520);

  expect(calls).toBe(2);
  expect(found.calls).toHaveLength(3);
});

test('somebody is found at their new place only where the list is read anew', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 3));
  void list.want(0, 2);

  void list.changed();
  const during = list.placeOf(contactOf(2).chatId);
  await found.answer(ok({ people: [contactOf(2), contactOf(0)], total: 2 }));

  expect(during).toBeNull();
  expect(list.placeOf(contactOf(2).chatId)).toBe(0);
  expect(list.placeOf(contactOf(1).chatId)).toBeNull();
});

test('pages that were being read for another question do not keep the new list waiting', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 100_000));
  for (const first of [1000, 2000, 3000]) void list.want(first, first + 20);
  void list.search('anna');
  await found.answer(pageOf(0, 5000), 3);

  void list.want(4000, 4020);
  await found.answer(pageOf(1000, 100_000));

  expect(found.calls.at(-1)).toMatchObject({ text: 'anna', offset: 4000 });
});

test('a page that was passed by while it was read is not kept, and is read when one comes back', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(pageOf(0, 100_000));
  void list.want(1000, 1020);
  void list.want(5000, 5020);

  await found.answer(pageOf(1000, 100_000));
  const passedBy = list.at(1000);
  await found.answer(pageOf(5000, 100_000));
  void list.want(1000, 1020);

  expect(passedBy).toBeUndefined();
  expect(found.calls.at(-1)?.offset).toBe(1000);
});
