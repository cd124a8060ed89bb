import type { PeopleFilter } from '../../../core/people-query.ts';

/** A question as far as it leaves people out. */
type Narrowing = { readonly text: string; readonly filter: PeopleFilter };

/** Whether a text or a filter leaves some people out. */
export function isNarrowed(question: Narrowing | null): boolean {
  return question !== null && (question.text.trim() !== '' || isFiltered(question.filter));
}

export const isFiltered = ({ source, listId, whatsapp, groups }: PeopleFilter): boolean =>
  source !== 'any' || listId !== null || whatsapp !== 'any' || groups !== 'any';
