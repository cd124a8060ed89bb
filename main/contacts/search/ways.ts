import type { Bits } from './bits.ts';

/**
 * How everybody is found, by slot: the sum of the ways in which they are, 0 for whoever is not found. The best of the ways is
 * what counts, so of two sums the greater is never the worse.
 */
export type Ways = Uint8Array;

export const way = {
  nameBeginning: 128,
  wordBeginning: 64,
  number: 32,
  inWord: 16,
  /** In a note, or in the name of a list that the person is in. */
  aside: 8,
} as const;

/** The same when what was typed has to be read in another keyboard layout: worse than anything in the right one. */
export const wayInOtherLayout = { nameBeginning: 4, wordBeginning: 2, inWord: 1, aside: 1 } as const;

/** The best of the ways, from 8 to 1; 0 for none. */
export const gradeOf = (ways: number): number => 32 - Math.clz32(ways);

export const bestGrade = gradeOf(way.nameBeginning);

export function addWay(found: Ways, slots: Bits, added: number): void {
  for (let at = 0; at < slots.length; at += 1) {
    for (let rest = slots[at] ?? 0; rest !== 0; rest &= rest - 1) {
      const slot = (at << 5) + 31 - Math.clz32(rest & -rest);
      found[slot] = (found[slot] ?? 0) | added;
    }
  }
}

/** Whoever is found in one or the other way. */
export function addWays(found: Ways, others: Ways): void {
  for (let slot = 0; slot < found.length; slot += 1) found[slot] = (found[slot] ?? 0) | (others[slot] ?? 0);
}

/** Whoever is found by everything, in the worst of the ways. There is one at least. */
export function inAll([first = new Uint8Array(), ...others]: readonly Ways[]): Ways {
  for (const other of others) {
    for (let slot = 0; slot < first.length; slot += 1) {
      const ways = first[slot] ?? 0;
      if (ways !== 0) first[slot] = Math.min(ways, other[slot] ?? 0); // mostly nobody is found by a word
    }
  }
  return first;
}
