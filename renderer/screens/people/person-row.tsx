// biome-ignore-all lint/a11y/useSemanticElements: the list is no table: only the rows in view are drawn, and moved to their places.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points here.
import type { Contact } from '../../../core/contact.ts';
import { canBeAdded } from '../../state/entries.ts';
import { useWords } from '../../words.ts';
import { Marked } from '../shared/marked.tsx';
import { matchesInName, matchesInPhone } from '../shared/matches.ts';
import { useWhatsappWords } from './whatsapp-words.ts';

type PersonRowProps = {
  readonly index: number;
  /** Undefined while it is being read. */
  readonly person: Contact | undefined;
  /** The names of the lists the person is in. */
  readonly lists: string;
  readonly isPointed: boolean;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly search: string;
};

/** The row's id, for what points at it. */
export const rowId = (index: number): string => `person-${index}`;

/**
 * One contact of the list; while it is being read, its place. Both are one shape of few elements, its marks are drawn by
 * the style sheet: a quick scroll changes every row in every frame.
 */
export function PersonRow({ index, person, lists, isPointed, isChosen, isOpen, search }: PersonRowProps) {
  const t = useWords();
  const whatsapp = useWhatsappWords(person);
  return (
    <div
      class={person?.gone ? 'row people-grid gone' : 'row people-grid'}
      id={rowId(index)}
      role="row"
      aria-busy={!person}
      aria-rowindex={index + firstRow}
      aria-selected={isChosen}
      aria-current={isOpen || undefined}
      data-active={isPointed || undefined}
    >
      <span class={person ? 'tick-place' : 'tick-place to-come'} role="gridcell">
        <span class="row-tick" />
      </span>
      <span class={person ? 'row-title' : 'skeleton width-2'} role="gridcell" title={person?.name || undefined}>
        {person && <Marked pieces={matchesInName(person.name || t('people.nameless'), search)} />}
        {person?.gone && <span class="small">{t('people.gone')}</span>}
      </span>
      <span class={person ? '' : 'skeleton'} role="gridcell">
        {person &&
          (canBeAdded(person) ? <Marked pieces={matchesInPhone(person.phone, search)} /> : t('newGroup.noNumber'))}
      </span>
      <span
        class={person ? 'quiet-text in-lists' : 'skeleton width-0 in-lists'}
        role="gridcell"
        title={lists || undefined}
      >
        {lists}
      </span>
      <span
        class={person ? 'quiet-text on-whatsapp' : 'skeleton width-0'}
        role="gridcell"
        data-at={person?.whatsapp.at}
        title={whatsapp.checked}
      >
        {person && whatsapp.text}
      </span>
    </div>
  );
}

/** Rows of a grid are counted from 1, and the first is the head. */
const firstRow = 2;

/** Which contact of the list a row with this `aria-rowindex` is. */
export const indexOfRow = (row: Element): number => Number(row.getAttribute('aria-rowindex')) - firstRow;
