import { setImmediate } from 'node:timers/promises';
import type { Api } from '../../core/contract/calls.ts';
import { err, ok } from '../../core/result.ts';
import type { OpenPeople, PeopleBook } from './people-book.ts';
import { withId } from './same-person.ts';
import type { ContactStore, KeptContact, PeopleChange, PeopleWrite } from './store.ts';

type UndoDeps = {
  readonly book: PeopleBook;
  readonly store: Pick<ContactStore, 'change'>;
  readonly changed: (accountId: string) => Promise<void>;
};

/**
 * Takes back a change that was kept. What a person or the phone did to its people since then stays: only what the change
 * itself did is turned round. The count tells of how many people everything is as it was.
 */
export function createUndo({ book, store, changed }: UndoDeps): Api['people.undo'] {
  return async ({ accountId, undoId }) => {
    const undone = await book.change(accountId, async (open) => {
      const change = await store.change(accountId, undoId);
      if (!change) return err({ code: 'too-late' });
      const { write, count } = await turnRound(change, open);
      return ok({ write: { ...write, undone: undoId }, answer: { count } });
    });
    if (undone.ok) await changed(accountId);
    return undone;
  };
}

/** Somebody after the undo; null: nobody is left. `isEdited`: they stay, because a person has changed them since. */
type Back = { readonly contact: KeptContact | null; readonly isEdited?: boolean };

/** So many are looked at in one go: the window and the queue get their turn in between. */
const batchSize = 5_000;

async function turnRound(change: PeopleChange, open: OpenPeople): Promise<{ write: PeopleWrite; count: number }> {
  const put: KeptContact[] = [];
  const removed: string[] = [];
  let count = 0;
  const isList = (listId: string) =>
    open.lists.has(listId) || change.listsDeleted.some((deleted) => deleted.listId === listId);

  for (const [place, { before, after }] of change.people.entries()) {
    if (place % batchSize === batchSize - 1) await setImmediate();
    const chatId = open.idOf(after.chatId);
    const now = open.index.get(chatId);
    const back = change.kind === 'delete' ? backFromDeletion(before, now) : backTo(before, after, now);
    if (back === null) continue;
    if (!back.isEdited) count += 1;
    if (back.contact === null) removed.push(chatId);
    else put.push({ ...withId(back.contact, chatId), lists: back.contact.lists.filter(isList) });
  }

  const listsRemoved = emptied(change, open, put).filter((listId) => open.lists.has(listId));
  const unqueued = { kind: 'any', chatIds: removed } as const;
  return { write: { put, removed, lists: change.listsDeleted, listsRemoved, unqueued }, count };
}

/** Lists that the change made and nobody else was put into. */
function emptied({ listsMade, people }: PeopleChange, open: OpenPeople, put: readonly KeptContact[]): string[] {
  const ours = new Set(people.map(({ after }) => open.idOf(after.chatId)));
  const others = open.index.all().filter(({ chatId }) => !ours.has(chatId));
  return listsMade
    .map(({ listId }) => listId)
    .filter((listId) => ![...others, ...put].some(({ lists }) => lists.includes(listId)));
}

/** Whoever was added again in the meantime stays as they are. */
const backFromDeletion = (before: KeptContact | null, now: KeptContact | undefined): Back | null =>
  now === undefined && before !== null ? { contact: before } : null;

function backTo(before: KeptContact | null, after: KeptContact, now: KeptContact | undefined): Back | null {
  if (!now) return null;
  const rest = { ...now, lists: listsBack(before, after, now) };
  const { name, note, source } = after;
  if (before && name === before.name && note === before.note && source === before.source) return { contact: rest };
  if (now.name !== name || now.note !== note || now.source !== source) return { contact: rest, isEdited: true };
  if (before && !before.deleted) {
    const phoneName = before.source === 'phone' ? now.phoneName : null; // it may have changed on the phone since
    return { contact: { ...rest, name: phoneName || before.name, source: before.source, note: before.note } };
  }
  // Since then the phone has them too: they are its contacts now.
  if (now.phoneName !== null) return { contact: { ...rest, name: now.phoneName, source: 'phone', note: '' } };
  return { contact: before };
}

/** Only what the change did to the lists is turned round. */
function listsBack(before: KeptContact | null, after: KeptContact, now: KeptContact): string[] {
  const had = before?.lists ?? [];
  const kept = now.lists.filter((listId) => had.includes(listId) || !after.lists.includes(listId));
  return [...kept, ...had.filter((listId) => !after.lists.includes(listId) && !kept.includes(listId))];
}
