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

/** One contact of the list; while it is being read, its place. Both are one shape, so that scrolling makes no new nodes. */
export function PersonRow({ index, total, person, isPointed, isChosen, search, onChoose }: PersonRowProps) {
  const t = useWords();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys come through the list, which has the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points here.
    <div
      class={person?.gone ? 'row people-grid gone' : 'row people-grid'}
      id={`person-${index}`}
      role="option"
      aria-busy={!person}
      aria-selected={isChosen}
      aria-disabled={(person && !canBeAdded(person)) || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-active={isPointed || undefined}
      onClick={onChoose}
    >
      <span class={person ? 'tick' : 'tick to-come'} aria-hidden="true">
        <Icon name="check" />
      </span>
      <span class={person ? 'row-title' : 'skeleton width-2'} title={person?.name || undefined}>
        {person && <Marked pieces={matchesInName(person.name || person.phone, search)} />}
      </span>
      <span class={person ? '' : 'skeleton'}>
        {person &&
          (canBeAdded(person) ? <Marked pieces={matchesInPhone(person.phone, search)} /> : t('newGroup.noNumber'))}
      </span>
      <span class={person ? 'quiet-text' : 'skeleton width-0'}>
        {person?.gone && <Icon name="alert" kind="quiet" />}
        {person && t(sourceWords(person))}
      </span>
    </div>
  );
}

const sourceWords = (person: Contact) =>
  person.gone ? 'people.gone' : person.source === 'typed' ? 'people.fromTyped' : 'people.fromPhone';
