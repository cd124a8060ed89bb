/** Chance that repeats itself: the same seed and label give the same values, on every machine. */
export type Random = {
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  text(alphabet: string, length: number): string;
};

/** A stream of its own per `label`, so that one part of the world never shifts the values of another. */
export function createRandom(seed: number, label: string): Random {
  let state = mixedSeed(seed, label);

  // mulberry32: 32 bits of state are plenty for names and ids, and it needs no library.
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }

  const int = (below: number): number => Math.floor(next() * below);

  return {
    int,
    pick: (from) => from[int(from.length)] ?? from[0],
    text: (alphabet, length) => Array.from({ length }, () => alphabet.charAt(int(alphabet.length))).join(''),
  };
}

/** FNV-1a over the label, started from the seed. */
function mixedSeed(seed: number, label: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of label) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash | 0;
}
