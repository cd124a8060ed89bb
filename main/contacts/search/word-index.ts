import { type Bits, eachBit, noBits, withBit } from './bits.ts';
import { createOwners, lastPlace, type Owners } from './owners.ts';
import { createTextField } from './text-field.ts';

/** The words that begin with something, and those that hold it anywhere. */
export type FoundWords = { readonly begun: Bits; readonly holding: Bits };

/** Which words people have. A word that thousands share is looked into once. */
export type WordIndex = {
  /** `forms` are folded texts, each of them a way to write the same. */
  put(slot: number, forms: readonly string[]): void;
  /** Takes out what was put. */
  remove(slot: number, forms: readonly string[]): void;
  /** The words with this part, which has no space in it. */
  find(part: string): FoundWords;
  /** Adds ways to be found for everybody with one of the words: by the place of the word in their text. */
  readonly addWays: Owners['addWays'];
  /** This very word, if anybody has it. */
  exactly(word: string): Bits;
  /** Visits everybody with one of the words. */
  eachWith(words: Bits, visit: (slot: number, place: number) => void): void;
};

export function createWordIndex(): WordIndex {
  const ids = new Map<string, number>();
  const words = createTextField();
  const owners = createOwners();

  function idOf(word: string): number {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(word, id);
    words.put(id, word);
    return id;
  }

  return {
    addWays: owners.addWays,

    put(slot, forms) {
      eachWord(forms, (word, place) => owners.add(idOf(word), slot, place));
    },

    remove(slot, forms) {
      eachWord(forms, (word, place) => owners.remove(idOf(word), slot, place));
    },

    find: (part) => ({ begun: words.holders(`^${part}`), holding: words.holders(part) }),

    exactly(word) {
      const id = ids.get(`^${word}`);
      return id === undefined ? noBits : withBit(noBits, id, true);
    },

    eachWith: (found, visit) => eachBit(found, (word) => owners.each(word, visit)),
  };
}

/** Visits the words, each with `^` before it, and the places where they stand. */
function eachWord(forms: readonly string[], visit: (word: string, place: number) => void): void {
  for (const form of forms) {
    form.split(' ').forEach((word, place) => {
      if (word !== '') visit(`^${word}`, Math.min(place, lastPlace));
    });
  }
}
