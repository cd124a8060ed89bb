import { useEffect, useRef, useState } from 'preact/hooks';
import { useStates } from '../../states.ts';
import { useFormat } from '../../words.ts';

type ScrollLabelProps = {
  /** How far the list is scrolled, and how much of it is seen. */
  readonly offsetPx: number;
  readonly viewPx: number;
  readonly rowPx: number;
  readonly total: number;
};

/** Shorter lists are seen at a glance. */
const longList = 500;
const goneAfterMs = 700;

/** Where in the list one is while its scrollbar is dragged: the first letter and the place of the uppermost row. */
export function ScrollLabel({ offsetPx, viewPx, rowPx, total }: ScrollLabelProps) {
  const format = useFormat();
  const { clock, work } = useStates();
  const { list } = work.people;
  const [isSeen, setSeen] = useState(false);
  const before = useRef(offsetPx);

  useEffect(() => {
    // A wheel and the keys move by a view at most; only a dragged bar jumps.
    const isDragged = total >= longList && Math.abs(offsetPx - before.current) > 1.5 * viewPx;
    before.current = offsetPx;
    if (isDragged) setSeen(true);
    return clock.after(goneAfterMs, () => setSeen(false));
  }, [offsetPx]);

  if (!isSeen) return null;
  const index = Math.min(total - 1, Math.floor(offsetPx / rowPx));
  const isByName = list.order.value !== 'phone' && list.order.value !== 'phone-down' && list.text.value.trim() === '';
  const letter = isByName ? [...(list.at(index)?.name ?? '')][0]?.toUpperCase() : undefined;
  const number = format.number(index + 1);
  const share = offsetPx / Math.max(1, total * rowPx - viewPx);
  return (
    <span class="scroll-label" aria-hidden="true" style={{ top: `${100 * Math.min(1, share)}%` }}>
      {letter ? `${letter} · ${number}` : number}
    </span>
  );
}
