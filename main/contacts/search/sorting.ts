export type Compare = (a: number, b: number) => number;

/** So many slots are looked at at one go: a few milliseconds. */
export const batch = 4096;

/**
 * Sorts slots by their keys, and those with the same key by `compare`. A piece at a time: between the pieces others may have
 * their turn.
 */
export function* sortInSteps(
  slots: Uint32Array,
  keyOf: (slot: number) => string,
  compare: Compare,
): Generator<void, Uint32Array> {
  // Keys that begin alike lie together; each heap of them is small enough to be sorted at one go.
  const heaps = new Map<string, Map<string, number[]>>();
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    const key = keyOf(slot);
    const heap = entry(heaps, key.slice(0, 1), () => new Map<string, number[]>());
    entry(heap, key, () => []).push(slot);
    if (at % batch === batch - 1) yield;
  }
  const result = new Uint32Array(slots.length);
  let end = 0;
  for (const first of [...heaps.keys()].sort()) {
    const heap = heaps.get(first) ?? new Map<string, number[]>();
    for (const key of [...heap.keys()].sort()) {
      const alike = heap.get(key) ?? [];
      result.set(alike.sort(compare), end);
      end += alike.length;
    }
    yield;
  }
  return result;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Both are sorted already. Quick also when one of them is short. */
export function merged(one: Uint32Array, other: Uint32Array, compare: Compare): Uint32Array {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  const result = new Uint32Array(long.length + short.length);
  let taken = 0;
  for (let at = 0; at < short.length; at += 1) {
    const slot = short[at] ?? 0;
    const place = placeOf(slot, long, taken, compare);
    for (; taken < place; taken += 1) result[taken + at] = long[taken] ?? 0;
    result[place + at] = slot;
  }
  result.set(long.subarray(taken), taken + short.length);
  return result;
}

/** How many of the sorted slots come before this one; it is known that the first `from` do. */
function placeOf(slot: number, slots: Uint32Array, from: number, compare: Compare): number {
  // In growing steps first: of two long runs the next place is mostly near.
  let step = 1;
  while (from + step <= slots.length && compare(slots[from + step - 1] ?? 0, slot) < 0) step *= 2;
  let low = from + (step >>> 1);
  let high = Math.min(from + step, slots.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(slots[middle] ?? 0, slot) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
