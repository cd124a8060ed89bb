import { expect, test } from 'vitest';
import type { Failure } from '../../../core/failure.ts';
import { afterFailure, mayBeTried, retryStoppedMs } from '../../../main/contacts/work-failures.ts';

const once = { tries: 1, inARow: 0 };
const quota: Failure = { code: 'quota', used: 100, total: 100, resetsAtMs: 0 };

test.each<[Failure]>([
  [{ code: 'offline' }],
  [{ code: 'wrong-account' }],
  [{ code: 'wrong-address' }],
  [{ code: 'suspended', untilMs: null }],
  [{ code: 'not-linked' }],
  [{ code: 'token-missing' }],
  [{ code: 'disk-full' }],
  [quota],
])('%o stops the work', (failure) => {
  expect(afterFailure(failure, once)).toBe('stop');
});

test('what is wrong with one person passes them over', () => {
  expect(afterFailure({ code: 'not-accepted' }, once)).toBe('pass-over');
  expect(afterFailure({ code: 'not-done' }, once)).toBe('pass-over');
});

test('no answer is asked for once more, then the person is passed over, and many of them stop the work', () => {
  const lost: Failure = { code: 'no-answer' };

  expect(afterFailure(lost, once)).toEqual({ waitMs: 30_000, isTooFast: false });
  expect(afterFailure(lost, { tries: 2, inARow: 1 })).toBe('pass-over');
  expect(afterFailure(lost, { tries: 1, inARow: 5 })).toBe('stop');
});

test('the longer we are too fast, the longer we wait', () => {
  const tooFast: Failure = { code: 'too-fast', waitMs: 60_000 };
  const waits = [0, 1, 2, 10].map((inARow) => afterFailure(tooFast, { tries: 1, inARow }));

  expect(waits).toEqual([1, 2, 4, 16].map((times) => ({ waitMs: times * 60_000, isTooFast: true })));
});

test('an account that starts is waited for, but not for ever', () => {
  expect(afterFailure({ code: 'starting' }, once)).toMatchObject({ waitMs: 30_000 });
  expect(afterFailure({ code: 'starting' }, { tries: 1, inARow: 10 })).toBe('stop');
});

test('nobody’s turn comes a third time', () => {
  expect([0, 1, 2].map((tries) => mayBeTried({ tries }))).toEqual([true, true, false]);
});

test('only what is nobody’s fault is tried again by itself', () => {
  expect(retryStoppedMs({ code: 'no-answer' })).toBe(600_000);
  expect(retryStoppedMs({ code: 'wrong-account' })).toBeNull();
});
