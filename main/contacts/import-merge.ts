import { noteMax } from '../../core/contact.ts';
import { betterName } from '../../core/merge-people.ts';
import type { FilePerson } from './files/people-file.ts';
import { newContact, tidy } from './merge.ts';
import type { KeptContact } from './store.ts';

/**
 * Somebody as an import leaves them. A name given by hand stays. Of two names from files the better one is kept. The phone's
 * own name gives way, unless the file says less: one word where the phone has two, or none. A note only fills an empty one.
 */
export function merged(before: KeptContact | undefined, person: FilePerson, listIds: readonly string[]): KeptContact {
  const contact = before ?? { ...newContact(person.chatId, ''), source: 'file' };
  const name = nameFor(before, tidy(person.name));
  const note = contact.note === '' ? person.note.trim().slice(0, noteMax) : contact.note;
  const lists = [...new Set([...contact.lists, ...listIds])];
  const isRenamed = name !== contact.name;
  if (!isRenamed && note === contact.note && lists.length === contact.lists.length) return contact;
  return { ...contact, ...(isRenamed ? { name, source: 'file' } : {}), note, lists };
}

/** Whether an import would call this person otherwise than they are called now. */
export const isRenamedBy = (before: KeptContact, person: FilePerson): boolean =>
  nameFor(before, tidy(person.name)) !== before.name;

function nameFor(before: KeptContact | undefined, given: string): string {
  if (given === '' || before?.name === given) return before?.name ?? '';
  if (!before || before.name === '') return given;
  switch (before.source) {
    case 'typed':
      return before.name;
    case 'file':
      return betterName(before.name, given);
    case 'phone':
    case 'chat':
      return wordsOf(given) < wordsOf(before.name) ? before.name : given;
  }
}

/** First and last name are two; what comes on top says where somebody lives or works as often as who they are. */
const wordsOf = (name: string): number => Math.min(2, name.match(/\p{L}+/gu)?.length ?? 0);
