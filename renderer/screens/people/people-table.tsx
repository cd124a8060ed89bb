import { useEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../../core/contact.ts';
import { canBeAdded } from '../../state/entries.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { PersonRow } from './person-row.tsx';
import { useVirtual } from './use-virtual.ts';

const rowPx = 36;
const barPx = 72;

/** The list of contacts: one focus for the whole of it, arrows point, Space and clicks choose. */
export function PeopleTable({ total }: { readonly total: number }) {
  const t = useWords();
  const { chosen, people } = useStates().work;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [anchor, setAnchor] = useState(0);
  const paddingEnd = chosen.people.value.length > 0 ? barPx : 0;
  const virtual = useVirtual({ count: total, rowPx, scroller, paddingEnd });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const pointed = Math.min(active, total - 1);

  useEffect(() => void people.want(first, last), [first, last, people, people.pages.value]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    setActive(0);
  }, [people.text.value]);

  const choose = (index: number, isRange: boolean) => {
    setActive(index);
    if (isRange) chosen.add(peopleBetween(anchor, index));
    else toggle(people.at(index));
    setAnchor(index);
  };
  const toggle = (person: Contact | undefined) => {
    if (person && canBeAdded(person)) chosen.toggle(person);
  };
  const peopleBetween = (a: number, b: number) =>
    Array.from({ length: Math.abs(a - b) + 1 }, (_, n) => people.at(Math.min(a, b) + n)).flatMap((person) =>
      person && canBeAdded(person) ? [person] : [],
    );
  const point = (index: number, event: KeyboardEvent) => {
    const next = Math.max(0, Math.min(total - 1, index));
    if (event.shiftKey) chosen.add(peopleBetween(pointed, next));
    setActive(next);
    setAnchor(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const rowsInView = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowPx) / rowPx) - 1);
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => point(pointed + 1, event),
      ArrowUp: () => point(pointed - 1, event),
      PageDown: () => point(pointed + rowsInView, event),
      PageUp: () => point(pointed - rowsInView, event),
      Home: () => point(0, event),
      End: () => point(total - 1, event),
      ' ': () => choose(pointed, event.shiftKey),
      Enter: () => choose(pointed, event.shiftKey),
      Escape: chosen.clear,
    };
    const run = keys[event.key];
    if (!run || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    run();
  };

  return (
    <>
      <div class="rows-head people-grid" aria-hidden="true">
        <span />
        <span>{t('people.name')}</span>
        <span>{t('people.number')}</span>
        <span>{t('people.source')}</span>
      </div>
      <div
        class="people-scroll"
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-multiselectable="true"
        aria-label={t('people.list')}
        aria-activedescendant={people.at(pointed) ? `person-${pointed}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div class="people-rows" role="presentation" style={{ height: `${virtual.getTotalSize()}px` }}>
          <div role="presentation" style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
            {items.map(({ index }) => (
              <PersonRow
                // A row that leaves the view is used again for one that comes in.
                key={index % items.length}
                index={index}
                total={total}
                person={people.at(index)}
                isPointed={index === pointed}
                isChosen={chosen.has(people.at(index)?.chatId ?? '')}
                search={people.text.value}
                onChoose={(event) => choose(index, event.shiftKey)}
              />
            ))}
          </div>
        </div>
      </div>
    </>
  );
}
