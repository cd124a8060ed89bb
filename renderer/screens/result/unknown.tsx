import type { GroupJob, JobState } from '../../../core/group-job.ts';
import type { Say } from '../../../core/i18n/say.ts';
import { sayWait } from '../../../core/i18n/say-wait.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useFormat, useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { tidyName } from '../shared/unbroken.ts';
import { Candidates } from './candidates.tsx';
import { Decide } from './decide.tsx';
import { JobFailure } from './job-failure.tsx';
import { Known, KnownNow, KnownStep } from './known.tsx';
import { SupportCode } from './support-code.tsx';

export type UnknownState = Extract<JobState, { readonly at: 'unknown' }>;
type UnknownProps = { readonly job: GroupJob; readonly state: UnknownState };

/** Not known whether it was made: what is known, how the search goes, and a person's word on it. */
export function Unknown({ job, state }: UnknownProps) {
  const t = useWords();
  const format = useFormat();
  const { acting, look } = useJob();
  const isLooking = acting.value?.action === 'look';
  const { nextReadAtMs, reads } = state;
  return (
    <div class="narrow stack">
      <Banner kind="warn" icon="ask" alert {...wordsOf(state, job.name, t)} />
      <Known>
        <KnownStep kind="ok" words={t('result.written')} atMs={job.askedAtMs} />
        <KnownStep kind="ok" words={t('result.sent')} atMs={state.sentAtMs} />
        <KnownStep kind="warn" words={whyUnknown(state, t)} atMs={state.sinceMs} />
        <KnownNow
          isRunning={isLooking || nextReadAtMs !== null}
          words={reads === 0 ? t('result.looking') : t('result.looked', { count: reads })}
          note={
            nextReadAtMs === null
              ? t('result.noMoreLooks')
              : t('result.lookAgainAt', { time: format.time(nextReadAtMs) })
          }
        />
      </Known>
      <Candidates candidates={state.candidates} />
      <JobFailure actions={['look', 'decide', 'begin-anew']} />
      <div class="line">
        <Decide job={job} state={state} />
        <Button kind="quiet" busy={isLooking && t('result.lookingNow')} onClick={() => void look()}>
          {t('result.lookNow')}
        </Button>
      </div>
      <SupportCode state="unknown" code={job.supportCode} />
    </div>
  );
}

function wordsOf(state: UnknownState, name: string, t: Say) {
  const says = (title: string, text: string) => ({ title, children: <p>{text}</p> });
  if (state.candidates.length > 0) return says(t('result.checkTitle'), t('result.chooseText'));
  if (state.mayDeny !== 'no') return says(t('result.checkTitle'), t('result.checkText', { name: tidyName(name) }));
  const isRate = state.failure.code === 'rate-overlimit';
  return says(t('result.unknownTitle'), t(isRate ? 'result.unknownRate' : 'result.unknownText'));
}

function whyUnknown({ failure, sentAtMs, sinceMs }: UnknownState, t: Say): string {
  if (failure.code === 'rate-overlimit') return t('result.rateAnswer');
  if (failure.code === 'no-answer') return t('result.noAnswer', { span: sayWait(t, sinceMs - sentAtMs) });
  return t('result.oddAnswer');
}
