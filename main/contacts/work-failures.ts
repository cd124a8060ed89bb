import type { Failure } from '../../core/failure.ts';

/** What follows a failed call of slow work. */
type Next = 'stop' | 'pass-over' | { readonly waitMs: number; readonly isTooFast: boolean };

type So = {
  /** How often this person's turn came, this time counted. */
  readonly tries: number;
  /** How many calls failed in a row before this one. */
  readonly inARow: number;
};

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const triesMax = 2;
/** So many failures in a row are the service's, not those of single people. */
const rowMax = 5;

/**
 * What passes is waited for, what is wrong with one person passes them over, anything else stops the work until the account
 * is ready again or a person says go. A call that brought no answer is repeated once.
 */
export function afterFailure(failure: Failure, { tries, inARow }: So): Next {
  switch (failure.code) {
    case 'too-fast':
      // checkWhatsapp's "check phone number timeout limit exceeded" too. The longer it lasts, the longer we wait.
      return { waitMs: failure.waitMs * 2 ** Math.min(inARow, 4), isTooFast: true };
    case 'starting':
      return inARow < 2 * rowMax ? { waitMs: 30 * secondMs, isTooFast: false } : 'stop';
    case 'no-answer':
      if (inARow >= rowMax) return 'stop';
      return tries < triesMax ? { waitMs: 30 * secondMs, isTooFast: false } : 'pass-over';
    case 'not-accepted':
    case 'not-done':
      return 'pass-over';
    default:
      return 'stop';
  }
}

/** The app may have ended in the middle of a call: that one is repeated once as well. */
export const mayBeTried = ({ tries }: { readonly tries: number }): boolean => tries < triesMax;

/** When stopped work is tried again by itself, although nothing is wrong with the account; null: not by itself. */
export const retryStoppedMs = ({ code }: Failure): number | null =>
  code === 'no-answer' || code === 'starting' ? 10 * minuteMs : null;
