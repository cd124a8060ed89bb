import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Listen, BackgroundWork as Work } from '../../core/contract/events.ts';

/** Slow work that main does behind the window for the current account. */
export type BackgroundWork = {
  /** How far it has come, also after its end; null when nothing is to be told. */
  readonly value: ReadonlySignal<Work | null>;
  /** Its end was seen. Main tells a failure again and again until it is solved: here once is enough. */
  dismiss(): void;
};

export type BackgroundWorkTools = {
  readonly listen: Listen;
  readonly accountId: ReadonlySignal<string | null>;
};

type Told = { readonly work: Work; readonly isSeen: boolean };

export function createBackgroundWork(
  name: 'people.checking' | 'people.savingToPhone',
  { listen, accountId }: BackgroundWorkTools,
): BackgroundWork {
  /** By account: one may look at another while this one's work goes on. */
  const works = signal<ReadonlyMap<string, Told>>(new Map());
  const tell = (told: Told) => {
    works.value = new Map([...works.peek(), [told.work.accountId, told]]);
  };
  const current = () => works.value.get(accountId.value ?? '');

  listen(name, (work) => {
    const before = works.peek().get(work.accountId);
    tell({ work, isSeen: before?.isSeen === true && isSameEnd(before.work, work) });
  });

  return {
    value: computed(() => {
      const told = current();
      return told && !told.isSeen ? told.work : null;
    }),
    dismiss() {
      const told = current();
      if (told) tell({ ...told, isSeen: true });
    },
  };
}

const isSameEnd = (one: Work, other: Work): boolean =>
  !one.running && !other.running && one.done === other.done && one.failure?.code === other.failure?.code;
