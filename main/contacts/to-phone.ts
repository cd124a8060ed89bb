import { ok } from '../../core/result.ts';
import type { PeopleBook } from './people-book.ts';
import { createSlowWork, type SlowWork, type WorkTools } from './slow-work.ts';

type ToPhoneDeps = WorkTools & {
  readonly book: PeopleBook;
  readonly changed: (accountId: string) => Promise<void>;
};

const nameMax = 100;

/**
 * Saves people into the phone's own contacts (addContact), so that those can be added to groups whose privacy settings ask for
 * it. Somebody who is there already counts as saved; who is not on WhatsApp is marked so.
 */
export function createToPhone({ book, changed, ...tools }: ToPhoneDeps): SlowWork {
  const { clock, store } = tools;
  return createSlowWork({
    ...{ ...tools, kind: 'to-phone', event: 'people.savingToPhone' },
    obstacle: async (accountId) => tools.obstacle(accountId),

    // Which word is the family's nobody knows; phones show the first name alone just as it stands.
    ask: (api, { chatId, name, phone }) => api.addContact({ chatId, firstName: (name || phone).slice(0, nameMax) }),

    async keep(accountId, { chatId }, { onWhatsapp }) {
      const unqueued = { kind: 'to-phone', chatIds: [chatId] } as const;
      if (onWhatsapp) return store.write(accountId, { unqueued });
      const atMs = clock.now();
      const kept = await book.change(accountId, ({ index, idOf }) => {
        const contact = index.get(idOf(chatId));
        const put = contact ? [{ ...contact, whatsapp: { at: 'no', checkedAtMs: atMs } as const }] : [];
        const checked = { chatId: contact?.chatId ?? chatId, isOn: false, atMs };
        return ok({ write: { put, checked, unqueued }, answer: null });
      });
      if (kept.ok) await changed(accountId);
      return kept;
    },
  });
}
