import type { PeopleFilter } from '../../../core/people-query.ts';
import { Icon } from '../../components/icon.tsx';
import { Popup } from '../../components/popup.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { ListLine } from './list-line.tsx';

const sources = {
  any: 'people.fromAny',
  phone: 'people.fromPhone',
  chat: 'people.fromChat',
  file: 'people.fromFile',
  typed: 'people.fromTyped',
} as const satisfies Record<PeopleFilter['source'], string>;
const sourceNames = ['any', 'phone', 'chat', 'file', 'typed'] as const satisfies readonly PeopleFilter['source'][];

/** Which list is shown, where people are from, and whether they are in a group. Lists are renamed and deleted here. */
export function ListsFilter() {
  const t = useWords();
  const format = useFormat();
  const { list, overview } = useStates().work.people;
  const lists = overview.value.value?.lists ?? [];
  const { listId, source, groups } = list.filter.value;
  const listName = lists.find((saved) => saved.listId === listId)?.name ?? t('people.allLists');
  const counts = overview.value.value?.counts;
  const face = [listName, source !== 'any' && t(sources[source]), groups !== 'any' && t('people.inNoGroup')]
    .filter(Boolean)
    .join(' · ');

  return (
    <div class="end lists-filter">
      <Popup label={t('people.filter')} face={face}>
        {(close) => (
          <>
            <h2 class="menu-title">{t('people.lists')}</h2>
            <ul>
              <AllLists onChoose={close} />
              {lists.map((saved) => (
                <ListLine key={saved.listId} list={saved} onChoose={close} />
              ))}
            </ul>
            {lists.length === 0 && <p class="menu-note">{t('people.noListsYet')}</p>}
            <hr />
            <h2 class="menu-title">{t('people.from')}</h2>
            <ul>
              {sourceNames.map((name) => (
                <li key={name}>
                  <button
                    type="button"
                    class="menu-item"
                    aria-pressed={name === source}
                    onClick={() => {
                      void list.narrow({ source: name });
                      close();
                    }}
                  >
                    <Icon name="check" />
                    {t(sources[name])}
                  </button>
                </li>
              ))}
            </ul>
            <hr />
            <ul>
              <li class="menu-line">
                <button
                  type="button"
                  class="menu-item"
                  aria-pressed={groups === 'none'}
                  onClick={() => {
                    void list.narrow({ groups: groups === 'none' ? 'any' : 'none' });
                    close();
                  }}
                >
                  <Icon name="check" />
                  <span class="menu-name">{t('people.inNoGroup')}</span>
                  {counts && <span class="key">{format.number(counts.inNoGroup)}</span>}
                </button>
              </li>
            </ul>
          </>
        )}
      </Popup>
    </div>
  );
}

function AllLists({ onChoose }: { readonly onChoose: () => void }) {
  const t = useWords();
  const format = useFormat();
  const { list, overview } = useStates().work.people;
  const all = overview.value.value?.counts.all;
  return (
    <li class="menu-line">
      <button
        type="button"
        class="menu-item"
        aria-pressed={list.filter.value.listId === null}
        onClick={() => {
          void list.narrow({ listId: null });
          onChoose();
        }}
      >
        <Icon name="check" />
        <span class="menu-name">{t('people.allLists')}</span>
        {all !== undefined && <span class="key">{format.number(all)}</span>}
      </button>
    </li>
  );
}
