import { Icon } from '../../components/icon.tsx';
import { Segments } from '../../components/segments.tsx';
import { everybody } from '../../state/people.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { focusGrid } from './focus-grid.ts';
import { ListsFilter } from './lists-filter.tsx';

/** What is asked of the list: a text, one of four views, and beside them a list, a source, or who is in no group. */
export function PeopleToolbar() {
  return (
    <div class="toolbar people-toolbar">
      <Search />
      <Views />
      <ListsFilter />
    </div>
  );
}

function Search() {
  const t = useWords();
  const { list } = useStates().work.people;
  return (
    <div class="search">
      <Icon name="search" />
      <input
        class="input"
        type="search"
        aria-label={t('shell.search')}
        placeholder={t('people.search')}
        value={list.text.value}
        onInput={(event) => void list.search(event.currentTarget.value.slice(0, 200))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          focusGrid();
        }}
      />
    </div>
  );
}

const views = {
  all: 'any',
  onWhatsapp: 'yes',
  notOnWhatsapp: 'no',
  unchecked: 'unchecked',
} as const;
type View = keyof typeof views;
const viewNames = ['all', 'onWhatsapp', 'notOnWhatsapp', 'unchecked'] as const satisfies readonly View[];

function Views() {
  const t = useWords();
  const format = useFormat();
  const { list, overview } = useStates().work.people;
  const { whatsapp, groups, listId, source } = list.filter.value;
  const counts = overview.value.value?.counts;
  // The counts are of everybody: beside a list they would say something else than what is seen.
  const isOfAll = listId === everybody.listId && source === everybody.source && groups === everybody.groups;
  const chosen = viewNames.find((view) => views[view] === whatsapp) ?? 'all';

  return (
    <Segments
      label={t('people.show')}
      value={chosen}
      onChange={(view) => void list.narrow({ whatsapp: views[view] })}
      options={viewNames.map((view) => ({
        value: view,
        label: t(`people.${view}`),
        ...(counts && isOfAll ? { count: format.number(counts[view]) } : {}),
      }))}
    />
  );
}
