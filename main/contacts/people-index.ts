import { digitsOf, isPersonChatId } from '../../core/chat-id.ts';
import type { PeopleQuery } from '../../core/people-query.ts';
import { fold } from './search/fold.ts';
import { sortKey } from './search/sort-key.ts';
import type { KeptContact } from './store.ts';

const matcherOf = (text: string) => {
  const words = fold(text).split(' ');
  const number = text.replace(/\D/g, '');
  return ({ folded, digits }: { folded: string; digits: string }): number | null => {
    if (number !== '' && !/\p{L}/u.test(text)) return digits.includes(number) ? 0 : null;
    return words.every((word) => folded.includes(word)) ? (folded.startsWith(words[0] ?? '') ? 0 : 1) : null;
  };
};

export type PeopleIndex = {
  get(chatId: string): KeptContact | undefined;
  all(): readonly KeptContact[];
  /** How many can be shown: those of whom only a privacy id is known cannot. */
  total(): number;
  put(contacts: readonly KeptContact[]): void;
  remove(chatIds: readonly string[]): void;
  nameLists(lists: readonly { listId: string; name: string }[]): void;
  search(query: PeopleQuery): {
    total: number;
    page(offset: number, limit: number): readonly KeptContact[];
    ids(offset: number, limit: number): readonly string[];
  };
  place(query: PeopleQuery, prefix: string): number | null;
  counts(): { all: number; onWhatsapp: number; notOnWhatsapp: number; unchecked: number; inNoGroup: number };
};

/** The contacts of one account in memory; a plain stand-in for the index that is being built. */
export function createPeopleIndex(contacts: readonly KeptContact[]): PeopleIndex {
  const people = new Map(contacts.map((contact) => [contact.chatId, contact]));
  const shown = () => [...people.values()].filter(({ name, phone }) => name !== '' || phone !== '');
  const digits = ({ chatId }: KeptContact) => (isPersonChatId(chatId) ? digitsOf(chatId) : '');
  const key = ({ name }: KeptContact) => sortKey(name) || '\uffff';
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const byName = (a: KeptContact, b: KeptContact) => compare(key(a), key(b)) || compare(digits(a), digits(b));

  function find({ text, filter, order }: PeopleQuery): KeptContact[] {
    const rankOf = /[\p{L}\p{N}]/u.test(text) ? matcherOf(text) : () => 0;
    const rank = (contact: KeptContact) => {
      const found = rankOf({ folded: contact.folded, digits: digits(contact) });
      return found === null || text === '' ? found : contact.gone ? 9 : found * 2 + (contact.uses > 0 ? 0 : 1);
    };
    const found = shown()
      .filter(({ source }) => filter.source === 'any' || source === filter.source)
      .filter(({ lists }) => filter.listId === null || lists.includes(filter.listId))
      .filter(({ whatsapp }) => filter.whatsapp === 'any' || whatsapp.at === filter.whatsapp)
      .filter(({ groups }) => filter.groups === 'any' || groups === 0)
      .filter((contact) => rank(contact) !== null)
      .sort(byName);
    const best = (contact: KeptContact) => rank(contact) ?? 0;
    if (order === 'best' && text !== '')
      found.sort((a, b) => best(a) - best(b) || (b.usedAtMs ?? 0) - (a.usedAtMs ?? 0));
    if (order.startsWith('phone')) found.sort((a, b) => compare(digits(a), digits(b)));
    return order.endsWith('-down') ? found.reverse() : found;
  }

  return {
    get: (chatId) => people.get(chatId),
    all: () => [...people.values()],
    total: () => shown().length,
    put: (changed) => {
      for (const contact of changed) people.set(contact.chatId, contact);
    },
    remove: (chatIds) => {
      for (const chatId of chatIds) people.delete(chatId);
    },
    nameLists: () => {},
    search: (query) => {
      const found = find(query);
      return {
        total: found.length,
        page: (offset, limit) => found.slice(offset, offset + limit),
        ids: (offset, limit) => found.slice(offset, offset + limit).map(({ chatId }) => chatId),
      };
    },
    place: (query, prefix) => {
      const at = find(query).findIndex(({ folded }) => folded.startsWith(fold(prefix)));
      return at < 0 ? null : at;
    },
    counts: () => {
      const all = shown();
      const count = (test: (contact: KeptContact) => boolean) => all.filter(test).length;
      return {
        all: all.length,
        onWhatsapp: count(({ whatsapp }) => whatsapp.at === 'yes'),
        notOnWhatsapp: count(({ whatsapp }) => whatsapp.at === 'no'),
        unchecked: count(({ whatsapp }) => whatsapp.at === 'unchecked'),
        inNoGroup: count(({ groups }) => groups === 0),
      };
    },
  };
}
