import { everybody, type PeopleFilter, type PeopleOrder, type PeopleQuery } from '../../../../core/people-query.ts';
import type { PeopleIndex } from '../../../../main/contacts/search/people-index.ts';

type Wish = Partial<PeopleFilter> & { readonly order?: PeopleOrder };

export const queryOf = (text: string, { order = 'best', ...filter }: Wish = {}): PeopleQuery => ({
  text,
  order,
  filter: { ...everybody, ...filter },
});

/** What is shown for a question: names, or numbers of those who have none. */
export const namesFor = (index: PeopleIndex, text: string, wish: Wish = {}): string[] =>
  index
    .search(queryOf(text, wish))
    .page(0, 500)
    .map(({ name, phone }) => name || phone);
