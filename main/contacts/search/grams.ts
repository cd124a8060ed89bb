import { type Bits, both, noBits, withBit } from './bits.ts';

/** For every sign and every two signs side by side: the places of the texts that hold them. */
export type Grams = {
  put(place: number, text: string): void;
  remove(place: number, text: string): void;
  /** The texts that hold all that stands side by side in the needle: those that hold it, and a few others. */
  likely(needle: string): Bits;
  /** Whether there are no others. */
  isCertain(needle: string): boolean;
};

/** Signs of searched texts that are told apart; the letters of other scripts share what is left. */
const ownSigns = ' ^0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJ';
const signBits = 7;
const firstShared = ownSigns.length + 1;
const sharedSigns = 2 ** signBits - firstShared;
const signOfCode = Uint8Array.from({ length: 128 }, (_, code) => ownSigns.indexOf(String.fromCharCode(code)) + 1);

const signOf = (code: number): number => (code < 128 && signOfCode[code]) || firstShared + (code % sharedSigns);

export function createGrams(): Grams {
  const holders = new Array<Bits | undefined>(2 ** (2 * signBits));

  function set(place: number, text: string, isIn: boolean): void {
    let before = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = signOf(text.charCodeAt(at));
      const pair = (before << signBits) | sign;
      holders[sign] = withBit(holders[sign] ?? noBits, place, isIn);
      holders[pair] = withBit(holders[pair] ?? noBits, place, isIn);
      before = sign;
    }
  }

  return {
    put: (place, text) => set(place, text, true),
    remove: (place, text) => set(place, text, false),

    likely(needle) {
      let before = signOf(needle.charCodeAt(0));
      let found = holders[before] ?? noBits;
      for (let at = 1; at < needle.length && found.length > 0; at += 1) {
        const sign = signOf(needle.charCodeAt(at));
        found = both(found, holders[(before << signBits) | sign] ?? noBits);
        before = sign;
      }
      return found;
    },

    isCertain: (needle) =>
      needle.length <= 2 && Array.from(needle).every((sign) => signOf(sign.charCodeAt(0)) < firstShared),
  };
}
