import type { RowProblem } from '../../core/group-run.ts';
import type { createFormat } from '../../core/i18n/format.ts';
import { sayFailure } from '../../core/i18n/say-failure.ts';
import { sayPicture } from '../../core/i18n/say-picture.ts';
import type { Say } from '../../core/i18n/words.ts';

type Words = { readonly say: Say; readonly format: ReturnType<typeof createFormat>; readonly nowMs: number };

/** What is wrong with a row and what to do about it; null for what was mended without asking. */
export function sayProblem(problem: RowProblem, words: Words): string | null {
  const { say } = words;
  switch (problem.is) {
    case 'name-empty':
    case 'name-too-long':
    case 'no-people':
    case 'too-many-people':
      return sayFailure({ code: 'bad-draft', problem: problem.is }, words);
    case 'name-repeated':
      return say('runFile.nameRepeated', { line: problem.line });
    case 'exists': {
      const { is: _, ...group } = problem;
      return sayFailure({ code: 'duplicate', ...group }, words);
    }
    case 'number': {
      const sentence = sayNumber(problem, say);
      return problem.name === '' ? sentence : say('runFile.ofPerson', { name: problem.name, problem: sentence });
    }
    case 'picture':
      return sayPicture(say, problem.name, problem.why);
    case 'not-on-whatsapp':
      return say('failure.not-on-whatsapp', { name: nameOf(problem.person) });
    default:
      return null;
  }
}

const nameOf = ({ name, phone }: { readonly name: string; readonly phone: string }): string =>
  name === '' || phone === '' ? name || phone : `${name} (${phone})`;

function sayNumber({ text, reason, guess }: Extract<RowProblem, { is: 'number' }>, say: Say): string {
  if (guess) return say('newGroup.slip', { number: text, guess: guess.phone });
  return say(sentences[reason] ?? 'newGroup.notANumber', { number: text });
}

const sentences: Readonly<
  Record<
    string,
    'newGroup.tooShort' | 'newGroup.tooLong' | 'newGroup.letters' | 'newGroup.extension' | 'newGroup.rounded'
  >
> = {
  'too-short': 'newGroup.tooShort',
  'too-long': 'newGroup.tooLong',
  letters: 'newGroup.letters',
  extension: 'newGroup.extension',
  rounded: 'newGroup.rounded',
};
