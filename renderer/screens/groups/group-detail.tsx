import { useEffect, useRef } from 'preact/hooks';
import type { GroupJob, JobState } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { go } from '../../route.ts';
import { useFormat, useWords } from '../../words.ts';
import { JobFailure } from '../result/job-failure.tsx';
import { JobStory } from '../result/job-story.tsx';
import { NoLink } from '../result/no-link.tsx';
import { OpenInvite } from '../result/open-invite.tsx';
import { SaveQr } from '../result/save-qr.tsx';
import { WhoIsIn } from '../result/who-is-in.tsx';
import { tidyName, unbroken } from '../shared/unbroken.ts';
import { useCopy } from '../shared/use-copy.ts';
import { useMadeWords } from '../shared/use-made-words.ts';
import { useOpenJob } from '../shared/use-open-job.ts';
import { GroupActions } from './group-actions.tsx';

/** The chosen group: beside the record where there is room, over it where there is not. */
export function GroupDetail({ jobId }: { readonly jobId: string | null }) {
  const t = useWords();
  const { value, failure } = useOpenJob(jobId);
  const job = value.value?.id === jobId ? value.value : null;
  const back = useRef<HTMLDivElement>(null);
  // Where the group covers the record, the focus comes along.
  useEffect(() => {
    if (back.current?.checkVisibility()) back.current.querySelector('button')?.focus();
  }, [jobId]);
  const notOpened = failure.value?.action === 'show' ? failure.value.failure : null;
  return (
    <aside class="side" aria-label={t('groups.chosen')}>
      {jobId === null ? (
        <div class="stack tight">
          <h2>{t('groups.chooseTitle')}</h2>
          <p class="quiet-text">{t('groups.chooseText')}</p>
        </div>
      ) : (
        <div class="detail">
          <div class="detail-back narrow-only" ref={back}>
            <Button kind="quiet" icon="left" onClick={() => go({ at: 'groups' })}>
              {t('groups.all')}
            </Button>
          </div>
          {job ? <Chosen job={job} /> : notOpened ? <FailureNote failure={notOpened} about="reading" /> : null}
          {!job && !notOpened && <Spinner words={t('result.loading')} />}
        </div>
      )}
    </aside>
  );
}

function Chosen({ job }: { readonly job: GroupJob }) {
  const t = useWords();
  const format = useFormat();
  const { state } = job;
  const asked = { date: format.date(job.askedAtMs, Date.now()), time: format.time(job.askedAtMs) };
  if (state.at === 'created') return <ChosenCreated job={job} state={state} />;
  return (
    <>
      <div>
        <h2>{tidyName(job.name)}</h2>
        <p class="small">{t('groups.askedOn', asked)}</p>
      </div>
      <JobStory job={job} />
    </>
  );
}

type ChosenCreatedProps = { readonly job: GroupJob; readonly state: Extract<JobState, { readonly at: 'created' }> };

function ChosenCreated({ job, state }: ChosenCreatedProps) {
  const t = useWords();
  const copy = useCopy();
  const made = useMadeWords({ ...job, fromPhone: null }, state.madeAtMs);
  const { link } = job;
  return (
    <>
      <div>
        <h2>{tidyName(job.name)}</h2>
        <p class="small">{made}</p>
        {job.fromPhone && <p class="small">{t('groups.fromNumber', { number: unbroken(job.fromPhone) })}</p>}
      </div>
      {link === null ? (
        <NoLink />
      ) : (
        <div class="detail-top">
          <QrCode text={link} label={t('result.qr')} />
          <div class="stack">
            <Button kind="primary" icon="copy" onClick={() => void copy(link, t('shell.copied'))}>
              {t('groups.copyLink')}
            </Button>
            <OpenInvite link={link} label={t('groups.open')} />
            <SaveQr />
          </div>
        </div>
      )}
      <JobFailure actions={['save-qr']} />
      <WhoIsIn job={job} />
      <GroupActions job={job} />
    </>
  );
}
