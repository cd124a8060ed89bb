import { computed, signal } from '@preact/signals';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import { makePassphrase, tidyPassphrase, type WeakPassphrase, weaknessOf } from '../../core/passphrase.ts';
import type { PeopleList } from '../../core/people-list.ts';
import type { SetupPeriod } from '../../core/setup-ending.ts';

type MakingDeps = {
  readonly api: Pick<Api, 'setup.make' | 'people.overview'>;
  /** The accounts that can be taken along, and the one that is in use. */
  readonly accountIds: readonly string[];
  readonly currentId: string | null;
  readonly randomBytes: (count: number) => Uint8Array;
};

/** What the person still has to do. */
export type MakingProblem = 'no-accounts' | 'different' | WeakPassphrase;

export type OfferedList = PeopleList & { readonly accountId: string };

/** A set-up file for a colleague, as it is put together. */
export function createSetupMaking({ api, accountIds, currentId, randomBytes }: MakingDeps) {
  const label = signal('');
  const chosen = signal<ReadonlySet<string>>(
    new Set(
      accountIds
        .filter((id) => id === currentId)
        .concat(accountIds)
        .slice(0, 1),
    ),
  );
  const allLists = signal<readonly OfferedList[]>([]);
  const taken = signal<ReadonlySet<string>>(new Set());
  const usableFor = signal<SetupPeriod | null>('week');
  const isOwn = signal(false);
  const made = makePassphrase(randomBytes);
  const own = signal('');
  const again = signal('');
  const problem = signal<MakingProblem | null>(null);
  const failure = signal<Failure | null>(null);
  const isBusy = signal(false);
  const isSaved = signal(false);
  /** The lists of the accounts that go along. */
  const lists = computed(() => allLists.value.filter(({ accountId }) => chosen.value.has(accountId)));
  const passphrase = computed(() => (isOwn.value ? own.value : made));

  async function readLists(): Promise<void> {
    const read = await Promise.all(
      accountIds.map(async (accountId) => {
        const answer = await api['people.overview']({ accountId });
        // Without its lists a file can be made all the same.
        return answer.ok ? answer.value.lists.map((list) => ({ ...list, accountId })) : [];
      }),
    );
    allLists.value = read.flat().filter(({ count }) => count > 0);
  }

  function findProblem(): MakingProblem | null {
    if (chosen.peek().size === 0) return 'no-accounts';
    if (!isOwn.peek()) return null;
    return weaknessOf(own.peek()) ?? (tidyPassphrase(own.peek()) === tidyPassphrase(again.peek()) ? null : 'different');
  }

  const toggle = (set: { value: ReadonlySet<string> }, id: string, on: boolean) => {
    set.value = on ? new Set([...set.value, id]) : new Set([...set.value].filter((other) => other !== id));
    problem.value = null;
  };

  return {
    label,
    chosen,
    lists,
    taken,
    usableFor,
    isOwn,
    made,
    own,
    again,
    problem,
    failure,
    isBusy,
    isSaved,
    passphrase,
    readLists,
    chooseAccount: (id: string, on: boolean) => toggle(chosen, id, on),
    takeList: (id: string, on: boolean) => toggle(taken, id, on),
    type(into: 'own' | 'again', text: string): void {
      (into === 'own' ? own : again).value = text;
      problem.value = null;
    },

    async save(): Promise<void> {
      if (isBusy.peek()) return;
      problem.value = findProblem();
      if (problem.peek() !== null) return;
      isBusy.value = true;
      const answer = await api['setup.make']({
        label: label.peek().trim(),
        accountIds: accountIds.filter((id) => chosen.peek().has(id)),
        lists: lists
          .peek()
          .filter(({ listId }) => taken.peek().has(listId))
          .map(({ accountId, listId }) => ({ accountId, listId })),
        usableFor: usableFor.peek(),
        passphrase: passphrase.peek(),
      });
      isBusy.value = false;
      failure.value = answer.ok ? null : answer.failure;
      isSaved.value = answer.ok && answer.value.saved;
    },
  };
}

export type SetupMaking = ReturnType<typeof createSetupMaking>;
