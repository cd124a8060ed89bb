import type { Clock } from '../../core/clock.ts';
import type { FailureCode } from '../../core/failure.ts';
import type { Answered } from './green-api.ts';

const passing: readonly FailureCode[] = ['no-answer', 'too-fast'];
const delaysMs = [1_000, 3_000];
/** A person waits for the answer: after a call that took this long it is time to say that there is none. */
const patienceMs = 30_000;

type Repeats = { readonly clock: Clock; readonly random: () => number };

/** Calls again, at most twice, what may be called again: after 1 s and 3 s, each shortened by up to a half at random. */
export async function withRepeats<T>(run: () => Answered<T>, { clock, random }: Repeats): Answered<T> {
  const startMs = clock.monotonic();
  let answer = await run();
  for (const delayMs of delaysMs) {
    if (answer.ok || !passing.includes(answer.failure.failure.code)) return answer;
    if (clock.monotonic() - startMs > patienceMs) return answer;
    await new Promise<void>((resolve) => clock.after(delayMs * (1 - random() / 2), resolve));
    answer = await run();
  }
  return answer;
}
