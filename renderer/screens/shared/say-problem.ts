import type { Say } from '../../../core/i18n/say.ts';
import type { Problem } from '../../state/entries.ts';
import { unbroken } from './unbroken.ts';

const reasonWords = {
  'too-short': 'newGroup.tooShort',
  'too-long': 'newGroup.tooLong',
  letters: 'newGroup.letters',
  extension: 'newGroup.extension',
  rounded: 'newGroup.rounded',
  'not-a-number': 'newGroup.notANumber',
} as const satisfies Record<Extract<Problem, { readonly at: 'bad' }>['reason'], string>;

type Reason = keyof typeof reasonWords;
const isReason = (reason: string): reason is Reason => Object.hasOwn(reasonWords, reason);

/** What is wrong with a number, and the guess if there is one. */
export function sayNumber(
  t: Say,
  text: string,
  problem: { readonly guess: string } | { readonly reason: string },
): string {
  const number = unbroken(text);
  if ('guess' in problem) return t('newGroup.slip', { number, guess: unbroken(problem.guess) });
  return t(reasonWords[isReason(problem.reason) ? problem.reason : 'not-a-number'], { number });
}

/** What is wrong with an entry. */
export const sayProblem = (t: Say, entry: Problem): string =>
  sayNumber(t, entry.text, entry.at === 'repair' ? { guess: entry.guess.phone } : entry);
