import type { Contact } from '../../core/contact.ts';
import type { Args } from '../../core/contract/calls.ts';
import type { PeopleBook } from './people-book.ts';

/** Somebody as a file shows them. */
export type ExportedPerson = Pick<Contact, 'name' | 'phone' | 'note'> & { readonly lists: readonly string[] };

export type Export = {
  /** The people that an export is about, in its order; `lists` are names. Those without a number are left out. */
  exported(args: Args<'people.export'>): Promise<readonly ExportedPerson[]>;
};

export function createExport({ book }: { readonly book: PeopleBook }): Export {
  return {
    async exported({ accountId, chatIds, format, ...query }) {
      const { index, idOf, lists } = await book.open(accountId);
      const everyone = () => index.search(query).page(0, index.total());
      const wanted = chatIds === null ? everyone() : chatIds.flatMap((id) => index.get(idOf(id)) ?? []);
      return wanted
        .filter(({ phone }) => phone !== '')
        .map(({ name, phone, note, lists: listIds }) => ({
          ...{ name, phone, note },
          lists: listIds.flatMap((listId) => lists.get(listId)?.name ?? []),
        }));
    },
  };
}
