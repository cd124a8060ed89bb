import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { GridHead } from './grid-head.tsx';
import { PersonRow, rowId } from './person-row.tsx';
import { ScrollLabel } from './scroll-label.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridMouse } from './use-grid-mouse.ts';
import { useVirtual } from './use-virtual.ts';

const rowPx = 36;
const headPx = 33;
const barPx = 72;

/** The list of contacts: one focus for the whole of it, keys and clicks point, choose and open. */
export function PeopleGrid({ total }: { readonly total: number }) {
  const t = useWords();
  const { list, overview, person, selection } = useStates().work.people;
  const scroller = useRef<HTMLDivElement>(null);
  const paddingEnd = selection.count.value > 0 ? barPx : 0;
  const { first, last, topRow, rowsSeen, heightPx, show } = useVirtual({
    count: total,
    rowPx,
    headPx,
    scroller,
    paddingEnd,
  });
  const drawn = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const pointed = selection.pointed.value;
  // Of the question that is answered here: the next one marks nothing in this list.
  const search = list.shown.value?.text ?? '';
  const openId = person.value.value?.chatId;
  const listNames = useComputed(
    () => new Map(overview.value.value?.lists.map(({ listId, name }) => [listId, name] as const)),
  );
  const onKeyDown = useGridKeys({ show, rowsSeen });
  const mouse = useGridMouse();

  useEffect(() => void list.want(first, last), [first, last, list, list.pages.value]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [list.shown.value]);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: the list is no table, see PersonRow. */}
      <div
        class="people-scroll"
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={t('people.list')}
        aria-multiselectable="true"
        aria-rowcount={total + 1}
        aria-colcount={5}
        aria-activedescendant={pointed >= first && pointed <= last ? rowId(pointed) : undefined}
        onKeyDown={onKeyDown}
        {...mouse}
      >
        <GridHead />
        <div class="people-rows" role="presentation" style={{ height: `${heightPx}px` }}>
          <div role="presentation" style={{ transform: `translateY(${first * rowPx}px)` }}>
            {drawn.map((index) => {
              const contact = list.at(index);
              return (
                <PersonRow
                  // A row that leaves the view is used again for one that comes in.
                  key={index % drawn.length}
                  index={index}
                  person={contact}
                  lists={contact ? namesOf(contact.lists, listNames.value) : ''}
                  isPointed={index === pointed}
                  isChosen={contact !== undefined && selection.ids.value.has(contact.chatId)}
                  isOpen={contact !== undefined && contact.chatId === openId}
                  search={search}
                />
              );
            })}
          </div>
        </div>
      </div>
      <ScrollLabel topRow={topRow} rowsSeen={rowsSeen} total={total} />
    </>
  );
}

const namesOf = (listIds: readonly string[], names: ReadonlyMap<string, string>): string =>
  listIds.flatMap((listId) => names.get(listId) ?? []).join(', ');
