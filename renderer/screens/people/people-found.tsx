import { Button, LinkButton } from '../../components/button.tsx';
import { Empty } from '../../components/empty.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { GridSkeleton } from './grid-skeleton.tsx';
import { isNarrowed } from './narrowed.ts';
import { PeopleGrid } from './people-grid.tsx';
import { PeopleToolbar } from './people-toolbar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useSync } from './use-sync.ts';

/** The list with what is asked of it; or why there is none. */
export function PeopleFound({ onImport }: { readonly onImport: () => void }) {
  const { list } = useStates().work.people;
  const total = list.total.value;
  if (total === 0 && !isNarrowed(list)) return <NoContacts onImport={onImport} />;
  return (
    <>
      <PeopleToolbar />
      <div class="virtual">
        {total === null && !list.failure.value && <GridSkeleton />}
        {total === 0 && <NobodyFound />}
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

function NobodyFound() {
  const t = useWords();
  const { list } = useStates().work.people;
  const text = list.text.value.trim();
  const { listId, source, whatsapp, groups } = list.filter.value;
  const isFiltered = listId !== null || source !== 'any' || whatsapp !== 'any' || groups !== 'any';

  const why = () => {
    if (text !== '') return t(isFiltered ? 'people.noneFoundHere' : 'people.noneFoundText', { text });
    if (listId !== null) return t('people.noneInList');
    if (source !== 'any') return t('people.noneFromThere');
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
