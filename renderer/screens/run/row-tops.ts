/** How high a row is that is not read yet, and one without anything under its first line. */
export const rowPx = 40;

/** Where each row begins, and at last where the list ends: rows may be of different heights. */
export function topsOf(count: number, heightOf: (index: number) => number): readonly number[] {
  const tops = [0];
  for (let index = 0; index < count; index += 1) tops.push((tops[index] ?? 0) + heightOf(index));
  return tops;
}

/** The row that stands at this height of the list: the last one that begins there or above. */
export function rowAt(tops: readonly number[], px: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  return low;
}
