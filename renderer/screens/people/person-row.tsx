import type { Contact } from '../../../core/contact.ts';
import { Icon } from '../../components/icon.tsx';
import { canBeAdded } from '../../state/entries.ts';
import { useWords } from '../../words.ts';
import { Marked } from '../shared/marked.tsx';
import { matchesInName, matchesInPhone } from '../shared/matches.ts';

type PersonRowProps = {
  readonly index: number;
  readonly total: number;
  /** Undefined while it is being read. */
  readonly person: Contact | undefined;
  readonly isPointed: boolean;
  readonly isChosen: boolean;
  readonly search: string;
  readonly onChoose: (event: MouseEvent) => void;
};

/** One contact of the list; while it is being read, its place. */
export function PersonRow({ index, total, person, isPointed, isChosen, search, onChoose }: PersonRowProps) {
  const t = useWords();
  if (!person) return <RowToCome />;

  const source = person.gone ? 'people.gone' : person.source === 'typed' ? 'people.fromTyped' : 'people.fromPhone';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys come through the list, which has the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points here.
    <div
      class={person.gone ? 'row people-grid gone' : 'row people-grid'}
      id={`person-${index}`}
      role="option"
      aria-selected={isChosen}
      aria-disabled={!canBeAdded(person) || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-active={isPointed || undefined}
      onClick={onChoose}
    >
      <span class="tick" aria-hidden="true">
        <Icon name="check" />
      </span>
      <span class="row-title" title={person.name || undefined}>
        <Marked pieces={matchesInName(person.name || person.phone, search)} />
      </span>
      <span>
        {canBeAdded(person) ? <Marked pieces={matchesInPhone(person.phone, search)} /> : t('newGroup.noNumber')}
      </span>
      <span class="quiet-text">
        {person.gone && <Icon name="alert" kind="quiet" />}
        {t(source)}
      </span>
    </div>
  );
}

function RowToCome() {
  return (
    <div class="row people-grid" role="presentation">
      <span />
      <span class="skeleton width-0" />
      <span class="skeleton width-1" />
      <span class="skeleton width-2" />
    </div>
  );
}
