import type { Api } from '../../core/contract/calls.ts';
import type { PeopleQuestion } from './people.ts';

/** Letters typed into a list one after another lead to the first name that begins so. */
export type TypeAhead = {
  /** Whether letters were typed just before this time, so that a space belongs to them. */
  isTyping(atMs: number): boolean;
  /**
   * One more letter, pressed at this time by a clock that only goes forward: a busy window handles it later. Answers the place
   * to go to; null when nobody's name begins so, or more letters have come.
   */
  type(letter: string, atMs: number): Promise<number | null>;
};

export type TypeAheadTools = {
  readonly api: Pick<Api, 'people.place'>;
  readonly question: () => PeopleQuestion | null;
};

/** After such a pause the next letter begins a new name. */
const pauseMs = 1000;
const prefixMax = 100;

export function createTypeAhead({ api, question }: TypeAheadTools): TypeAhead {
  let prefix = '';
  let typedAtMs = Number.NEGATIVE_INFINITY;
  const isTyping = (atMs: number) => atMs - typedAtMs < pauseMs;

  return {
    isTyping,
    async type(letter, atMs) {
      const asked = question();
      const typed = (isTyping(atMs) ? prefix + letter : letter).slice(0, prefixMax);
      prefix = typed;
      typedAtMs = atMs;
      if (asked === null) return null;
      const answer = await api['people.place']({ ...asked, prefix: typed });
      return answer.ok && prefix === typed ? answer.value : null;
    },
  };
}
