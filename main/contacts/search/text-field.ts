import { type Bits, eachBit, withBit } from './bits.ts';
import { createGrams } from './grams.ts';

/** Short texts by their place, quick to look into. */
export type TextField = {
  /** An empty text takes out what was there. */
  put(place: number, text: string): void;
  /** The places of all texts that hold the needle. */
  holders(needle: string): Bits;
};

export function createTextField(): TextField {
  const texts: string[] = [];
  const grams = createGrams();

  return {
    put(place, text) {
      const before = texts[place] ?? '';
      if (text === before) return;
      grams.remove(place, before);
      while (texts.length <= place) texts.push('');
      texts[place] = text;
      grams.put(place, text);
    },

    holders(needle) {
      const likely = grams.likely(needle);
      if (grams.isCertain(needle)) return likely;
      const found = likely.slice();
      eachBit(likely, (place) => {
        if (!texts[place]?.includes(needle)) withBit(found, place, false);
      });
      return found;
    },
  };
}
