import type { GroupJob, JobState } from '../../../core/group-job.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { toast } from '../../components/toast.tsx';
import { useFormat, useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { useNow } from '../shared/use-now.ts';
import { JobFacts } from './job-facts.tsx';
import { JobFailure } from './job-failure.tsx';
import { wayOn } from './way-on.tsx';

type QueuedProps = { readonly job: GroupJob; readonly state: Extract<JobState, { readonly at: 'queued' }> };

/** In the queue: when it starts, why it waits, and the way out of the queue. */
export function Queued({ job, state }: QueuedProps) {
  const t = useWords();
  const { acting, cancel, requeue } = useJob();
  const action = acting.value?.action;
  const { waiting, held } = state;

  const takeOut = async () => {
    if (await cancel()) toast(t('result.cancelled'));
  };

  return (
    <div class="narrow stack">
      {waiting ? (
        <FailureNote failure={waiting} about="waiting" actions={wayOn(waiting)} />
      ) : (
        <Banner
          {...(held ? ({ kind: 'warn', icon: 'ask' } as const) : ({ icon: 'clock' } as const))}
          title={t(held ? 'result.heldTitle' : 'result.queuedTitle')}
        >
          <p>{t(held ? 'result.heldText' : 'result.queuedText')}</p>
        </Banner>
      )}
      <JobFacts job={job} when={useStartWords(job)} />
      <JobFailure actions={['cancel', 'requeue', 'go-on', 'begin-anew']} />
      <div class="line">
        {held && (
          <Button kind="primary" busy={action === 'requeue' && t('result.working')} onClick={() => void requeue({})}>
            {t('result.go')}
          </Button>
        )}
        <Button busy={action === 'cancel' && t('result.working')} onClick={() => void takeOut()}>
          {t('result.cancel')}
        </Button>
      </div>
    </div>
  );
}

function useStartWords({ state, startsAtMs }: GroupJob): string | null {
  const t = useWords();
  const format = useFormat();
  const nowMs = useNow(startsAtMs);
  if (state.at !== 'queued' || state.held || state.waiting) return null;
  return startsAtMs === null || startsAtMs <= nowMs ? t('result.startsNow') : format.when(startsAtMs, nowMs);
}
