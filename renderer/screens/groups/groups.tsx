import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Empty } from '../../components/empty.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Icon } from '../../components/icon.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { GroupDetail } from './group-detail.tsx';
import { RecordList } from './record-list.tsx';

/** Every group ever asked for, newest first, and the chosen one beside it. */
export function Groups({ jobId }: { readonly jobId?: string | undefined }) {
  const t = useWords();
  const { accountId, groups } = useStates().work;
  const rows = groups.rows.value;
  const isEmpty = rows?.length === 0 && groups.text.value === '' && groups.failure.value === null;

  useEffect(() => void groups.search(groups.text.peek()), [accountId.value, groups]);

  useFocusBack(jobId);

  if (isEmpty && jobId === undefined) return <NoGroups />;
  return (
    <main class={jobId === undefined ? 'page covers wide-side' : 'page covers covered wide-side'}>
      <Head />
      <div class="body">
        {groups.failure.value && (
          <FailureNote
            failure={groups.failure.value}
            about="reading"
            actions={
              <Button size="small" onClick={() => void groups.search(groups.text.peek())}>
                {t('shell.retry')}
              </Button>
            }
          />
        )}
        <Found jobId={jobId} />
      </div>
      <GroupDetail jobId={jobId ?? null} />
    </main>
  );
}

/** Back from a group that covered the record, the focus is on its row again. */
function useFocusBack(jobId: string | undefined): void {
  const before = useRef(jobId);
  useEffect(() => {
    const left = before.current;
    before.current = jobId;
    if (jobId !== undefined || left === undefined) return;
    [...document.querySelectorAll<HTMLElement>('.row-title')].find(({ dataset }) => dataset.job === left)?.focus();
  }, [jobId]);
}

function Head() {
  const t = useWords();
  const { groups } = useStates().work;
  return (
    <header class="head">
      <h1>{t('groups.title')}</h1>
      <div class="end search">
        <Icon name="search" />
        <input
          class="input"
          type="search"
          aria-label={t('shell.search')}
          placeholder={t('groups.search')}
          value={groups.text.value}
          onInput={(event) => void groups.search(event.currentTarget.value.slice(0, 200))}
        />
      </div>
    </header>
  );
}

function Found({ jobId }: { readonly jobId: string | undefined }) {
  const t = useWords();
  const { groups } = useStates().work;
  const rows = groups.rows.value;
  if (rows === null) return groups.failure.value ? null : <Skeleton rows={8} />;
  if (rows.length > 0) return <RecordList rows={rows} jobId={jobId} />;
  return (
    <Empty
      icon="search"
      title={t('groups.noneFoundTitle')}
      text={t('groups.noneFoundText', { text: groups.text.value })}
      action={<Button onClick={() => void groups.search('')}>{t('groups.showAll')}</Button>}
    />
  );
}

function NoGroups() {
  const t = useWords();
  return (
    <main class="page">
      <header class="head">
        <h1>{t('groups.title')}</h1>
      </header>
      <div class="body">
        <Empty
          icon="groups"
          title={t('groups.emptyTitle')}
          text={t('groups.emptyText')}
          action={
            <Button kind="primary" size="main" onClick={() => go({ at: 'new-group' })}>
              {t('groups.emptyAction')}
            </Button>
          }
        />
      </div>
    </main>
  );
}
