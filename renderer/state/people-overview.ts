import { type ReadonlySignal, signal } from '@preact/signals';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import type { PeopleOverview as Overview } from '../../core/people-overview.ts';
import type { Result } from '../../core/result.ts';
import { createLatest } from './latest.ts';

/** What stands around the list: counts, saved lists, the last sync, the allowance of checks. */
export type PeopleOverview = {
  /** Null until the first answer for this account. */
  readonly value: ReadonlySignal<Overview | null>;
  readonly failure: ReadonlySignal<Failure | null>;
  read(): Promise<void>;
};

export type PeopleOverviewTools = {
  readonly api: Pick<Api, 'people.overview'>;
  readonly accountId: ReadonlySignal<string | null>;
};

export function createPeopleOverview({ api, accountId }: PeopleOverviewTools): PeopleOverview {
  const value = signal<Overview | null>(null);
  const failure = signal<Failure | null>(null);
  let readOf: string | null = null;

  const latest = createLatest<string, Result<Overview, Failure>>(
    (id) => api['people.overview']({ accountId: id }),
    (answer, id) => {
      if (id !== accountId.peek()) return;
      failure.value = answer.ok ? null : answer.failure;
      if (answer.ok) value.value = answer.value;
    },
  );

  return {
    value,
    failure,
    async read() {
      const id = accountId.peek();
      // The lists of one account must not be seen in another, not even until the answer.
      if (id !== readOf) value.value = null;
      readOf = id;
      if (id !== null) await latest(id);
    },
  };
}
