import type { Api } from '../../core/contract/calls.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { tidy } from './merge.ts';
import type { OpenPeople, PeopleBook } from './people-book.ts';
import type { KeptContact, KeptList, PeopleChange } from './store.ts';

export type Lists = { readonly [C in 'create' | 'rename' | 'delete' | 'add' | 'remove']: Api[`lists.${C}`] };

type ListsDeps = {
  readonly book: PeopleBook;
  readonly changed: (accountId: string) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
};

/** The saved lists of people. */
export function createLists({ book, changed, now, newId }: ListsDeps): Lists {
  /** Changes who is in which list, so that it can be taken back. */
  async function rearrange(accountId: string, decide: (people: OpenPeople) => Result<Rearranged>) {
    const done = await book.change(accountId, (open) => {
      const decided = decide(open);
      if (!decided.ok) return decided;
      const { people, deleted = [] } = decided.value;
      const changeId = newId();
      const change: PeopleChange = {
        ...{ changeId, kind: 'lists', atMs: now(), listsMade: [], listsDeleted: deleted },
        people: people.map(([before, after]) => ({ before, after })),
      };
      const write = {
        put: people.map(([, after]) => after),
        listsRemoved: deleted.map(({ listId }) => listId),
        change,
      };
      return ok({ write, answer: { undoId: changeId, count: people.length } });
    });
    if (done.ok) await changed(accountId);
    return done;
  }

  return {
    async create({ accountId, name: rawName, chatIds }) {
      const created = await book.change(accountId, (open) => {
        const name = tidy(rawName);
        const wrong = problemOf(name, [...open.lists.values()]);
        if (wrong) return wrong;
        const list = { listId: newId(), name };
        const put = peopleOf(open, chatIds).map((person) => withList(person, list.listId));
        return ok({ write: { put, lists: [list] }, answer: { ...list, count: put.length } });
      });
      if (created.ok) await changed(accountId);
      return created;
    },

    async rename({ accountId, listId, name: rawName }) {
      const renamed = await book.change(accountId, ({ lists, index }) => {
        if (!lists.has(listId)) return err({ code: 'not-found' });
        const name = tidy(rawName);
        const others = [...lists.values()].filter((list) => list.listId !== listId);
        const wrong = problemOf(name, others);
        if (wrong) return wrong;
        const list = { listId, name };
        const count = index.all().filter((person) => person.lists.includes(listId)).length;
        return ok({ write: { lists: [list] }, answer: { ...list, count } });
      });
      if (renamed.ok) await changed(accountId);
      return renamed;
    },

    delete: ({ accountId, listId }) =>
      rearrange(accountId, ({ lists, index }) => {
        const list = lists.get(listId);
        if (!list) return err({ code: 'not-found' });
        const people = index.all().filter((person) => person.lists.includes(listId));
        return ok({ people: people.map((person) => [person, withoutList(person, listId)]), deleted: [list] });
      }),

    add: ({ accountId, listId, chatIds }) =>
      rearrange(accountId, (open) => {
        if (!open.lists.has(listId)) return err({ code: 'not-found' });
        const people = peopleOf(open, chatIds).filter((person) => !person.lists.includes(listId));
        return ok({ people: people.map((person) => [person, withList(person, listId)]) });
      }),

    remove: ({ accountId, listId, chatIds }) =>
      rearrange(accountId, (open) => {
        if (!open.lists.has(listId)) return err({ code: 'not-found' });
        const people = peopleOf(open, chatIds).filter((person) => person.lists.includes(listId));
        return ok({ people: people.map((person) => [person, withoutList(person, listId)]) });
      }),
  };
}

type Rearranged = {
  readonly people: readonly (readonly [before: KeptContact, after: KeptContact])[];
  readonly deleted?: readonly KeptList[];
};

const peopleOf = ({ index, idOf }: OpenPeople, chatIds: readonly string[]): KeptContact[] =>
  [...new Set(chatIds.map(idOf))].flatMap((chatId) => index.get(chatId) ?? []);

export const withList = (person: KeptContact, listId: string): KeptContact =>
  person.lists.includes(listId) ? person : { ...person, lists: [...person.lists, listId] };

const withoutList = (person: KeptContact, listId: string): KeptContact => ({
  ...person,
  lists: person.lists.filter((id) => id !== listId),
});

/** Names of lists are told apart without case. */
export const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function problemOf(name: string, others: readonly KeptList[]): Result<never> | null {
  if (name === '') return err({ code: 'bad-request', field: 'name' });
  const same = others.find((list) => sameName(list.name, name));
  return same ? err({ code: 'list-exists', name: same.name }) : null;
}
