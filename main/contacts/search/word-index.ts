import type { Bits } from './bits.ts';
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
  /** Visits everybody whose text has this very word. */
  eachWith(word: string, visit: (slot: number, place: number) => void): void;
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
      for (const [word, place] of wordsOf(forms)) owners.add(idOf(word), slot, place);
    },

    remove(slot, forms) {
      for (const [word, place] of wordsOf(forms)) owners.remove(idOf(word), slot, place);
    },

    find: (part) => ({ begun: words.holders(`^${part}`), holding: words.holders(part) }),

    eachWith(word, visit) {
      const id = ids.get(`^${word}`);
      if (id !== undefined) owners.each(id, visit);
    },
  };
}

/** The words, each with `^` before it, and every place where one stands. */
function wordsOf(forms: readonly string[]): [word: string, place: number][] {
  const found = new Map<string, [string, number]>();
  for (const form of forms) {
    form.split(' ').forEach((text, at) => {
      const [word, place] = [`^${text}`, Math.min(at, lastPlace)];
      if (text !== '') found.set(`${place}${word}`, [word, place]);
    });
  }
  return [...found.values()];
}
