import type { Contact } from '../../../core/contact.ts';
import { Icon } from '../../components/icon.tsx';
import { canBeAdded } from '../../state/entries.ts';
import { useWords } from '../../words.ts';
import { Marked } from '../shared/marked.tsx';
import { matchesInName, matchesInPhone } from '../shared/matches.ts';
import { GridCell } from './grid-cell.tsx';
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

/** One contact of the list; while it is being read, its place. Both are one shape, so that scrolling makes no new nodes. */
export function PersonRow({ index, person, lists, isPointed, isChosen, isOpen, search }: PersonRowProps) {
  const t = useWords();
  const whatsapp = useWhatsappWords(person);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the list is no table, see GridCell.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and points here.
    <div
      class={person?.gone ? 'row people-grid gone' : 'row people-grid'}
      id={rowId(index)}
      role="row"
      aria-busy={!person}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-current={isOpen || undefined}
      data-index={index}
      data-active={isPointed || undefined}
    >
      <GridCell class={person ? 'tick-place' : 'tick-place to-come'}>
        <span class="tick" aria-hidden="true">
          <Icon name="check" />
        </span>
      </GridCell>
      <GridCell class={person ? 'row-title' : 'skeleton width-2'} title={person?.name || undefined}>
        {person && <Marked pieces={matchesInName(person.name || t('people.nameless'), search)} />}
        {person?.gone && <span class="small">{t('people.gone')}</span>}
      </GridCell>
      <GridCell class={person ? '' : 'skeleton'}>
        {person &&
          (canBeAdded(person) ? <Marked pieces={matchesInPhone(person.phone, search)} /> : t('newGroup.noNumber'))}
      </GridCell>
      <GridCell class={person ? 'quiet-text in-lists' : 'skeleton width-0 in-lists'} title={lists || undefined}>
        {lists}
      </GridCell>
      <GridCell class={person ? 'quiet-text' : 'skeleton width-0'} title={whatsapp.checked}>
        {person && <Icon name={whatsapp.icon} kind="quiet" />}
        {person && whatsapp.text}
      </GridCell>
    </div>
  );
}
