import type { PeopleList } from '../../state/people.ts';

/** Whether a text or a filter leaves some people out. */
export function isNarrowed({ text, filter }: Pick<PeopleList, 'text' | 'filter'>): boolean {
  const { source, listId, whatsapp, groups } = filter.value;
  return text.value.trim() !== '' || source !== 'any' || listId !== null || whatsapp !== 'any' || groups !== 'any';
}
