import { type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../core/contact.ts';
import type { Answer, Api, Args } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { PeopleList as SavedList } from '../../core/people-list.ts';
import type { Result } from '../../core/result.ts';
import type { PeopleUndo, UndoStep } from './people-undo.ts';

/** The contract's limits. */
export const personNameMax = 200;
export const noteMax = 1000;
export const listNameMax = 100;

/** What was done, and the step that takes it back. */
export type Done<T> = T & { readonly step: UndoStep };

type Changed = { readonly count: number };
type ChatIds = readonly string[];

/** Everything that changes people and their lists. Null is the answer of what failed; `failure` says why. */
export type PeopleChanges = {
  readonly failure: ReadonlySignal<Failure | null>;
  edit(before: Contact, change: Pick<Args<'people.edit'>, 'name' | 'note'>): Promise<Done<Contact> | null>;
  remove(chatIds: ChatIds): Promise<Done<Changed> | null>;
  createList(name: string, chatIds: ChatIds): Promise<Done<SavedList> | null>;
  renameList(list: SavedList, name: string): Promise<Done<SavedList> | null>;
  deleteList(listId: string): Promise<Done<Changed> | null>;
  addToList(listId: string, chatIds: ChatIds): Promise<Done<Changed> | null>;
  removeFromList(listId: string, chatIds: ChatIds): Promise<Done<Changed> | null>;
  /** Takes back an import, also one of an earlier run of the app. */
  undoImport(undoId: string): Promise<boolean>;
  dismiss(): void;
};

export type PeopleChangesTools = {
  readonly api: Pick<
    Api,
    | 'people.edit'
    | 'people.delete'
    | 'people.undo'
    | 'lists.create'
    | 'lists.rename'
    | 'lists.delete'
    | 'lists.add'
    | 'lists.remove'
  >;
  readonly accountId: ReadonlySignal<string | null>;
  readonly undo: Pick<PeopleUndo, 'push'>;
};

type Undoable = Answer<'people.delete'>;

export function createPeopleChanges({ api, accountId, undo }: PeopleChangesTools): PeopleChanges {
  const failure = signal<Failure | null>(null);

  /** Runs one change for the current account and remembers how it is taken back. */
  async function change<T extends object>(
    run: (accountId: string) => Promise<Result<T, Failure>>,
    takeBack: (accountId: string, done: T) => Promise<Result<unknown, Failure>>,
  ): Promise<Done<T> | null> {
    const id = accountId.peek();
    if (id === null) return null;
    const answer = await run(id);
    failure.value = answer.ok ? null : answer.failure;
    if (!answer.ok) return null;
    const step = () => takeBack(id, answer.value);
    undo.push(step);
    return { ...answer.value, step };
  }

  const undoable = (run: (accountId: string) => Promise<Result<Undoable, Failure>>) =>
    change(run, (id, { undoId }) => api['people.undo']({ accountId: id, undoId }));

  return {
    failure,
    edit: ({ chatId, name, note }, wanted) =>
      change(
        (id) => api['people.edit']({ accountId: id, chatId, ...wanted }),
        (id) =>
          api['people.edit']({
            accountId: id,
            chatId,
            ...(wanted.name === undefined ? {} : { name }),
            ...(wanted.note === undefined ? {} : { note }),
          }),
      ),
    remove: (chatIds) => undoable((id) => api['people.delete']({ accountId: id, chatIds: [...chatIds] })),
    createList: (name, chatIds) =>
      change(
        (id) => api['lists.create']({ accountId: id, name, chatIds: [...chatIds] }),
        (id, { listId }) => api['lists.delete']({ accountId: id, listId }),
      ),
    renameList: ({ listId, name }, wanted) =>
      change(
        (id) => api['lists.rename']({ accountId: id, listId, name: wanted }),
        (id) => api['lists.rename']({ accountId: id, listId, name }),
      ),
    deleteList: (listId) => undoable((id) => api['lists.delete']({ accountId: id, listId })),
    addToList: (listId, chatIds) =>
      undoable((id) => api['lists.add']({ accountId: id, listId, chatIds: [...chatIds] })),
    removeFromList: (listId, chatIds) =>
      undoable((id) => api['lists.remove']({ accountId: id, listId, chatIds: [...chatIds] })),
    async undoImport(undoId) {
      const id = accountId.peek();
      if (id === null) return false;
      const answer = await api['people.undo']({ accountId: id, undoId });
      failure.value = answer.ok ? null : answer.failure;
      return answer.ok;
    },
    dismiss() {
      failure.value = null;
    },
  };
}
