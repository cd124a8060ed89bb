import type { GroupJob, JobState } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { useWords } from '../../words.ts';
import { tidyName } from '../shared/unbroken.ts';
import { useCopy } from '../shared/use-copy.ts';
import { useMadeWords } from '../shared/use-made-words.ts';
import { JobFailure } from './job-failure.tsx';
import { NoLink } from './no-link.tsx';
import { OpenInvite } from './open-invite.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { SaveQr } from './save-qr.tsx';
import { WhoIsIn } from './who-is-in.tsx';

type CreatedProps = { readonly job: GroupJob; readonly state: Extract<JobState, { readonly at: 'created' }> };

/** The group is ready: its link, its code, and who is in. */
export function Created({ job, state }: CreatedProps) {
  const t = useWords();
  const made = useMadeWords(job, state.madeAtMs);
  const { link } = job;
  return (
    <div class="result-page">
      <div class="result">
        <div class="result-text stack">
          <h1>{tidyName(job.name)}</h1>
          {state.how !== 'answered' && (
            <p class="quiet-text">{t(state.how === 'found' ? 'result.readyFound' : 'result.readyConfirmed')}</p>
          )}
          {link === null ? <NoLink /> : <LinkField link={link} />}
          <div class="line">
            {link !== null && <OpenInvite link={link} label={t('result.open')} />}
            <span class="small">{made}</span>
          </div>
        </div>
        {link !== null && (
          <figure class="result-qr">
            <QrCode text={link} label={t('result.qr')} />
            <figcaption class="line">
              <SaveQr isShort />
              <Button kind="quiet" size="small" icon="print" onClick={() => window.print()}>
                {t('result.print')}
              </Button>
            </figcaption>
            <JobFailure actions={['save-qr']} />
          </figure>
        )}
      </div>
      <WhoIsIn job={job} />
      {link !== null && <PrintSheet name={job.name} link={link} />}
    </div>
  );
}

function LinkField({ link }: { readonly link: string }) {
  const t = useWords();
  const copy = useCopy();
  return (
    <Field label={t('result.link')} help={t('result.linkHelp')}>
      {({ 'aria-invalid': _, ...idProps }) => (
        <div class="input-line">
          <input
            {...idProps}
            class="input link"
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button kind="primary" size="main" icon="copy" onClick={() => void copy(link, t('shell.copied'))}>
            {t('shell.copy')}
          </Button>
        </div>
      )}
    </Field>
  );
}
