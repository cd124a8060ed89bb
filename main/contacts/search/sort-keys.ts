import { digitsOf, isPersonChatId } from '../../../core/chat-id.ts';
import type { KeptContact } from '../store.ts';
import type { Slots } from './slots.ts';
import { sortKey } from './sort-key.ts';

/** The digits of a person's number, also of one who is known by a privacy id; empty when nobody knows it. */
export const digitsOfPerson = ({ chatId, phone }: Pick<KeptContact, 'chatId' | 'phone'>): string =>
  isPersonChatId(chatId) ? digitsOf(chatId) : phone.replace(/\D/g, '');

/** Sorts after everything that is written. */
const last = '\uffff';
/** Sorts after the letters. */
const signs = '\u00ff';

/** Names of signs alone come after the others; those without a name come last, by their number. */
export function nameKey(contact: KeptContact | undefined): string {
  if (!contact) return last;
  return contact.name === '' ? last + digitsOfPerson(contact) : sortKey(contact.name) || signs + contact.name;
}

/** Those without a number come last. */
export const numberKey = (contact: KeptContact | undefined): string => (contact && digitsOfPerson(contact)) || last;

export const isLast = (key: string): boolean => key.startsWith(last);

const monthMs = 30 * 86_400_000;

/** The recent and frequent score high: whoever was used twice as often counts as if used a month later. */
export const useScore = (contact: Pick<KeptContact, 'uses' | 'usedAtMs'> | undefined): number =>
  contact && contact.uses > 0 ? 1 + (contact.usedAtMs ?? 0) + Math.log2(contact.uses) * monthMs : 0;

/** What slots are sorted by, worked out when it is first asked for. */
export type Keys<Key> = { of(slot: number): Key; forget(slot: number): void };

export function createKeys<Key>(at: Slots['at'], keyOf: (contact: KeptContact | undefined) => Key): Keys<Key> {
  const keys: (Key | undefined)[] = [];
  return {
    of(slot) {
      const known = keys[slot];
      if (known !== undefined) return known;
      const key = keyOf(at(slot));
      keys[slot] = key;
      return key;
    },
    forget(slot) {
      if (slot < keys.length) keys[slot] = undefined;
    },
  };
}
