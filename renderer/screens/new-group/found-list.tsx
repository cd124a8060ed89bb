import { useEffect, useRef } from 'preact/hooks';
import type { Contact } from '../../../core/contact.ts';
import { Icon } from '../../components/icon.tsx';
import { canBeAdded } from '../../state/entries.ts';
import type { Picker } from '../../state/picker.ts';
import { useWords } from '../../words.ts';
import { Marked } from '../shared/marked.tsx';
import { matchesInName, matchesInPhone } from '../shared/matches.ts';

type FoundListProps = { readonly id: string; readonly picker: Picker };

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** Who is found, to tick. The keys stay in the search field and point here. */
export function FoundList({ id, picker }: FoundListProps) {
  const t = useWords();
  const element = useRef<HTMLDivElement>(null);
  const found = picker.found.value;
  const active = picker.active.value;

  useEffect(() => {
    element.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
    if (active >= found.length - 5) picker.more();
  }, [active, found.length]);

  const onScroll = () => {
    const list = element.current;
    if (list && list.scrollTop + list.clientHeight * 2 > list.scrollHeight) picker.more();
  };

  return (
    <div
      class="list"
      id={id}
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('newGroup.found')}
      ref={element}
      onScroll={onScroll}
    >
      {found.map((person, index) => (
        <FoundRow
          key={person.chatId}
          id={optionId(id, index)}
          person={person}
          search={picker.text.value}
          isTicked={picker.entries.has(person.chatId)}
          isActive={index === active}
          onChoose={() => picker.choose(index)}
        />
      ))}
    </div>
  );
}

type FoundRowProps = {
  readonly id: string;
  readonly person: Contact;
  readonly search: string;
  readonly isTicked: boolean;
  readonly isActive: boolean;
  readonly onChoose: () => void;
};

function FoundRow({ id, person, search, isTicked, isActive, onChoose }: FoundRowProps) {
  const t = useWords();
  const note = canBeAdded(person) ? person.gone && t('newGroup.gone') : t('newGroup.noNumber');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys come through the search field, which has the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: a row of a list that a combobox points into is never focused.
    <div
      class="row"
      id={id}
      role="option"
      aria-selected={isTicked}
      aria-disabled={!canBeAdded(person) || undefined}
      data-active={isActive || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span class="tick" aria-hidden="true">
        <Icon name="check" />
      </span>
      <span class="row-main">
        <span class="row-title">
          <Marked pieces={matchesInName(person.name || person.phone, search)} />
        </span>
        {note && <span class="small">{note}</span>}
      </span>
      {person.name && (
        <span class="row-end nowrap">
          <span>
            <Marked pieces={matchesInPhone(person.phone, search)} />
          </span>
        </span>
      )}
    </div>
  );
}
