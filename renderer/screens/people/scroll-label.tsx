import { useEffect, useRef, useState } from 'preact/hooks';
import { useStates } from '../../states.ts';
import { useFormat } from '../../words.ts';

type ScrollLabelProps = {
  /** The uppermost row in view, and how many are seen. */
  readonly topRow: number;
  readonly rowsSeen: number;
  readonly total: number;
};

/** Shorter lists are seen at a glance. */
const longList = 500;
const goneAfterMs = 700;

/** Where in the list one is while its scrollbar is dragged: the first letter and the place of the uppermost row. */
export function ScrollLabel({ topRow, rowsSeen, total }: ScrollLabelProps) {
  const format = useFormat();
  const { clock, work } = useStates();
  const { list } = work.people;
  const [isSeen, setSeen] = useState(false);
  const before = useRef(topRow);

  useEffect(() => {
    // A wheel and the keys move by a view at most; only a dragged bar jumps.
    const isDragged = total >= longList && Math.abs(topRow - before.current) > 1.5 * rowsSeen;
    before.current = topRow;
    if (isDragged) setSeen(true);
    return clock.after(goneAfterMs, () => setSeen(false));
  }, [topRow]);

  if (!isSeen) return null;
  const index = Math.min(total - 1, topRow);
  const question = list.shown.value;
  const isByName = question?.text.trim() === '' && question.order !== 'phone' && question.order !== 'phone-down';
  const letter = isByName ? [...(list.at(index)?.name ?? '')][0]?.toUpperCase() : undefined;
  const number = format.number(index + 1);
  const share = topRow / Math.max(1, total - rowsSeen);
  return (
    <span class="scroll-label" aria-hidden="true" style={{ top: `${100 * Math.min(1, share)}%` }}>
      {letter ? `${letter} · ${number}` : number}
    </span>
  );
}
