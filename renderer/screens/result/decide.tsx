import { useState } from 'preact/hooks';
import type { GroupJob } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { DenyDialog } from './deny-dialog.tsx';
import type { UnknownState } from './unknown.tsx';

type DecideProps = {
  readonly job: Pick<GroupJob, 'id' | 'name'>;
  readonly state: UnknownState;
  readonly size?: 'small';
};

/** A person's word: the group exists, or it does not and is to be made. The second is summed up first. */
export function Decide({ job, state, size }: DecideProps) {
  const t = useWords();
  const { acting, decide } = useJob();
  const [isDenying, setDenying] = useState(false);
  const mayDeny = state.mayDeny !== 'no';
  const isBusy = acting.value?.action === 'decide';
  const sized = size ? { size } : {};
  return (
    <>
      {state.candidates.length === 0 && (
        <Button
          {...sized}
          busy={isBusy && !isDenying && t('result.working')}
          onClick={() => void decide({ is: 'exists', chatId: null })}
        >
          {t(mayDeny ? 'result.itExists' : 'result.iSeeIt')}
        </Button>
      )}
      {mayDeny && (
        <Button {...sized} onClick={() => setDenying(true)}>
          {t('result.itDoesNot')}
        </Button>
      )}
      {isDenying && <DenyDialog job={job} state={state} onClose={() => setDenying(false)} />}
    </>
  );
}
