import { type ReadonlySignal, signal } from '@preact/signals';
import type { Api } from '../../core/contract/calls.ts';
import { draftProblem } from '../../core/draft-rules.ts';
import type { DraftProblem, Failure } from '../../core/failure.ts';
import type { GroupJob } from '../../core/group-job.ts';
import type { Draft } from './draft.ts';
import type { Entries } from './entries.ts';

type Duplicate = Extract<Failure, { readonly code: 'duplicate' }>;

/** What the window knows to be wrong before it asks: the draft's own problems, and entries that wait for a repair. */
export type FieldProblem = DraftProblem | 'to-look-at';

/** From the click on *Create* to the durable place in the queue. */
export type Creating =
  | { readonly at: 'editing'; readonly problem: FieldProblem | null; readonly failure: Failure | null }
  | { readonly at: 'sum-up' }
  | { readonly at: 'asking'; readonly again: boolean }
  | { readonly at: 'duplicate'; readonly failure: Duplicate };

export type Creator = {
  readonly state: ReadonlySignal<Creating>;
  /** Checks the draft and opens the sum-up, or says what is wrong. */
  begin(): void;
  back(): void;
  /** Puts the group into the queue; `again` answers the question about a duplicate. */
  confirm(again: boolean): Promise<void>;
};

export type CreatorTools = {
  readonly api: Pick<Api, 'groups.create'>;
  readonly draft: Draft;
  readonly accountId: ReadonlySignal<string | null>;
  readonly onCreated: (job: GroupJob) => void;
};

const editing: Creating = { at: 'editing', problem: null, failure: null };

export function createCreator({ api, draft, accountId, onCreated }: CreatorTools): Creator {
  const state = signal<Creating>(editing);

  const failed = (failure: Failure): Creating => {
    if (failure.code === 'duplicate') return { at: 'duplicate', failure };
    if (failure.code === 'bad-draft') return { at: 'editing', problem: failure.problem, failure: null };
    return { at: 'editing', problem: null, failure };
  };

  return {
    state,
    begin() {
      if (state.peek().at !== 'editing') return;
      const problem = problemOf(draft.name.peek(), draft.entries);
      state.value = problem === null ? { at: 'sum-up' } : { at: 'editing', problem, failure: null };
    },
    back() {
      if (state.peek().at !== 'asking') state.value = editing;
    },
    async confirm(again) {
      const id = accountId.peek();
      const { at } = state.peek();
      // A double click or a key held down asks once.
      if (id === null || (at !== 'sum-up' && at !== 'duplicate')) return;
      state.value = { at: 'asking', again };
      const answer = await api['groups.create']({
        accountId: id,
        name: draft.name.peek(),
        people: [...draft.entries.ready.peek()],
        again,
      });
      state.value = answer.ok ? editing : failed(answer.failure);
      if (!answer.ok) return;
      draft.clear();
      onCreated(answer.value);
    },
  };
}

/** The first thing to put right before a group can be sent, or null. */
export function problemOf(name: string, entries: Entries): FieldProblem | null {
  const chatIds = entries.ready.peek().map((person) => person.chatId);
  const problem = draftProblem(name, chatIds);
  const hasProblems = entries.problems.peek().length > 0;
  if (problem === 'no-people' && hasProblems) return 'to-look-at';
  return problem ?? (hasProblems ? 'to-look-at' : null);
}
