import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { rowAt, rowPx, topsOf } from './row-tops.ts';

type RowWindowProps = {
  readonly count: number;
  readonly heightOf: (index: number) => number;
  readonly scroller: RefObject<HTMLElement | null>;
};

type RowWindow = {
  readonly first: number;
  readonly last: number;
  /** Where the first drawn row begins, and the height of all rows. */
  readonly topPx: number;
  readonly heightPx: number;
};

/** Drawn above and below what is seen, for what is scrolled in before the next frame. */
const aroundPx = 4 * rowPx;

/** Draws only the rows in view, of a list whose rows are of different but known heights. */
export function useRowWindow({ count, heightOf, scroller }: RowWindowProps): RowWindow {
  // In steps of a row: between two of them a scroll changes nothing that is drawn.
  const [scrolledPx, setScrolled] = useState(0);
  const [seenPx, setSeen] = useState(0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => setScrolled(Math.floor(element.scrollTop / rowPx) * rowPx);
    const resized = new ResizeObserver(() => setSeen(element.clientHeight));
    setSeen(element.clientHeight);
    resized.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  const tops = topsOf(count, heightOf);
  const first = rowAt(tops, scrolledPx - aroundPx);
  const last = Math.min(count - 1, rowAt(tops, scrolledPx + seenPx + rowPx + aroundPx));
  return { first, last, topPx: tops[first] ?? 0, heightPx: tops[count] ?? 0 };
}
