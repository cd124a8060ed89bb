/** So many rows are read or written in one go: about 10 ms, then the window and the queue get their turn. */
export const partSize = 1_000;

/** A long list in pieces that one step takes. */
export function* parts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += partSize) yield all.slice(start, start + partSize);
}
