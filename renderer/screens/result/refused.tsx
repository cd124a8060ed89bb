import { useState } from 'preact/hooks';
import type { GroupJob, JobState } from '../../../core/group-job.ts';
import { sayFailure } from '../../../core/i18n/say-failure.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useFormat, useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { ChangeForm } from './change-form.tsx';
import { JobFacts } from './job-facts.tsx';
import { JobFailure } from './job-failure.tsx';
import { SupportCode } from './support-code.tsx';

type RefusedProps = { readonly job: GroupJob; readonly state: Extract<JobState, { readonly at: 'refused' }> };

/** Not made, for certain: why, and the two ways back into the queue. */
export function Refused({ job, state }: RefusedProps) {
  const t = useWords();
  const format = useFormat();
  const { acting, requeue } = useJob();
  const [isChanging, setChanging] = useState(false);
  return (
    <div class="narrow stack">
      <Banner kind="bad" icon="cross" title={t('result.refusedTitle')} alert>
        <p>{sayFailure(state.failure, { say: t, format, nowMs: Date.now() })}</p>
      </Banner>
      {isChanging ? (
        <ChangeForm job={job} onClose={() => setChanging(false)} />
      ) : (
        <>
          <JobFacts job={job} />
          <JobFailure actions={['requeue']} />
          <div class="line">
            <Button icon="pencil" onClick={() => setChanging(true)}>
              {t('result.change')}
            </Button>
            <Button busy={acting.value?.action === 'requeue' && t('result.working')} onClick={() => void requeue({})}>
              {t('result.tryAgain')}
            </Button>
          </div>
        </>
      )}
      <SupportCode state={state.failure.code} code={job.supportCode} />
    </div>
  );
}
