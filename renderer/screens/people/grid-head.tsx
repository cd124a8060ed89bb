// biome-ignore-all lint/a11y/useSemanticElements: the list is no table, see PersonRow.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus; what can be done here are buttons inside.
import type { ComponentChildren } from 'preact';
import type { PeopleOrder } from '../../../core/people-query.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

type Sort = 'ascending' | 'descending' | 'none';

/** The names of the columns. A click sorts by one, a second one turns it round, a third one takes it back. */
export function GridHead() {
  const t = useWords();
  const { list, selection } = useStates().work.people;
  const order = list.order.value;
  // Without a text the best matches are everybody, by name.
  const isByName = order === 'name' || (order === 'best' && list.shown.value?.text.trim() === '');
  const nameSort: Sort = isByName ? 'ascending' : order === 'name-down' ? 'descending' : 'none';
  const phoneSort: Sort = order === 'phone' ? 'ascending' : order === 'phone-down' ? 'descending' : 'none';
  const count = selection.count.value;

  const next = (now: Sort, up: PeopleOrder, down: PeopleOrder) => () =>
    void list.sort(now === 'none' ? up : now === 'ascending' ? down : 'best');

  return (
    <div class="rows-head people-grid" role="row" aria-rowindex={1}>
      <span class="all" role="columnheader">
        <input
          class="check"
          type="checkbox"
          aria-label={t('people.chooseAll')}
          title={t('people.chooseAll')}
          checked={count > 0 && count === list.total.value}
          indeterminate={count > 0 && count !== list.total.value}
          onClick={(event) => {
            // The state draws it: whom the click chooses is known only after main's answer.
            event.preventDefault();
            if (count > 0) selection.clear();
            else void selection.chooseAll();
          }}
        />
      </span>
      <SortHead sort={nameSort} onClick={next(nameSort, 'name', 'name-down')}>
        {t('people.name')}
      </SortHead>
      <SortHead sort={phoneSort} onClick={next(phoneSort, 'phone', 'phone-down')}>
        {t('people.number')}
      </SortHead>
      <span class="in-lists" role="columnheader">
        {t('people.lists')}
      </span>
      <span role="columnheader">{t('people.whatsapp')}</span>
    </div>
  );
}

type SortHeadProps = { readonly sort: Sort; readonly onClick: () => void; readonly children: ComponentChildren };

function SortHead({ sort, onClick, children }: SortHeadProps) {
  return (
    <span class="sorts" role="columnheader" aria-sort={sort}>
      <button type="button" class="sort-button" onClick={onClick}>
        {children}
        <span aria-hidden="true">{sort === 'ascending' ? ' ↑' : sort === 'descending' ? ' ↓' : ''}</span>
      </button>
    </span>
  );
}
