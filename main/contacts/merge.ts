import { digitsOf, isPersonChatId, lidPattern } from '../../core/chat-id.ts';
import { formatPhone } from '../../core/phone.ts';
import type { PhoneContact } from '../green-api/green-api.ts';
import type { KeptContact } from './store.ts';

type Known = (chatId: string) => KeptContact | undefined;
type Merged = { readonly changes: readonly KeptContact[]; readonly added: number; readonly changed: number };

const nameMax = 200;

/** Whether an id of the service is a person's: by number or by privacy id, and neither a list nor a service of WhatsApp. */
export const isPerson = (chatId: string): boolean => isPersonChatId(chatId) || lidPattern.test(chatId);

/** What the phone's list changes: new people, other names, people who are back. Names given by hand or by a file stay. */
export function mergeRead(known: Known, read: readonly PhoneContact[]): Merged {
  const changes = new Map<string, KeptContact>();
  let added = 0;
  let changed = 0;
  for (const { chatId, name: rawName } of read) {
    if (!isPerson(chatId)) continue;
    const name = tidy(rawName);
    const before = changes.get(chatId) ?? known(chatId);
    if (!before) {
      changes.set(chatId, { ...newContact(chatId, name), source: 'phone', phoneName: name });
      added += 1;
      continue;
    }
    // A name that is missing today was there yesterday: the service sometimes leaves it empty.
    const phoneName = name === '' ? (before.phoneName ?? '') : name;
    const isPhones = before.source === 'phone' || before.source === 'chat';
    const isRenamed = isPhones && name !== '' && name !== before.name;
    if (!isRenamed && !before.gone && phoneName === before.phoneName) continue;
    const source = isPhones ? 'phone' : before.source;
    if (!changes.has(chatId) && (isRenamed || before.gone)) changed += 1;
    changes.set(chatId, { ...before, ...(isRenamed ? { name } : {}), source, phoneName, gone: false });
  }
  return { changes: [...changes.values()], added, changed };
}

/** What chats add: people who are not known, and other names of those who are known from a chat alone. */
export function mergeChats(known: Known, chats: readonly PhoneContact[]): Merged {
  const changes = new Map<string, KeptContact>();
  let [added, changed] = [0, 0];
  for (const { chatId, name: rawName } of chats) {
    if (!isPerson(chatId)) continue;
    const name = tidy(rawName);
    const before = changes.get(chatId) ?? known(chatId);
    if (!before) {
      changes.set(chatId, { ...newContact(chatId, name), source: 'chat' });
      added += 1;
    } else if (before.source === 'chat' && name !== '' && name !== before.name) {
      changes.set(chatId, { ...before, name });
      changed += 1;
    }
  }
  return { changes: [...changes.values()], added, changed };
}

/** People of the phone's list who are not in it any more, marked so; nobody is deleted. */
export function markGone(known: readonly KeptContact[], read: readonly PhoneContact[]): KeptContact[] {
  const here = new Set(read.map(({ chatId }) => chatId));
  return known
    .filter(({ phoneName, chatId }) => phoneName !== null && !here.has(chatId))
    .map((contact) => ({ ...contact, phoneName: null, gone: true }));
}

/** Somebody with the name that a person gave them. */
export const named = (before: KeptContact | undefined, chatId: string, rawName: string): KeptContact => {
  const name = tidy(rawName);
  return { ...(before ?? newContact(chatId, name)), name, source: 'typed', gone: false };
};

/** A name on one line, no longer than the contract allows. */
export const tidy = (name: string): string => name.replace(/\s+/gu, ' ').trim().slice(0, nameMax);

export const newContact = (chatId: string, name: string): KeptContact => ({
  chatId,
  name,
  phone: isPersonChatId(chatId) ? formatPhone(digitsOf(chatId)) : '',
  source: 'typed',
  gone: false,
  note: '',
  lists: [],
  whatsapp: { at: 'unchecked' },
  groups: 0,
  usedAtMs: null,
  uses: 0,
  phoneName: null,
  deleted: false,
});

/** All that stays of somebody who was taken out. */
export const tombstone = (chatId: string): KeptContact => ({ ...newContact('', ''), chatId, deleted: true });
