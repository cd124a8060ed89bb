import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Api } from '../../core/contract/calls.ts';
import type { Listen } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import { createBackgroundWork } from './background-work.ts';
import { createOpenPerson } from './open-person.ts';
import { createPeopleList } from './people.ts';
import { createPeopleChanges } from './people-changes.ts';
import { createPeopleChecks } from './people-checks.ts';
import { createPeopleOverview } from './people-overview.ts';
import { createPeopleSelection } from './people-selection.ts';
import { createPeopleUndo } from './people-undo.ts';

export type PeopleDeskTools = {
  readonly api: Api;
  readonly listen: Listen;
  readonly accountId: ReadonlySignal<string | null>;
};

/** What the People screen works with: the list, who is chosen, the open person, and what can be done to them. */
export function createPeopleDesk({ api, listen, accountId }: PeopleDeskTools) {
  const list = createPeopleList({ api, accountId });
  const overview = createPeopleOverview({ api, accountId });
  const person = createOpenPerson({ api, accountId });
  const undo = createPeopleUndo();
  const changes = createPeopleChanges({ api, accountId, undo });
  /** Of what the screen asks for by itself. */
  const failure = signal<Failure | null>(null);
  const checks = createPeopleChecks({ api, listen, accountId });

  const dismiss = () => {
    failure.value = null;
    changes.dismiss();
    undo.dismiss();
  };

  listen('people.changed', (event) => {
    if (event.accountId !== accountId.peek()) return;
    void list.changed();
    void overview.read();
    void person.changed();
  });

  effect(() => {
    void accountId.value;
    untracked(() => {
      undo.forget();
      dismiss();
    });
  });

  // A list that is gone, by whatever way, narrows nothing any more.
  effect(() => {
    const { listId } = list.filter.value;
    const lists = overview.value.value?.lists;
    if (listId === null || !lists || lists.some((saved) => saved.listId === listId)) return;
    untracked(() => void list.narrow({ listId: null }));
  });

  return {
    list,
    overview,
    person,
    undo,
    changes,
    checks,
    failure,
    dismiss,
    selection: createPeopleSelection({ api, accountId, list }),
    savingToPhone: createBackgroundWork('people.savingToPhone', { listen, accountId }),
    /** Everything from the beginning: the screen was opened, or the account is another one. */
    async open(): Promise<void> {
      await Promise.all([list.search(list.text.peek()), overview.read()]);
    },
  };
}
