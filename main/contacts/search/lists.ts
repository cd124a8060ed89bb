import { type Bits, noBits, withBit } from './bits.ts';
import { textForms } from './searched-text.ts';

/** The saved lists: who is in them, and what they are called. */
export type Lists = {
  change(slot: number, before: readonly string[], after: readonly string[]): void;
  name(lists: readonly { readonly listId: string; readonly name: string }[]): void;
  members(listId: string): Bits;
  /** The members of every list whose name holds the word. */
  named(word: string): readonly Bits[];
};

export function createLists(): Lists {
  const membersOf = new Map<string, Bits>();
  let names: readonly { readonly listId: string; readonly text: string }[] = [];
  const members = (listId: string): Bits => membersOf.get(listId) ?? noBits;

  return {
    members,

    change(slot, before, after) {
      for (const listId of before) membersOf.set(listId, withBit(members(listId), slot, false));
      for (const listId of after) membersOf.set(listId, withBit(members(listId), slot, true));
    },

    name(lists) {
      names = lists.map(({ listId, name }) => ({ listId, text: textForms(name).join('^') }));
    },

    named: (word) => names.filter(({ text }) => text.includes(word)).map(({ listId }) => members(listId)),
  };
}
