import type { ComponentChildren } from 'preact';
import type { Failure, FailureCode } from '../../../core/failure.ts';
import { Button } from '../../components/button.tsx';
import { useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';

/** Stops that only a person ends; a plan may be changed before the allowance starts anew. */
const endedByPerson: readonly FailureCode[] = ['unknown', 'rate-overlimit', 'quota'];

/** What a person may do about that for which a queue stands, or null where it goes on by itself. */
export function wayOn(failure: Failure): ComponentChildren {
  return endedByPerson.includes(failure.code) ? <GoOn /> : wayAnew(failure);
}

/** The same for a list of groups that cannot be used. */
export const wayAnew = (failure: Failure): ComponentChildren =>
  failure.code === 'stale-groups' && failure.lost ? <BeginAnew /> : null;

function GoOn() {
  const t = useWords();
  const { acting, goOn } = useJob();
  return (
    <Button size="small" busy={acting.value?.action === 'go-on' && t('result.working')} onClick={() => void goOn()}>
      {t('result.goOn')}
    </Button>
  );
}

function BeginAnew() {
  const t = useWords();
  const { acting, beginAnew } = useJob();
  const isBusy = acting.value?.action === 'begin-anew';
  return (
    <Button size="small" busy={isBusy && t('result.working')} onClick={() => void beginAnew()}>
      {t('result.beginAnew')}
    </Button>
  );
}
