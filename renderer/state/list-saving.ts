import { type ReadonlySignal, signal } from '@preact/signals';
import { isPersonChatId } from '../../core/chat-id.ts';
import type { Person } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { PeopleList as SavedList } from '../../core/people-list.ts';
import type { Result } from '../../core/result.ts';
import type { Done, PeopleChanges } from './people-changes.ts';

/** Saving the people of a group as a list: those who are no contacts yet become contacts. */
export type ListSaving = {
  readonly isBusy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** Null when it failed. */
  save(name: string, people: readonly Person[]): Promise<Done<SavedList> | null>;
};

export type ListSavingTools = {
  readonly api: Pick<Api, 'people.find' | 'people.keep'>;
  readonly accountId: ReadonlySignal<string | null>;
  readonly changes: Pick<PeopleChanges, 'createList' | 'failure' | 'dismiss'>;
};

export function createListSaving({ api, accountId, changes }: ListSavingTools): ListSaving {
  const isBusy = signal(false);
  const failure = signal<Failure | null>(null);

  /** A list holds contacts alone. */
  async function keepUnknown(id: string, people: readonly Person[]): Promise<Result<unknown, Failure>> {
    const known = await api['people.find']({ accountId: id, chatIds: people.map(({ chatId }) => chatId) });
    if (!known.ok) return known;
    const ids = new Set(known.value.map(({ chatId }) => chatId));
    for (const { chatId, name, phone } of people) {
      if (ids.has(chatId) || !isPersonChatId(chatId)) continue;
      const kept = await api['people.keep']({ accountId: id, person: { chatId, name, phone } });
      if (!kept.ok) return kept;
    }
    return known;
  }

  async function save(id: string, name: string, people: readonly Person[]): Promise<Done<SavedList> | null> {
    const kept = await keepUnknown(id, people);
    if (!kept.ok) {
      failure.value = kept.failure;
      return null;
    }
    const made = await changes.createList(
      name,
      people.map(({ chatId }) => chatId),
    );
    // It is said in the dialog that asked; the screen of the contacts need not say it again.
    if (!made) failure.value = changes.failure.peek();
    changes.dismiss();
    return made;
  }

  return {
    isBusy,
    failure,
    async save(name, people) {
      const id = accountId.peek();
      if (id === null || isBusy.peek()) return null;
      isBusy.value = true;
      failure.value = null;
      const made = await save(id, name, people);
      isBusy.value = false;
      return made;
    },
  };
}
