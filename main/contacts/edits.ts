import type { Api } from '../../core/contract/calls.ts';
import { err, ok } from '../../core/result.ts';
import { isPerson, named, tidy, tombstone } from './merge.ts';
import type { PeopleBook } from './people-book.ts';
import { shown } from './reading.ts';
import type { KeptContact } from './store.ts';

export type Edits = { readonly [C in 'keep' | 'edit' | 'delete']: Api[`people.${C}`] };

type EditsDeps = {
  readonly book: PeopleBook;
  readonly changed: (accountId: string) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
};

/** What people do to single contacts. */
export function createEdits({ book, changed, now, newId }: EditsDeps): Edits {
  return {
    async keep({ accountId, person: { chatId, name, phone } }) {
      if (!isPerson(chatId)) return err({ code: 'bad-number', number: phone, guess: null });
      const kept = await book.change(accountId, ({ index, idOf }) => {
        const known = idOf(chatId);
        const contact = named(index.get(known), known, name);
        return ok({ write: { put: [contact] }, answer: known });
      });
      if (!kept.ok) return kept;
      await changed(accountId);
      const contact = (await book.open(accountId)).index.get(kept.value);
      return contact ? ok(shown(contact)) : err({ code: 'too-late' });
    },

    async edit({ accountId, chatId, name, note }) {
      const edited = await book.change(accountId, ({ index, idOf }) => {
        const before = index.get(idOf(chatId));
        if (!before) return err({ code: 'not-found' });
        const renamed = name === undefined ? before : rename(before, tidy(name));
        if (renamed === null) return err({ code: 'bad-request', field: 'name' });
        const contact = note === undefined ? renamed : { ...renamed, note: note.trim() };
        return ok({ write: { put: [contact] }, answer: shown(contact) });
      });
      if (edited.ok) await changed(accountId);
      return edited;
    },

    async delete({ accountId, chatIds }) {
      const deleted = await book.change(accountId, ({ index, idOf }) => {
        const people = [...new Set(chatIds.map(idOf))].flatMap((chatId) => {
          const before = index.get(chatId);
          return before ? [{ before, after: tombstone(chatId) }] : [];
        });
        if (people.length === 0) return err({ code: 'not-found' });
        const changeId = newId();
        const change = { changeId, kind: 'delete', atMs: now(), listsMade: [], listsDeleted: [], people } as const;
        const put = people.map(({ after }) => after);
        const unqueued = { kind: 'any', chatIds: put.map(({ chatId }) => chatId) } as const;
        return ok({ write: { put, change, unqueued }, answer: { undoId: changeId, count: people.length } });
      });
      if (deleted.ok) await changed(accountId);
      return deleted;
    },
  };
}

/** An emptied name is the phone's again; null when nothing would be left to call them. */
function rename(before: KeptContact, name: string): KeptContact | null {
  if (name === before.name) return before;
  if (name !== '') return { ...before, name, source: 'typed' };
  const { phoneName } = before;
  if (phoneName) return { ...before, name: phoneName, source: 'phone' };
  return before.phone === '' ? null : { ...before, name: '', source: phoneName === null ? 'typed' : 'phone' };
}
