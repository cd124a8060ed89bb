import { useEffect, useRef } from 'preact/hooks';
import { FailureNote } from '../../components/failure-note.tsx';
import { Popup } from '../../components/popup.tsx';
import { Spinner } from '../../components/spinner.tsx';
import type { ListSource } from '../../state/list-source.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** The saved lists with how many are in each; a click puts all people of a list into the group. */
export function ListMenu({ source }: { readonly source: ListSource }) {
  const t = useWords();
  return (
    <Popup label={t('savedLists.add')} icon="list" size="small" busy={source.busy.value && t('savedLists.adding')}>
      {(close) => <Lists source={source} onChosen={close} />}
    </Popup>
  );
}

type ListsProps = { readonly source: ListSource; readonly onChosen: () => void };

function Lists({ source, onChosen }: ListsProps) {
  const t = useWords();
  const { overview } = useStates().work.people;
  const place = useRef<HTMLUListElement>(null);
  const lists = overview.value.value?.lists;
  const isKnown = lists !== undefined;

  useEffect(() => void overview.read(), [overview]);
  // The menu was open before its lists were here.
  useEffect(() => place.current?.querySelector('button')?.focus(), [isKnown]);

  if (overview.failure.value) return <FailureNote failure={overview.failure.value} about="reading" />;
  if (!lists) return <Spinner words={t('savedLists.looking')} />;
  if (lists.length === 0) return <p class="menu-note">{t('savedLists.none')}</p>;
  return (
    <ul ref={place} aria-label={t('savedLists.lists')}>
      {lists.map((list) => (
        <li key={list.listId}>
          <button
            type="button"
            class="menu-item"
            onClick={() => {
              onChosen();
              void source.add(list);
            }}
          >
            <span class="menu-name">{list.name}</span>{' '}
            <span class="key nowrap">{t('newGroup.total', { count: list.count })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
