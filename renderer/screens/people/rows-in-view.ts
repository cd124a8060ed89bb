/** A part of a list whose rows are all of one height. */
export type View = {
  /** How far the list is scrolled, and how much of it is seen. */
  readonly offsetPx: number;
  readonly viewPx: number;
  readonly rowPx: number;
  readonly count: number;
};

/** Rows drawn before and after those in view, for what is scrolled in before the next frame. */
const around = 4;

/** The first and the last row to be drawn; the last is before the first in an empty list. */
export function rowsInView({ offsetPx, viewPx, rowPx, count }: View): {
  readonly first: number;
  readonly last: number;
} {
  const top = Math.min(Math.floor(offsetPx / rowPx), count - 1);
  return {
    first: Math.max(0, top - around),
    last: Math.min(count - 1, Math.ceil((offsetPx + viewPx) / rowPx) - 1 + around),
  };
}

/** How far to scroll so that all of a row is seen: as little as that takes. */
export function offsetToShow(index: number, { offsetPx, viewPx, rowPx }: Omit<View, 'count'>): number {
  const top = index * rowPx;
  if (top < offsetPx) return top;
  return Math.max(offsetPx, top + rowPx - viewPx);
}
