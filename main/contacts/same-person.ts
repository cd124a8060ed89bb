import { digitsOf, isPersonChatId, toPersonChatId } from '../../core/chat-id.ts';
import { noteMax } from '../../core/contact.ts';
import { otherForm } from '../../core/country-rules.ts';
import { formatPhone } from '../../core/phone.ts';
import { tombstone } from './merge.ts';
import type { KnownPeople } from './people-book.ts';
import type { KeptContact, PeopleWrite } from './store.ts';

type Move = Required<Pick<PeopleWrite, 'put' | 'removed' | 'otherIds'>>;

/**
 * Several ids are one person: a privacy id and its number, a number and the one that followed it. Whoever was known by `from`
 * is known by `to` from now on, with lists, note and uses. Whom somebody took out stays out under all of them.
 */
export function movePerson(
  { index, deleted }: Pick<KnownPeople, 'index' | 'deleted'>,
  from: readonly string[],
  to: string,
): Move {
  const otherIds = from.map((otherId) => ({ otherId, chatId: to }));
  const removed = from.filter((chatId) => index.get(chatId) || deleted.has(chatId));
  if (deleted.has(to)) return { put: [], removed, otherIds };
  const there = index.get(to);
  if (!there && from.some((chatId) => deleted.has(chatId))) return { put: [tombstone(to)], removed, otherIds };
  const moved = from.flatMap((chatId) => index.get(chatId) ?? []).map((contact) => withId(contact, to));
  const [first, ...others] = there ? [there, ...moved] : moved;
  return { put: first ? [others.reduce(joined, first)] : [], removed, otherIds };
}

/** The other form of a number that WhatsApp may know in two (Mexico, Argentina, Brazil); null for all others. */
export function twinOf(chatId: string): string | null {
  const digits = isPersonChatId(chatId) ? otherForm(digitsOf(chatId)) : null;
  return digits === null ? null : toPersonChatId(digits);
}

/** The same person under another id. */
export const withId = (contact: KeptContact, chatId: string): KeptContact => ({
  ...contact,
  chatId,
  phone: isPersonChatId(chatId) ? formatPhone(digitsOf(chatId)) : contact.phone,
});

function joined(there: KeptContact, moved: KeptContact): KeptContact {
  const isBetter = weight(moved) > weight(there);
  const named = isBetter ? { ...there, name: moved.name, source: moved.source } : there;
  const note =
    there.note === moved.note ? there.note : [there.note, moved.note].filter((part) => part !== '').join('\n');
  return {
    ...named,
    note: note.slice(0, noteMax),
    lists: [...new Set([...there.lists, ...moved.lists])],
    phoneName: there.phoneName || moved.phoneName,
    gone: there.gone && moved.gone,
    whatsapp: there.whatsapp.at === 'unchecked' ? moved.whatsapp : there.whatsapp,
    groups: Math.max(there.groups, moved.groups),
    uses: there.uses + moved.uses,
    usedAtMs: Math.max(there.usedAtMs ?? 0, moved.usedAtMs ?? 0) || null,
  };
}

/** A name that somebody typed comes before one from a file, and any before the phone's or none. */
const weight = ({ name, source }: KeptContact): number =>
  name === '' ? 0 : source === 'typed' ? 3 : source === 'file' ? 2 : 1;
