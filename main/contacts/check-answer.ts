import type { KnownPeople } from './people-book.ts';
import { movePerson } from './same-person.ts';
import type { PeopleWrite } from './store.ts';

/** An answer of checkWhatsapp about `chatId`. */
export type CheckAnswer = {
  readonly chatId: string;
  readonly answer: { readonly exists: boolean; readonly chatId: string | null; readonly lid: string | null };
  readonly atMs: number;
};

/**
 * What an answer changes. The number in it is the one that WhatsApp knows the person by, which may be another than the one we
 * asked about (Mexico's 521, Brazil's ninth digit); the privacy id is noted, so that a sync knows whose it is.
 */
export function learned(open: KnownPeople, { chatId: asked, answer, atMs }: CheckAnswer): PeopleWrite {
  const from = open.idOf(asked);
  const chatId = (answer.exists && answer.chatId) || from;
  const others = new Set([from, ...(answer.lid === null ? [] : [answer.lid])]);
  const move = movePerson(
    open,
    [...others].filter((id) => open.idOf(id) !== chatId),
    chatId,
  );
  const known = open.index.get(chatId);
  const put = move.put.length > 0 || !known ? move.put : [known];
  const whatsapp = { at: answer.exists ? 'yes' : 'no', checkedAtMs: atMs } as const;
  return {
    ...move,
    put: put.map((contact) => (contact.deleted ? contact : { ...contact, whatsapp })),
    checked: { chatId, isOn: answer.exists, atMs },
  };
}
