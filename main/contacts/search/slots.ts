import type { KeptContact } from '../store.ts';

/** Gives every contact a small number of its own, its slot, for as long as it is here. */
export type Slots = {
  get(chatId: string): KeptContact | undefined;
  at(slot: number): KeptContact | undefined;
  /** Every slot that holds a contact. */
  taken(): Uint32Array;
  contacts(): KeptContact[];
  /** More than any slot. */
  room(): number;
  /** Keeps the contact, in the slot that it has already or in a free one. */
  put(contact: KeptContact): number;
  remove(chatId: string): { readonly slot: number; readonly contact: KeptContact } | null;
};

export function createSlots(): Slots {
  const slots = new Map<string, number>();
  const contacts: (KeptContact | undefined)[] = [];
  const free: number[] = [];

  return {
    at: (slot) => contacts[slot],
    taken: () => Uint32Array.from(slots.values()),
    room: () => contacts.length,
    contacts: () => contacts.filter((contact) => contact !== undefined),

    get(chatId) {
      const slot = slots.get(chatId);
      return slot === undefined ? undefined : contacts[slot];
    },

    put(contact) {
      const slot = slots.get(contact.chatId) ?? free.pop() ?? contacts.length;
      slots.set(contact.chatId, slot);
      contacts[slot] = contact;
      return slot;
    },

    remove(chatId) {
      const slot = slots.get(chatId);
      const contact = slot === undefined ? undefined : contacts[slot];
      if (slot === undefined || !contact) return null;
      slots.delete(chatId);
      contacts[slot] = undefined;
      free.push(slot);
      return { slot, contact };
    },
  };
}
