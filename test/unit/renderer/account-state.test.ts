import { expect, test } from 'vitest';
import { type AccountState, instanceStates } from '../../../core/account.ts';
import { nameOf } from '../../../core/account-state-name.ts';
import { viewAccountState } from '../../../renderer/account-state.ts';
import { account, english, nowMs, russian } from './samples.ts';

const checked = (state: (typeof instanceStates)[number], suspendedUntilMs: number | null = null): AccountState => ({
  at: 'checked',
  state,
  suspendedUntilMs,
  atMs: nowMs,
});

test('every state of the service has its own plain words in both languages', () => {
  const texts = [english, russian].map((words) =>
    instanceStates.map((state) => viewAccountState(account({ state: checked(state) }), words).long),
  );

  expect(texts.map((list) => new Set(list).size)).toEqual([instanceStates.length, instanceStates.length]);
  expect(texts.flat().filter((text) => text.includes('accountState.'))).toEqual([]);
});

test('only a linked phone that works looks well', () => {
  const kinds = instanceStates.filter(
    (state) => viewAccountState(account({ state: checked(state) }), english).kind === 'ok',
  );

  expect(kinds).toEqual(['authorized']);
});

test('a phone that is not linked leads to linking it', () => {
  expect(viewAccountState(account({ state: checked('notAuthorized') }), english).way).toBe('link');
});

test('a limit says until when, if the service does', () => {
  const limited = (untilMs: number | null) =>
    viewAccountState(account({ state: checked('suspended', untilMs) }), english).long;

  expect(limited(nowMs + 86_400_000)).toBe(
    'WhatsApp has limited this number until tomorrow, 12:00. We pause until then.',
  );
  expect(limited(null)).toBe('WhatsApp has limited this number. We pause and keep asking.');
});

test('a missing key comes before everything else that is known', () => {
  const view = viewAccountState(account({ token: 'missing' }), english);

  expect([view.short, view.way]).toEqual(['The key is missing', 'key']);
});

test('an account that is not accepted leads to its key', () => {
  const state: AccountState = { at: 'failed', failure: { code: 'wrong-account' }, atMs: nowMs };

  expect(viewAccountState(account({ state }), english).way).toBe('key');
});

test('no connection is waited out and needs nobody', () => {
  const state: AccountState = { at: 'failed', failure: { code: 'offline' }, atMs: nowMs };

  expect(viewAccountState(account({ state }), english)).toMatchObject({ kind: 'quiet', way: null });
});

test('a check that failed in another way says how, and speaks of no group', () => {
  const state: AccountState = { at: 'failed', failure: { code: 'no-answer' }, atMs: nowMs };

  expect(viewAccountState(account({ state }), english)).toMatchObject({
    short: 'Could not be checked',
    long: 'The service did not answer. Nothing has changed. Try again a little later.',
  });
});

test('practice says that its people are made up, and still shows a phone that is not linked', () => {
  expect(viewAccountState(account({ practice: true }), english).short).toBe('Pretend people');
  expect(viewAccountState(account({ practice: true, state: checked('notAuthorized') }), english).way).toBe('link');
});

test('an account without a name is called by its number', () => {
  expect(nameOf(account({ label: '' }))).toBe('1101000001');
});
