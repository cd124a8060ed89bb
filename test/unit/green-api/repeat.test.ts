import { expect, test } from 'vitest';
import type { Failure, Proof } from '../../../core/failure.ts';
import { err, ok } from '../../../core/result.ts';
import type { Answered } from '../../../main/green-api/green-api.ts';
import { withRepeats } from '../../../main/green-api/repeat.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const evidence = { startedAtMs: 0, endedAtMs: 0, status: null, serverDateMs: null };
const failing = (failure: Failure, proof: Proof = 'none') => err({ failure, proof, evidence });

/** Answers in turn; `sent` tells when each call was made. */
function service(...answers: Awaited<Answered<string>>[]) {
  const clock = createFakeClock();
  const sent: number[] = [];
  const run = async (): Answered<string> => {
    sent.push(clock.monotonic());
    return answers[sent.length - 1] ?? expect.fail('one call too many');
  };
  return { clock, sent, run };
}

test('an answer is taken as it comes', async () => {
  const { clock, sent, run } = service(ok('here'));

  expect(await withRepeats(run, { clock, random: () => 0 })).toEqual(ok('here'));
  expect(sent).toEqual([0]);
});

test('a call that brought no answer is made twice more, later and later', async () => {
  const failure = failing({ code: 'no-answer' });
  const { clock, sent, run } = service(failure, failure, failure);

  const answer = withRepeats(run, { clock, random: () => 0 });
  await clock.advance(60_000);

  expect(await answer).toBe(failure);
  expect(sent).toEqual([0, 1_000, 4_000]);
  expect(clock.timers()).toBe(0);
});

test('a service that is asked too fast is asked again, and chance spreads the desks', async () => {
  const { clock, sent, run } = service(failing({ code: 'too-fast', waitMs: 60_000 }, 'refused'), ok('here'));

  const answer = withRepeats(run, { clock, random: () => 0.5 });
  await clock.advance(60_000);

  expect(await answer).toEqual(ok('here'));
  expect(sent).toEqual([0, 750]);
});

test.each<Failure>([
  { code: 'offline' },
  { code: 'wrong-account' },
  { code: 'not-accepted' },
  { code: 'rate-overlimit' },
])('nothing is gained by asking again after $code', async (failure) => {
  const { clock, sent, run } = service(failing(failure));

  expect(await withRepeats(run, { clock, random: () => 0 })).toEqual(failing(failure));
  expect(sent).toEqual([0]);
});

test('after half a minute of silence nobody is kept waiting for another try', async () => {
  const { clock, sent, run } = service(failing({ code: 'no-answer' }));
  const slow = async (): Answered<string> => {
    await clock.advance(90_000);
    return run();
  };

  expect(await withRepeats(slow, { clock, random: () => 0 })).toMatchObject({ ok: false });
  expect(sent).toHaveLength(1);
});
