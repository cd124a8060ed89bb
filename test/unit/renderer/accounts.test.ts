import { expect, test } from 'vitest';
import type { Account } from '../../../core/account.ts';
import type { Args } from '../../../core/contract/calls.ts';
import { err, ok } from '../../../core/result.ts';
import { createAccountsState } from '../../../renderer/state/accounts.ts';
import { account, createCall, createEvents, nowMs } from './samples.ts';

function create(known: readonly Account[] = []) {
  const add = createCall<Args<'accounts.add'>, Account>();
  const check = createCall<Args<'accounts.check'>, Account>();
  const events = createEvents();
  const state = createAccountsState({
    api: {
      'accounts.add': add.call,
      'accounts.check': check.call,
      'accounts.change': async () => ok(account()),
      'accounts.remove': async () => err({ code: 'account-busy', open: 0, queued: 2 }),
      'accounts.choose': async () => ok(null),
      'practice.start': async () => ok(account({ id: 'p', practice: true })),
      'practice.leave': async () => ok(null),
    },
    listen: events.listen,
    accounts: { accounts: [...known], currentId: known[0]?.id ?? null, canSave: true },
  });
  return { state, add, check, events };
}

const typed = { label: '', idInstance: '1101000001', apiTokenInstance: 'key', apiUrl: '', keep: 'saved' } as const;

test('a new account is here with its answer, before any event', async () => {
  const { state, add } = create();

  const done = state.add(typed);
  add.answer(0, account());
  await done;

  expect(state.current.value?.id).toBe('a1');
});

test('a second account does not become the current one by itself', async () => {
  const { state, add } = create([account()]);

  const done = state.add(typed);
  add.answer(0, account({ id: 'a2' }));
  await done;

  expect([state.list.value.length, state.currentId.value]).toEqual([2, 'a1']);
});

test('a check replaces what was known and says meanwhile which account it is', async () => {
  const { state, check } = create([account({ state: { at: 'not-checked' } })]);

  const done = state.check('a1');
  expect(state.checkingId.value).toBe('a1');
  check.answer(0, account({ state: { at: 'checked', state: 'blocked', suspendedUntilMs: null, atMs: nowMs } }));
  await done;

  expect(state.current.value?.state).toMatchObject({ state: 'blocked' });
  expect(state.checkingId.value).toBeNull();
});

test('practice becomes the current account and is known as such', async () => {
  const { state } = create([account()]);

  await state.startPractice();

  expect([state.currentId.value, state.isPractice.value]).toEqual(['p', true]);
});

test('main has the last word', () => {
  const { state, events } = create([account()]);

  events.emit('accounts.changed', { accounts: [], currentId: null, canSave: false });

  expect([state.list.value.length, state.current.value, state.canSave.value]).toEqual([0, null, false]);
});
