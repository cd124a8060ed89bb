import { setImmediate } from 'node:timers/promises';
import type { Contact } from '../../core/contact.ts';
import type { PeopleBook } from './people-book.ts';
import type { ContactStore } from './store.ts';

/** What checkWhatsapp said of these ids, contacts or not; those never asked about are left out. */
export type AnswersOf = (
  accountId: string,
  chatIds: readonly string[],
) => Promise<ReadonlyMap<string, Contact['whatsapp']>>;

/** Tells of an id whether checkWhatsapp said no to it lately. */
export type WhoIsOff = (accountId: string) => Promise<(chatId: string) => boolean>;

/** People do join WhatsApp: no answer holds for ever. */
const offForMs = 30 * 86_400_000;

type WhoIsOffDeps = {
  readonly book: PeopleBook;
  readonly store: Pick<ContactStore, 'off'>;
  readonly now: () => number;
};

export function createWhoIsOff({ book, store, now }: WhoIsOffDeps): WhoIsOff {
  return async (accountId) => {
    const off = new Set(await store.off(accountId, now() - offForMs));
    const { idOf } = await book.open(accountId);
    return (chatId) => off.size > 0 && off.has(idOf(chatId));
  };
}

const batchSize = 5_000;

export function createAnswersOf({ book, store }: { book: PeopleBook; store: Pick<ContactStore, 'checks'> }): AnswersOf {
  return async (accountId, chatIds) => {
    const { index, idOf } = await book.open(accountId);
    const answers = new Map<string, Contact['whatsapp']>();
    for (let start = 0; start < chatIds.length; start += batchSize) {
      const batch = chatIds.slice(start, start + batchSize).map((chatId) => ({ chatId, id: idOf(chatId) }));
      const kept = await store.checks(
        accountId,
        batch.map(({ id }) => id),
      );
      for (const { chatId, id } of batch) {
        // A number that somebody had before may have been asked about under its contact.
        const answer = kept.get(id) ?? index.get(id)?.whatsapp;
        if (answer && answer.at !== 'unchecked') answers.set(chatId, answer);
      }
      await setImmediate();
    }
    return answers;
  };
}
