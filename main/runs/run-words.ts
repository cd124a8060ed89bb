import { createFormat } from '../../core/i18n/format.ts';
import { sayFailure } from '../../core/i18n/say-failure.ts';
import { createWords } from '../../core/i18n/words.ts';
import type { Language } from '../../core/language.ts';
import type { RunsDeps } from './create-runs.ts';
import { sayProblem } from './say-problem.ts';

type Words = Pick<RunsDeps, 'say' | 'sayFailure' | 'sayProblem'>;

/** What files of runs say, in the language of the moment. */
export function createRunWords({ language, now }: { language: () => Language; now: () => number }): Words {
  const words = () => ({ say: createWords(language()), format: createFormat(language()), nowMs: now() });
  return {
    say: () => createWords(language()),
    sayFailure: (failure) => sayFailure(failure, words()),
    sayProblem: (problem) => sayProblem(problem, words()),
  };
}
