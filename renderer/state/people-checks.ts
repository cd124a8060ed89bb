import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import { type BackgroundWork, type BackgroundWorkTools, createBackgroundWork } from './background-work.ts';

/** Asking WhatsApp about numbers, in the background. */
export type PeopleChecks = {
  readonly work: BackgroundWork;
  /** Why checking could not begin, or be stopped. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** Answers how many will be asked about, those who were not checked yet; null when it failed. */
  start(chatIds: readonly string[]): Promise<number | null>;
  /** Whether it is known here with whom to go on: after a restart of the window main goes on by itself when it can. */
  readonly canGoOn: ReadonlySignal<boolean>;
  /** Begins again with the same people; those who were answered meanwhile are left out by main. */
  goOn(): Promise<number | null>;
  stop(): Promise<void>;
  dismiss(): void;
};

export type PeopleChecksTools = BackgroundWorkTools & {
  readonly api: Pick<Api, 'people.checkWhatsapp' | 'people.stopChecking'>;
};

export function createPeopleChecks({ api, listen, accountId }: PeopleChecksTools): PeopleChecks {
  const work = createBackgroundWork('people.checking', { listen, accountId });
  const failure = signal<Failure | null>(null);
  const last = signal<{ readonly accountId: string; readonly chatIds: readonly string[] } | null>(null);
  const canGoOn = computed(() => last.value !== null && last.value.accountId === accountId.value);

  async function start(chatIds: readonly string[]): Promise<number | null> {
    const id = accountId.peek();
    if (id === null || chatIds.length === 0) return null;
    last.value = { accountId: id, chatIds };
    const answer = await api['people.checkWhatsapp']({ accountId: id, chatIds: [...chatIds] });
    failure.value = answer.ok ? null : answer.failure;
    return answer.ok ? answer.value.queued : null;
  }

  return {
    work,
    failure,
    start,
    canGoOn,
    async goOn() {
      work.dismiss();
      return canGoOn.peek() ? start(last.peek()?.chatIds ?? []) : null;
    },
    async stop() {
      const id = accountId.peek();
      if (id === null) return;
      const answer = await api['people.stopChecking']({ accountId: id });
      failure.value = answer.ok ? null : answer.failure;
    },
    dismiss() {
      failure.value = null;
      work.dismiss();
    },
  };
}
