import type { KeptContact } from '../store.ts';
import { nameForms, numberBeginning, textForms } from './searched-text.ts';
import type { Slots } from './slots.ts';
import { digitsOfPerson } from './sort-keys.ts';
import { createTextField, type TextField } from './text-field.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** What people are searched by, written down when it is first needed. */
export type PeopleTexts = {
  /** `before` is undefined for who is new, `after` for who has gone. */
  change(slot: number, before: KeptContact | undefined, after: KeptContact | undefined): void;
  fields(): { readonly names: WordIndex; readonly numbers: TextField; readonly notes: WordIndex };
  /** Does a piece of what has to be done once; `true` when nothing is left of it. */
  step(): boolean;
};

/** So many are written down at one go: a few milliseconds. */
const batch = 1024;

export function createPeopleTexts({ at, taken }: Pick<Slots, 'at' | 'taken'>): PeopleTexts {
  const fields = { names: createWordIndex(), numbers: createTextField(), notes: createWordIndex() };
  /** Who is still to be written down; null before anybody was. */
  let waiting: Uint32Array | null = null;

  function write(slot: number, before: KeptContact | undefined, after: KeptContact | undefined): void {
    if (before?.name !== after?.name) {
      if (before) fields.names.remove(slot, nameForms(before.name));
      if (after) fields.names.put(slot, nameForms(after.name));
    }
    const [noteBefore, noteAfter] = [before?.note ?? '', after?.note ?? ''];
    if (noteBefore !== noteAfter) {
      fields.notes.remove(slot, textForms(noteBefore));
      fields.notes.put(slot, textForms(noteAfter));
    }
    fields.numbers.put(slot, after ? numberBeginning(digitsOfPerson(after)) : '');
  }

  function step(): boolean {
    waiting ??= taken();
    for (const slot of waiting.subarray(0, batch)) write(slot, undefined, at(slot));
    waiting = waiting.subarray(batch);
    return waiting.length === 0;
  }

  return {
    step,

    change(slot, before, after) {
      if (waiting) write(slot, before, after);
    },

    fields() {
      while (!step());
      return fields;
    },
  };
}
