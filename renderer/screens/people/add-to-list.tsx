import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Popup } from '../../components/popup.tsx';
import { listNameMax } from '../../state/people-changes.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { usePeopleActions } from './use-people-actions.ts';

type AddToListProps = {
  /** Who is added, asked for when it is done. */
  readonly chatIds: () => readonly string[];
  readonly size?: 'small';
  readonly isShort?: boolean;
};

/** Puts people into a saved list, or into a new one by its name. */
export function AddToList({ chatIds, size, isShort = false }: AddToListProps) {
  const t = useWords();
  return (
    <Popup label={t('people.addToList')} icon="list" size={size} isShort={isShort}>
      {(close) => <Lists chatIds={chatIds} onDone={close} />}
    </Popup>
  );
}

type ListsProps = { readonly chatIds: () => readonly string[]; readonly onDone: () => void };

function Lists({ chatIds, onDone }: ListsProps) {
  const t = useWords();
  const format = useFormat();
  const { overview } = useStates().work.people;
  const { addToList, createList } = usePeopleActions();
  const [name, setName] = useState('');
  const lists = overview.value.value?.lists ?? [];

  const create = (event: Event) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    // A second list of the same name would only be mistaken for the first.
    const same = lists.find((saved) => saved.name.toLowerCase() === wanted.toLowerCase());
    void (same ? addToList(same, chatIds()) : createList(wanted, chatIds()));
    onDone();
  };

  return (
    <>
      {lists.length > 0 && (
        <>
          <ul class="menu-lists">
            {lists.map((saved) => (
              <li key={saved.listId}>
                <button
                  type="button"
                  class="menu-item"
                  onClick={() => {
                    void addToList(saved, chatIds());
                    onDone();
                  }}
                >
                  <Icon name="list" />
                  <span class="menu-name">{saved.name}</span>
                  <span class="key">{format.number(saved.count)}</span>
                </button>
              </li>
            ))}
          </ul>
          <hr />
        </>
      )}
      <form class="menu-form" onSubmit={create}>
        <input
          class="input"
          aria-label={t('people.newList')}
          placeholder={t('people.newList')}
          autocomplete="off"
          maxLength={listNameMax}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit">{t('people.newListVerb')}</Button>
      </form>
    </>
  );
}
