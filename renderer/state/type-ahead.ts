import type { Api } from '../../core/contract/calls.ts';
import type { PeopleQuestion } from './people.ts';

/** Letters typed into a list one after another lead to the first name that begins so. */
export type TypeAhead = {
  /** Whether letters were typed just now, so that a space belongs to them. */
  isTyping(): boolean;
  /** One more letter. Answers the place to go to; null when nobody's name begins so, or more letters have come. */
  type(letter: string): Promise<number | null>;
};

export type TypeAheadTools = {
  readonly api: Pick<Api, 'people.place'>;
  readonly question: () => PeopleQuestion | null;
  /** A clock that only goes forward, in ms. */
  readonly nowMs: () => number;
};

/** After such a pause the next letter begins a new name. */
const pauseMs = 1000;
const prefixMax = 100;

export function createTypeAhead({ api, question, nowMs }: TypeAheadTools): TypeAhead {
  let prefix = '';
  let typedAtMs = Number.NEGATIVE_INFINITY;
  const isTyping = () => nowMs() - typedAtMs < pauseMs;

  return {
    isTyping,
    async type(letter) {
      const asked = question();
      const typed = (isTyping() ? prefix + letter : letter).slice(0, prefixMax);
      prefix = typed;
      typedAtMs = nowMs();
      if (asked === null) return null;
      const answer = await api['people.place']({ ...asked, prefix: typed });
      return answer.ok && prefix === typed ? answer.value : null;
    },
  };
}
