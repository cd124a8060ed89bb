import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Listen, BackgroundWork as Work } from '../../core/contract/events.ts';

/** Slow work that main does behind the window for the current account. */
export type BackgroundWork = {
  /** How far it has come, also after its end; null when nothing is to be told. */
  readonly value: ReadonlySignal<Work | null>;
  /** Its end was seen. */
  dismiss(): void;
};

export type BackgroundWorkTools = {
  readonly listen: Listen;
  readonly accountId: ReadonlySignal<string | null>;
};

export function createBackgroundWork(
  name: 'people.checking' | 'people.savingToPhone',
  { listen, accountId }: BackgroundWorkTools,
): BackgroundWork {
  /** By account: one may look at another while this one's work goes on. */
  const works = signal<ReadonlyMap<string, Work>>(new Map());

  listen(name, (work) => {
    works.value = new Map([...works.peek(), [work.accountId, work]]);
  });

  return {
    value: computed(() => works.value.get(accountId.value ?? '') ?? null),
    dismiss() {
      const left = new Map(works.peek());
      left.delete(accountId.peek() ?? '');
      works.value = left;
    },
  };
}
