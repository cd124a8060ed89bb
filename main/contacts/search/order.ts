import { type Bits, has, noBits, placesIn, withBit } from './bits.ts';
import { type Compare, merged } from './sorting.ts';

/** The slots in one order, also those that nobody has any more, sorted when they are first asked for and kept so. */
export type Order = {
  /** Somebody has come, gone, or changed what they are sorted by. */
  change(slot: number): void;
  /** Must not be changed. */
  slots(): Uint32Array;
  /** Does a piece of the first sorting; `true` when nothing is left of it. */
  step(): boolean;
};

type OrderDeps = {
  readonly compare: Compare;
  /** Sorts everybody for the first time. */
  readonly sortAll: () => Generator<void, Uint32Array>;
};

export function createOrder({ compare, sortAll }: OrderDeps): Order {
  let sorted: Uint32Array | null = null;
  let sorting: Generator<void, Uint32Array> | null = null;
  let changed: Bits = noBits;

  function step(): boolean {
    if (sorted) return true;
    sorting ??= sortAll();
    const next = sorting.next();
    if (next.done) sorted = next.value;
    return sorted !== null;
  }

  /** Takes out who has changed and puts them where they belong now. */
  function caughtUp(before: Uint32Array): Uint32Array {
    const others = leftOf(before, changed);
    const moved = Uint32Array.from(placesIn(changed)).sort(compare);
    changed = noBits;
    return merged(others, moved, compare);
  }

  return {
    step,

    change(slot) {
      // What is half sorted by the old values is of no use any more.
      sorting = null;
      if (sorted) changed = withBit(changed, slot, true);
    },

    slots() {
      while (!sorted) step();
      if (changed.length > 0) sorted = caughtUp(sorted);
      return sorted;
    },
  };
}

function leftOf(slots: Uint32Array, changed: Bits): Uint32Array {
  const left = new Uint32Array(slots.length);
  let count = 0;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    if (has(changed, slot)) continue;
    left[count] = slot;
    count += 1;
  }
  return left.subarray(0, count);
}
