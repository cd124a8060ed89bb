import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Answer, Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { createGroupList, rowOf, rowsAtOnce } from '../../../renderer/state/groups.ts';
import { byHand, created, jobOf, memberOf, queued, unknown } from './samples.ts';

type Found = Result<Answer<'groups.find'>, Failure>;

function setUp() {
  const found = byHand<Args<'groups.find'>, Found>();
  const list = createGroupList({ api: { 'groups.find': found.call }, accountId: signal('a1') });
  return { list, found };
}

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => rowOf(jobOf(`j${from + n}`, created)));

test('scrolling reads the rows that follow', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(ok({ rows: rows(0, 60), total: 90 }));

  void list.more();
  await found.answer(ok({ rows: rows(60, 90), total: 90 }));

  expect(found.calls[1]).toEqual({ accountId: 'a1', text: '', offset: 60, limit: rowsAtOnce });
  expect(list.rows.value).toHaveLength(90);
});

test('the end of the record is not asked for more', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(ok({ rows: rows(0, 3), total: 3 }));

  await list.more();

  expect(found.calls).toHaveLength(1);
});

test('a row that moved down while more was read is shown once', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(ok({ rows: rows(0, 60), total: 62 }));

  void list.more();
  await found.answer(ok({ rows: rows(59, 62), total: 62 }));

  expect(list.rows.value).toHaveLength(62);
});

test('rows of the text before are not appended', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(ok({ rows: rows(0, 60), total: 90 }));
  void list.more();
  void list.search('choir');

  await found.answer(ok({ rows: rows(7, 8), total: 1 }), 1);
  await found.answer(ok({ rows: rows(60, 90), total: 90 }));

  expect(list.rows.value?.map(({ id }) => id)).toEqual(['j7']);
});

test('a group that changes is followed in its row without a new search', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(ok({ rows: [rowOf(jobOf('j1', queued))], total: 1 }));

  await list.changed(jobOf('j1', created));

  expect(list.rows.value?.[0]?.state).toEqual(created);
  expect(found.calls).toHaveLength(1);
});

test('a group that becomes unknown is read again, so that it stands on top', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(ok({ rows: rows(0, 2), total: 2 }));

  void list.changed(jobOf('j1', unknown));
  await found.answer(ok({ rows: [rowOf(jobOf('j1', unknown)), ...rows(0, 1)], total: 2 }));

  expect(list.rows.value?.map(({ id }) => id)).toEqual(['j1', 'j0']);
});

test('a new group comes in, and the rows read before stay', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(ok({ rows: rows(0, 60), total: 90 }));
  void list.more();
  await found.answer(ok({ rows: rows(60, 90), total: 90 }));

  void list.changed(jobOf('new', queued));
  await found.answer(ok({ rows: [rowOf(jobOf('new', queued)), ...rows(0, 89)], total: 91 }));

  expect(found.calls[2]?.limit).toBe(90);
  expect(list.rows.value?.[0]?.id).toBe('new');
  expect(list.rows.value).toHaveLength(90);
});

test('a group of another account changes nothing', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(ok({ rows: rows(0, 1), total: 1 }));

  await list.changed(jobOf('j9', queued, { accountId: 'a2' }));

  expect(found.calls).toHaveLength(1);
});

test('a record that cannot be read says why and keeps what is shown', async () => {
  const { list, found } = setUp();
  void list.search('');
  await found.answer(ok({ rows: rows(0, 1), total: 1 }));

  void list.search('x');
  await found.answer(err({ code: 'unexpected', logId: '1' }));

  expect(list.failure.value).toEqual({ code: 'unexpected', logId: '1' });
  expect(list.rows.value).toHaveLength(1);
});

test('a row counts who is in and who is not', () => {
  const membership = {
    checkedAtMs: 1,
    members: [memberOf(1, 'in'), memberOf(2, 'in'), memberOf(3, 'not-yet')],
    others: 0,
  };

  expect(rowOf(jobOf('j1', created, { membership }))).toMatchObject({ in: 2, notYet: 1 });
  expect(rowOf(jobOf('j1', created))).toMatchObject({ in: null, notYet: null });
});
