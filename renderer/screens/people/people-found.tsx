import { Button, LinkButton } from '../../components/button.tsx';
import { Empty } from '../../components/empty.tsx';
import type { PeopleQuestion } from '../../state/people.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { GridSkeleton } from './grid-skeleton.tsx';
import { isFiltered, isNarrowed } from './narrowed.ts';
import { PeopleGrid } from './people-grid.tsx';
import { PeopleToolbar } from './people-toolbar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useSync } from './use-sync.ts';

/** The list with what is asked of it; or why there is none. */
export function PeopleFound({ onImport }: { readonly onImport: () => void }) {
  const { list } = useStates().work.people;
  const total = list.total.value;
  // By the question that was answered: a text that is being taken back is no reason for the search to go.
  if (total === 0 && !isNarrowed(list.shown.value)) return <NoContacts onImport={onImport} />;
  return (
    <>
      <PeopleToolbar />
      <div class="virtual">
        {total === null && !list.failure.value && <GridSkeleton />}
        {total === 0 && list.shown.value && <NobodyFound question={list.shown.value} />}
        {total !== null && total > 0 && <PeopleGrid total={total} />}
        <SelectionBar />
      </div>
    </>
  );
}

function NoContacts({ onImport }: { readonly onImport: () => void }) {
  const t = useWords();
  const { sync } = useStates().work;
  const startSync = useSync();
  return (
    <Empty
      icon="people"
      title={t('people.emptyTitle')}
      text={t('people.emptyText')}
      action={
        <>
          <Button kind="primary" size="main" busy={sync.running.value && t('people.syncing')} onClick={startSync}>
            {t('people.emptyAction')}
          </Button>
          <LinkButton onClick={onImport}>{t('people.importFile')}</LinkButton>
        </>
      }
    />
  );
}

function NobodyFound({ question }: { readonly question: PeopleQuestion }) {
  const t = useWords();
  const { list } = useStates().work.people;
  const text = question.text.trim();
  const { listId, source, whatsapp } = question.filter;

  const why = () => {
    if (text !== '') return t(isFiltered(question.filter) ? 'people.noneFoundHere' : 'people.noneFoundText', { text });
    if (listId !== null) return t('people.noneInList');
    if (source !== 'any') return t('people.noneFromThere');
    if (whatsapp === 'yes') return t('people.noneOnWhatsapp');
    if (whatsapp === 'no') return t('people.noneNotOnWhatsapp');
    return t(whatsapp === 'unchecked' ? 'people.noneUnchecked' : 'people.noneInNoGroup');
  };

  return (
    <Empty
      icon="search"
      title={t(text === '' ? 'people.noneSuchTitle' : 'people.noneFoundTitle')}
      text={why()}
      action={<Button onClick={() => void list.showAll()}>{t('people.showAll')}</Button>}
    />
  );
}
