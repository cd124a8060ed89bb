import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStates } from '../../states.ts';
import { useFormat } from '../../words.ts';

type ScrollLabelProps = {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowPx: number;
  readonly total: number;
};

/** Where in the list one is while its scrollbar is dragged: the first letter and the place of the uppermost row. */
type Place = { readonly index: number; readonly share: number };

/** Shorter lists are seen at a glance. */
const longList = 500;
const goneAfterMs = 700;

export function ScrollLabel({ scroller, rowPx, total }: ScrollLabelProps) {
  const format = useFormat();
  const { list } = useStates().work.people;
  const [place, setPlace] = useState<Place | null>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element || total < longList) return;
    let before = element.scrollTop;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      // A wheel and the keys move by a view at most; only a dragged bar jumps.
      const isDragged = Math.abs(scrollTop - before) > 1.5 * clientHeight;
      before = scrollTop;
      if (!isDragged && timer === undefined) return;
      setPlace({ index: Math.floor(scrollTop / rowPx), share: scrollTop / (scrollHeight - clientHeight) });
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        setPlace(null);
      }, goneAfterMs);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      clearTimeout(timer);
    };
  }, [total, rowPx]);

  if (!place) return null;
  const isByName = list.order.value !== 'phone' && list.order.value !== 'phone-down' && list.text.value.trim() === '';
  const letter = isByName ? [...(list.at(place.index)?.name ?? '')][0]?.toUpperCase() : undefined;
  const number = format.number(place.index + 1);
  return (
    <span class="scroll-label" aria-hidden="true" style={{ top: `${100 * place.share}%` }}>
      {letter ? `${letter} · ${number}` : number}
    </span>
  );
}
