import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Chip } from '../../components/chip.tsx';
import { type Entries, keyOf } from '../../state/entries.ts';
import { useWords } from '../../words.ts';
import { sayProblem } from '../shared/say-problem.ts';

type ChipsProps = {
  readonly entries: Entries;
  /** Gives the focus back to the search. */
  readonly onLeave: () => void;
};

/** The people in the group. One of them is in the tab order; arrows go to the others, Delete takes one out. */
export function Chips({ entries, onLeave }: ChipsProps) {
  const t = useWords();
  const list = entries.list.value;
  const element = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const shown = Math.min(current, list.length - 1);
  const countBefore = useRef(list.length);

  // Who was added last is seen without scrolling.
  useLayoutEffect(() => {
    if (list.length > countBefore.current) element.current?.scrollTo({ top: element.current.scrollHeight });
    countBefore.current = list.length;
  }, [list.length]);

  if (list.length === 0) return null;

  const focusChip = (index: number) => {
    if (index < 0 || index >= list.length) return onLeave();
    setCurrent(index);
    element.current?.querySelectorAll<HTMLButtonElement>('.chip > button')[index]?.focus();
  };

  const takeOut = (index: number) => {
    const entry = list[index];
    if (!entry) return;
    entries.remove(keyOf(entry));
    // The next chip moves into this place with the next drawing.
    requestAnimationFrame(() => {
      const left = element.current?.querySelectorAll<HTMLButtonElement>('.chip > button');
      const next = left?.[Math.min(index, left.length - 1)];
      if (next) next.focus();
      else onLeave();
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => focusChip(Math.max(0, shown - 1)),
      ArrowUp: () => focusChip(Math.max(0, shown - 1)),
      ArrowRight: () => focusChip(shown + 1),
      ArrowDown: onLeave,
      Home: () => focusChip(0),
      End: () => focusChip(list.length - 1),
      Delete: () => takeOut(shown),
      Backspace: () => takeOut(shown),
      Escape: onLeave,
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };

  return (
    <ul class="chips" ref={element} aria-label={t('newGroup.chips')} onKeyDown={onKeyDown}>
      {list.map((entry, index) => (
        <Chip
          key={keyOf(entry)}
          name={entry.at === 'ready' ? entry.person.name : entry.name}
          phone={entry.at === 'ready' ? entry.person.phone : entry.text}
          problem={entry.at === 'ready' ? undefined : sayProblem(t, entry)}
          tabIndex={index === shown ? 0 : -1}
          onFocus={() => setCurrent(index)}
          onRemove={() => takeOut(index)}
        />
      ))}
    </ul>
  );
}
