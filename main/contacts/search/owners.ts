import { type Bits, has } from './bits.ts';
import type { Ways } from './ways.ts';

/**
 * Who has which word, and in which place of their text: 0, 1, 2, or 3 and more. Nearly all of it lies in one piece, word after
 * word, which is small and quick to read through; who has come since lies beside it.
 */
export type Owners = {
  add(word: number, slot: number, place: number): void;
  remove(word: number, slot: number, place: number): void;
  /** Adds ways to be found, by the place of the word, for everybody who has one of the words. */
  addWays(found: Ways, words: Bits, byPlace: Ways): void;
  each(word: number, visit: (slot: number, place: number) => void): void;
};

export const lastPlace = 3;
const ownerOf = (slot: number, place: number): number => 4 * slot + place;

/** So many newcomers are borne in any case before the whole is written anew. */
const leastNewcomers = 2048;

export function createOwners(): Owners {
  let settled = new Uint32Array(0);
  /** Where in `settled` each word begins and ends. */
  let begins = new Uint32Array(0);
  let ends = new Uint32Array(0);
  let newcomers = new Map<number, number[]>();
  let count = 0;
  /** More than any word. */
  let words = 0;

  function settle(): void {
    const all = new Uint32Array(settled.length + count);
    const [newBegins, newEnds] = [new Uint32Array(words), new Uint32Array(words)];
    let end = 0;
    for (let word = 0; word < words; word += 1) {
      newBegins[word] = end;
      for (const owners of [settled.subarray(begins[word] ?? 0, ends[word] ?? 0), newcomers.get(word) ?? []]) {
        all.set(owners, end);
        end += owners.length;
      }
      newEnds[word] = end;
    }
    [settled, begins, ends, newcomers, count] = [all.slice(0, end), newBegins, newEnds, new Map(), 0];
  }

  /** Plain loops: for a single letter this runs over most of the words of everybody. */
  function addWaysToSettled(found: Ways, words: Bits, byPlace: Ways): void {
    const length = Math.min(words.length, (begins.length + 31) >>> 5);
    for (let at = 0; at < length; at += 1) {
      for (let rest = words[at] ?? 0; rest !== 0; rest &= rest - 1) {
        const word = (at << 5) + 31 - Math.clz32(rest & -rest);
        const end = ends[word] ?? 0;
        for (let next = begins[word] ?? end; next < end; next += 1) {
          const owner = settled[next] ?? 0;
          found[owner >>> 2] = (found[owner >>> 2] ?? 0) | (byPlace[owner & lastPlace] ?? 0);
        }
      }
    }
  }

  return {
    add(word, slot, place) {
      const owners = newcomers.get(word);
      if (owners) owners.push(ownerOf(slot, place));
      else newcomers.set(word, [ownerOf(slot, place)]);
      count += 1;
      words = Math.max(words, word + 1);
    },

    remove(word, slot, place) {
      const owners = newcomers.get(word) ?? [];
      const isNew = owners.indexOf(ownerOf(slot, place));
      if (isNew >= 0) {
        owners.splice(isNew, 1);
        return;
      }
      const [begin, end] = [begins[word] ?? 0, ends[word] ?? 0];
      const at = settled.subarray(begin, end).indexOf(ownerOf(slot, place));
      if (at < 0) return;
      settled.copyWithin(begin + at, begin + at + 1, end);
      ends[word] = end - 1;
    },

    addWays(found, words, byPlace) {
      if (count > leastNewcomers + settled.length / 8) settle();
      addWaysToSettled(found, words, byPlace);
      for (const [word, owners] of newcomers) {
        if (!has(words, word)) continue;
        for (const owner of owners) found[owner >>> 2] = (found[owner >>> 2] ?? 0) | (byPlace[owner & lastPlace] ?? 0);
      }
    },

    each(word, visit) {
      for (const owners of [settled.subarray(begins[word] ?? 0, ends[word] ?? 0), newcomers.get(word) ?? []]) {
        for (const owner of owners) visit(owner >>> 2, owner & lastPlace);
      }
    },
  };
}
