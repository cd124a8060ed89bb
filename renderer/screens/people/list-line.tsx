import { useEffect, useRef, useState } from 'preact/hooks';
import type { PeopleList } from '../../../core/people-list.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { listNameMax } from '../../state/people-changes.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { EditText } from './edit-text.tsx';
import { usePeopleActions } from './use-people-actions.ts';

type ListLineProps = { readonly list: PeopleList; readonly onChoose: () => void };

/** A saved list in the menu: a click shows it, beside it are its name and its end. */
export function ListLine({ list, onChoose }: ListLineProps) {
  const t = useWords();
  const format = useFormat();
  const { list: people } = useStates().work.people;
  const { renameList, deleteList } = usePeopleActions();
  const [isRenamed, setRenamed] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const wasRenamed = useRef(false);
  // Back from the field, the focus is on the list again.
  useEffect(() => {
    if (wasRenamed.current && !isRenamed && isFocusLost()) line.current?.querySelector('button')?.focus();
    wasRenamed.current = isRenamed;
  }, [isRenamed]);

  if (isRenamed) {
    return (
      <li class="menu-line">
        <EditText
          label={t('people.listName')}
          value={list.name}
          max={listNameMax}
          isFocused
          onKeep={(name) => (name.trim() === '' ? undefined : void renameList(list, name.trim()))}
          onEnd={() => setRenamed(false)}
        />
      </li>
    );
  }
  return (
    <li class="menu-line" ref={line}>
      <button
        type="button"
        class="menu-item"
        aria-pressed={people.filter.value.listId === list.listId}
        onClick={() => {
          void people.narrow({ listId: list.listId });
          onChoose();
        }}
      >
        <Icon name="check" />
        <span class="menu-name">{list.name}</span>
        <span class="key">{format.number(list.count)}</span>
      </button>
      <Button
        kind="quiet"
        size="small"
        icon="pencil"
        label={t('people.renameList', { name: list.name })}
        onClick={() => setRenamed(true)}
      />
      <Button
        kind="quiet"
        size="small"
        icon="bin"
        label={t('people.deleteList', { name: list.name })}
        onClick={(event) => {
          // The line goes, and the focus with it.
          const menu = event.currentTarget instanceof Element ? event.currentTarget.closest('.popup') : null;
          menu?.querySelector<HTMLElement>('.menu-item')?.focus();
          void deleteList(list);
        }}
      />
    </li>
  );
}

const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
