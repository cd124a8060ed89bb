import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../core/contact.ts';
import type { Api } from '../../core/contract/calls.ts';
import { createLatest } from './latest.ts';

/** The person whose panel is open. */
export type OpenPerson = {
  readonly value: ReadonlySignal<Contact | null>;
  open(person: Contact): void;
  close(): void;
  /** The contacts have changed: reads the person again, and closes when they are no longer here. */
  changed(): Promise<void>;
};

export type OpenPersonTools = {
  readonly api: Pick<Api, 'people.find'>;
  readonly accountId: ReadonlySignal<string | null>;
};

export function createOpenPerson({ api, accountId }: OpenPersonTools): OpenPerson {
  const opened = signal<{ readonly accountId: string; readonly person: Contact } | null>(null);
  const value = computed(() => (opened.value?.accountId === accountId.value ? (opened.value?.person ?? null) : null));

  const readAgain = createLatest<{ readonly accountId: string; readonly chatId: string }, Contact | null | undefined>(
    async ({ accountId: id, chatId }) => {
      const answer = await api['people.find']({ accountId: id, chatIds: [chatId] });
      return answer.ok ? (answer.value[0] ?? null) : undefined;
    },
    (person, { accountId: id, chatId }) => {
      // What could not be read stays as it was; somebody else may have been opened meanwhile.
      if (person === undefined || opened.peek()?.person.chatId !== chatId) return;
      opened.value = person && { accountId: id, person };
    },
  );

  return {
    value,
    open(person) {
      const id = accountId.peek();
      opened.value = id === null ? null : { accountId: id, person };
    },
    close() {
      opened.value = null;
    },
    async changed() {
      const now = opened.peek();
      if (now) await readAgain({ accountId: now.accountId, chatId: now.person.chatId });
    },
  };
}
