import type { GroupJob, JobState } from '../../../core/group-job.ts';
import { Banner } from '../../components/banner.tsx';
import { useWords } from '../../words.ts';
import { Known, KnownNow, KnownStep } from './known.tsx';

type SendingProps = { readonly job: GroupJob; readonly state: Extract<JobState, { readonly at: 'sending' }> };

/** Being made: the steps so far, and the one that runs. */
export function Sending({ job, state }: SendingProps) {
  const t = useWords();
  return (
    <div class="narrow stack">
      <Banner icon="clock" title={t('result.sendingTitle')}>
        <p>{t('result.sendingText')}</p>
      </Banner>
      <Known>
        <KnownStep kind="ok" words={t('result.written')} atMs={job.askedAtMs} />
        <KnownStep kind="ok" words={t('result.sent')} atMs={state.sinceMs} />
        <KnownNow words={t('result.waitingForAnswer')} />
      </Known>
    </div>
  );
}
