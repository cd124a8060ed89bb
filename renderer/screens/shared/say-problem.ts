import type { Say } from '../../../core/i18n/say.ts';
import type { Problem } from '../../state/entries.ts';
import { unbroken } from './unbroken.ts';

/** What is wrong with an entry, and the guess if there is one. */
export function sayProblem(t: Say, entry: Problem): string {
  const number = unbroken(entry.text);
  if (entry.at === 'repair') return t('newGroup.slip', { number, guess: unbroken(entry.guess.phone) });
  switch (entry.reason) {
    case 'too-short':
      return t('newGroup.tooShort', { number });
    case 'too-long':
      return t('newGroup.tooLong', { number });
    case 'letters':
      return t('newGroup.letters', { number });
    case 'extension':
      return t('newGroup.extension', { number });
    case 'rounded':
      return t('newGroup.rounded', { number });
    case 'not-a-number':
      return t('newGroup.notANumber', { number });
  }
}
