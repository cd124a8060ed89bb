import type { KeptContact } from '../store.ts';

/** Whom a question has found, in its order. To be read before the next change of the contacts. */
export type Found = {
  readonly total: number;
  page(offset: number, limit: number): readonly KeptContact[];
  ids(offset: number, limit: number): readonly string[];
};

/** The same, with the slots of those who were found. */
export type FoundSlots = Found & { slots(offset: number, limit: number): Uint32Array };

type FoundDeps = {
  /** By slot, 0 for whoever is not found. */
  readonly grades: Uint8Array;
  /** How many have each grade. */
  readonly counts: Uint32Array;
  readonly sequence: Uint32Array;
  readonly at: (slot: number) => KeptContact | undefined;
};

/** Whoever has a grade, the best first, and equals as they stand in the `sequence` of slots. */
export function createFound({ grades, counts, sequence, at }: FoundDeps): FoundSlots {
  /** Where each grade begins. */
  const begins = counts.map((_, of) => counts.subarray(of + 1).reduce((sum, count) => sum + count, 0));
  const total = begins[0] ?? 0;

  function slots(offset: number, limit: number): Uint32Array {
    const next = begins.slice();
    const page = new Uint32Array(Math.max(0, Math.min(limit, total - offset)));
    let missing = page.length;
    for (let place = 0; missing > 0 && place < sequence.length; place += 1) {
      const slot = sequence[place] ?? 0;
      const of = grades[slot] ?? 0;
      if (of === 0) continue;
      const row = (next[of] ?? 0) - offset;
      next[of] = row + offset + 1;
      if (row < 0 || row >= page.length) continue;
      page[row] = slot;
      missing -= 1;
    }
    return page;
  }

  const page = (offset: number, limit: number): KeptContact[] =>
    Array.from(slots(offset, limit), at).filter((contact) => contact !== undefined);
  return { total, slots, page, ids: (offset, limit) => page(offset, limit).map(({ chatId }) => chatId) };
}
