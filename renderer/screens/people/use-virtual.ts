import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

type VirtualProps = {
  readonly count: number;
  readonly rowPx: number;
  /** What stands over the first row and stays there. */
  readonly headPx: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Room under the last row, for what floats over the list. */
  readonly paddingEnd: number;
};

/** Draws only the rows in view of a list of any length. */
export function useVirtual(props: VirtualProps): Virtualizer<HTMLElement, Element> {
  const { count, rowPx, headPx, scroller, paddingEnd } = props;
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    paddingEnd,
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
    scrollPaddingEnd: paddingEnd,
    estimateSize: () => rowPx,
    getScrollElement: () => scroller.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: 4,
    onChange: () => drawAgain(0),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLElement, Element>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  return virtual;
}
