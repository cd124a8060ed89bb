import { type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Api } from '../../core/contract/calls.ts';
import type { Listen } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';

/** Reading the phone's contacts: runs once at a time, whoever started it. */
export type Sync = {
  readonly running: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** Answers what changed, or null when it failed. */
  start(accountId: string): Promise<Answer<'people.sync'> | null>;
};

export function createSync(api: Pick<Api, 'people.sync'>, listen: Listen): Sync {
  const running = signal(false);
  const failure = signal<Failure | null>(null);
  listen('people.syncing', (event) => {
    running.value = event.running;
  });

  return {
    running,
    failure,
    async start(accountId) {
      if (running.peek()) return null;
      running.value = true;
      const answer = await api['people.sync']({ accountId });
      running.value = false;
      failure.value = answer.ok ? null : answer.failure;
      return answer.ok ? answer.value : null;
    },
  };
}
