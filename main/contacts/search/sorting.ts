export type Compare = (a: number, b: number) => number;

/** So many are sorted at one go: a few milliseconds. */
const runLength = 4096;

/** Sorts slots a piece at a time; between the pieces others may have their turn. */
export function* sortInSteps(slots: Uint32Array, compare: Compare): Generator<void, Uint32Array> {
  let runs: Uint32Array[] = [];
  for (let start = 0; start < slots.length; start += runLength) {
    runs.push(slots.slice(start, start + runLength).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: Uint32Array[] = [];
    for (let place = 0; place < runs.length; place += 2) {
      const [one = new Uint32Array(), other] = [runs[place], runs[place + 1]];
      longer.push(other ? merged(one, other, compare) : one);
      yield;
    }
    runs = longer;
  }
  return runs[0] ?? new Uint32Array();
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
