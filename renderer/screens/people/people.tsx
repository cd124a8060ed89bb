import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Empty } from '../../components/empty.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Icon } from '../../components/icon.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { AddDialog } from './add-dialog.tsx';
import { PeopleTable } from './people-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useSync } from './use-sync.ts';

/** The contacts of the account: search, choose, add, read anew from the phone. */
export function People() {
  const t = useWords();
  const { accountId, people, sync } = useStates().work;
  const startSync = useSync();
  const [isAdding, setAdding] = useState(false);
  const total = people.total.value;
  const failure = people.failure.value ?? sync.failure.value;

  const readAgain = () => void people.search(people.text.peek());
  useEffect(readAgain, [accountId.value, people]);

  return (
    <main class="page">
      <header class="head">
        <h1>{t('people.title')}</h1>
        <span class="small" role="status">
          {total !== null &&
            total > 0 &&
            t(people.text.value === '' ? 'people.total' : 'people.found', { count: total })}
        </span>
        <div class="end line">
          <Button icon="refresh" busy={sync.running.value && t('people.syncing')} onClick={startSync}>
            {t('people.sync')}
          </Button>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        </div>
      </header>
      <div class="body fixed">
        {failure && (
          <FailureNote
            failure={failure}
            about="reading"
            actions={
              <Button size="small" onClick={people.failure.value ? readAgain : startSync}>
                {t('shell.retry')}
              </Button>
            }
          />
        )}
        <Found onSync={startSync} />
      </div>
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
    </main>
  );
}

function Found({ onSync }: { readonly onSync: () => void }) {
  const t = useWords();
  const { people, sync } = useStates().work;
  const total = people.total.value;
  const text = people.text.value;
  if (total === null) return people.failure.value ? null : <Skeleton rows={10} />;
  if (total === 0 && text === '') {
    return (
      <Empty
        icon="people"
        title={t('people.emptyTitle')}
        text={t('people.emptyText')}
        action={
          <Button kind="primary" size="main" busy={sync.running.value && t('people.syncing')} onClick={onSync}>
            {t('people.emptyAction')}
          </Button>
        }
      />
    );
  }
  return (
    <>
      <Search />
      {total === 0 ? (
        <Empty
          icon="search"
          title={t('people.noneFoundTitle')}
          text={t('people.noneFoundText', { text })}
          action={<Button onClick={() => void people.search('')}>{t('people.showAll')}</Button>}
        />
      ) : (
        <div class="virtual">
          <PeopleTable total={total} />
          <SelectionBar />
        </div>
      )}
    </>
  );
}

function Search() {
  const t = useWords();
  const { people } = useStates().work;
  return (
    <div class="toolbar">
      <div class="search wide">
        <Icon name="search" />
        <input
          class="input"
          type="search"
          aria-label={t('shell.search')}
          placeholder={t('people.search')}
          value={people.text.value}
          onInput={(event) => void people.search(event.currentTarget.value.slice(0, 200))}
        />
      </div>
    </div>
  );
}
