/**
 * A set of small numbers, a bit for each. It may be too short for some: whatever is beyond its end is not in it.
 * Only its owner changes it.
 */
export type Bits = Uint32Array;

export const noBits: Bits = new Uint32Array(0);

export const has = (bits: Bits, place: number): boolean => (((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;

/** Puts the number in, or takes it out. Answers the same set, or a longer one where there was no room. */
export function withBit(bits: Bits, place: number, isIn: boolean): Bits {
  const at = place >>> 5;
  if (at >= bits.length && !isIn) return bits;
  const roomy = at < bits.length ? bits : grown(bits, at + 1);
  const word = roomy[at] ?? 0;
  roomy[at] = isIn ? word | (1 << (place & 31)) : word & ~(1 << (place & 31));
  return roomy;
}

/** An eighth more than is asked for, so that a growing set is not copied again and again. */
function grown(bits: Bits, words: number): Bits {
  const longer = new Uint32Array(words + (words >>> 3) + 4);
  longer.set(bits);
  return longer;
}

export function both(one: Bits, other: Bits): Bits {
  const result = new Uint32Array(Math.min(one.length, other.length));
  let any = 0;
  for (let at = 0; at < result.length; at += 1) {
    const word = (one[at] ?? 0) & (other[at] ?? 0);
    result[at] = word;
    any |= word;
  }
  return any === 0 ? noBits : result;
}

/** Visits the numbers in the set, the lowest first. */
export function eachBit(bits: Bits, visit: (place: number) => void): void {
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) visit((at << 5) + 31 - Math.clz32(word & -word));
  }
}

export function placesIn(bits: Bits): number[] {
  const places: number[] = [];
  eachBit(bits, (place) => places.push(place));
  return places;
}
