import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { offsetToShow, rowsInView } from './rows-in-view.ts';

type VirtualProps = {
  readonly count: number;
  readonly rowPx: number;
  /** What stands over the first row and stays there. */
  readonly headPx: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Room under the last row, for what floats over the list. */
  readonly paddingEnd: number;
};

type Virtual = {
  readonly first: number;
  readonly last: number;
  /** How far the list is scrolled, in whole rows. */
  readonly topRow: number;
  /** How many rows are seen whole. */
  readonly rowsSeen: number;
  /** The height of all rows and the room under them. */
  readonly heightPx: number;
  /** Scrolls no further than it takes to see all of a row. */
  readonly show: (index: number) => void;
};

/** Draws only the rows in view of a list of any length. All rows are of one height. */
export function useVirtual({ count, rowPx, headPx, scroller, paddingEnd }: VirtualProps): Virtual {
  // In whole rows: between two of them a scroll changes nothing that is drawn.
  const [topRow, setTopRow] = useState(0);
  const [seenPx, setSeenPx] = useState(0);
  const viewPx = Math.max(0, seenPx - headPx);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => setTopRow(Math.floor(element.scrollTop / rowPx));
    const resized = new ResizeObserver(([entry]) => entry && setSeenPx(entry.contentRect.height));
    setSeenPx(element.clientHeight);
    resized.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [rowPx, scroller]);

  // One row more than is seen: the uppermost may stand out by a part.
  const { first, last } = rowsInView({ offsetPx: topRow * rowPx, viewPx: viewPx + rowPx, rowPx, count });
  return {
    first,
    last,
    topRow,
    rowsSeen: Math.floor(viewPx / rowPx),
    heightPx: count * rowPx + paddingEnd,
    show(index) {
      const element = scroller.current;
      if (!element) return;
      const place = { offsetPx: element.scrollTop, viewPx: viewPx - paddingEnd, rowPx };
      element.scrollTop = offsetToShow(index, place);
    },
  };
}
