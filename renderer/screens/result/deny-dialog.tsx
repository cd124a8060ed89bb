import { useState } from 'preact/hooks';
import type { GroupJob } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { tidyName } from '../shared/unbroken.ts';
import { JobFailure } from './job-failure.tsx';
import type { UnknownState } from './unknown.tsx';

type DenyDialogProps = {
  readonly job: Pick<GroupJob, 'id' | 'name'>;
  readonly state: UnknownState;
  readonly onClose: () => void;
};

/** Sends a group a second time: only after a person's word, and where nothing was ever seen, after a look at the phone. */
export function DenyDialog({ job, state, onClose }: DenyDialogProps) {
  const t = useWords();
  const { acting, decide } = useJob();
  const [lookedOnPhone, setLooked] = useState(false);
  const asksToLook = state.mayDeny === 'look-first';

  const makeIt = async () => {
    if (await decide({ is: 'make-it', lookedOnPhone })) onClose();
  };

  return (
    <Dialog
      open
      title={t('result.denyTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button
            kind="primary"
            disabled={asksToLook && !lookedOnPhone}
            busy={acting.value?.action === 'decide' && t('result.working')}
            onClick={() => void makeIt()}
          >
            {t('result.denyVerb')}
          </Button>
        </>
      }
    >
      <p>
        <b>{tidyName(job.name)}</b>
      </p>
      <p class="quiet-text">{t('result.denyText')}</p>
      {asksToLook && (
        <label class="option">
          <input
            class="check"
            type="checkbox"
            checked={lookedOnPhone}
            onChange={(event) => setLooked(event.currentTarget.checked)}
          />
          <span>{t('result.denyTick')}</span>
        </label>
      )}
      <JobFailure actions={['decide']} />
    </Dialog>
  );
}
