import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../core/contact.ts';

/** The people ticked in the list of contacts; they stay ticked while one scrolls and searches. */
export type Chosen = {
  readonly people: ReadonlySignal<readonly Contact[]>;
  has(chatId: string): boolean;
  toggle(person: Contact): void;
  add(people: readonly Contact[]): void;
  clear(): void;
};

export function createChosen(): Chosen {
  const byId = signal<ReadonlyMap<string, Contact>>(new Map());

  return {
    people: computed(() => [...byId.value.values()]),
    has: (chatId) => byId.value.has(chatId),
    toggle(person) {
      const next = new Map(byId.peek());
      if (!next.delete(person.chatId)) next.set(person.chatId, person);
      byId.value = next;
    },
    add(people) {
      byId.value = new Map([...byId.peek(), ...people.map((person) => [person.chatId, person] as const)]);
    },
    clear() {
      byId.value = new Map();
    },
  };
}
