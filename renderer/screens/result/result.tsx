import type { GroupJob } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Icon } from '../../components/icon.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { go } from '../../route.ts';
import { useWords } from '../../words.ts';
import { tidyName } from '../shared/unbroken.ts';
import { useOpenJob } from '../shared/use-open-job.ts';
import { Created } from './created.tsx';
import { JobStory } from './job-story.tsx';

/** One group: where it stands, and what can be done with it. */
export function Result({ jobId }: { readonly jobId: string }) {
  const { value, failure } = useOpenJob(jobId);
  const job = value.value?.id === jobId ? value.value : null;
  if (job) return <Opened job={job} />;
  return <NotOpened failure={failure.value?.failure ?? null} />;
}

function Opened({ job }: { readonly job: GroupJob }) {
  const t = useWords();
  const { state } = job;
  return (
    <main class="page">
      <header class="head limited">
        {state.at === 'created' ? (
          <span class="line">
            <Icon name="done" kind="ok" />
            <span>{t('result.ready')}</span>
          </span>
        ) : (
          <h1>{tidyName(job.name)}</h1>
        )}
        <div class="end line">
          <Button icon="plus" onClick={() => go({ at: 'new-group' })}>
            {t('result.another')}
          </Button>
        </div>
      </header>
      <div class="body">{state.at === 'created' ? <Created job={job} state={state} /> : <JobStory job={job} />}</div>
    </main>
  );
}

function NotOpened({ failure }: { readonly failure: Parameters<typeof FailureNote>[0]['failure'] | null }) {
  const t = useWords();
  return (
    <main class="page">
      <header class="head">
        <h1>{t('shell.result')}</h1>
      </header>
      <div class="body">
        {failure ? (
          <div class="narrow">
            <FailureNote
              failure={failure}
              about="reading"
              actions={
                <Button size="small" onClick={() => go({ at: 'groups' })}>
                  {t('result.toGroups')}
                </Button>
              }
            />
          </div>
        ) : (
          <Spinner words={t('result.loading')} />
        )}
      </div>
    </main>
  );
}
