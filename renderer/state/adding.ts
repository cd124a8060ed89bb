import { type ReadonlySignal, signal } from '@preact/signals';
import type { Entry, Person } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { Problem } from './entries.ts';

/** Adding people to the contacts by number and name. */
export type Adding = {
  readonly isBusy: ReadonlySignal<boolean>;
  /** The first number that needs a look, or null. */
  readonly problem: ReadonlySignal<Problem | null>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** Keeps everybody in the text; the name is for a single one. Answers how many were kept, 0 when something is wrong. */
  add(text: string, name: string): Promise<number>;
  reset(): void;
};

export type AddingTools = {
  readonly api: Pick<Api, 'people.read' | 'people.keep'>;
  readonly accountId: ReadonlySignal<string | null>;
};

export function createAdding({ api, accountId }: AddingTools): Adding {
  const isBusy = signal(false);
  const problem = signal<Problem | null>(null);
  const failure = signal<Failure | null>(null);

  const reset = () => {
    problem.value = null;
    failure.value = null;
  };

  async function read(id: string, text: string): Promise<readonly Entry[]> {
    const answer = await api['people.read']({ accountId: id, text });
    failure.value = answer.ok ? null : answer.failure;
    return answer.ok ? answer.value : [];
  }

  /** All or the first failure: who was kept before it stays, and keeping somebody twice changes nothing. */
  async function keep(id: string, people: readonly Person[]): Promise<number> {
    for (const person of people) {
      const answer = await api['people.keep']({ accountId: id, person });
      if (!answer.ok) {
        failure.value = answer.failure;
        return 0;
      }
    }
    return people.length;
  }

  async function add(id: string, text: string, name: string): Promise<number> {
    const entries = await read(id, text);
    problem.value = entries.find((entry) => entry.at !== 'ready') ?? null;
    if (problem.peek() !== null) return 0;
    const people = entries.flatMap((entry) => (entry.at === 'ready' ? [entry.person] : []));
    const [only] = people;
    return keep(id, people.length === 1 && only && name !== '' ? [{ ...only, name }] : people);
  }

  return {
    isBusy,
    problem,
    failure,
    async add(text, name) {
      const id = accountId.peek();
      if (id === null || isBusy.peek() || text.trim() === '') return 0;
      isBusy.value = true;
      reset();
      const kept = await add(id, text, name.trim());
      isBusy.value = false;
      return kept;
    },
    reset,
  };
}
