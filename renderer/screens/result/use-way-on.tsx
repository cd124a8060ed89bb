import type { ComponentChildren } from 'preact';
import type { Failure, FailureCode } from '../../../core/failure.ts';
import { Button } from '../../components/button.tsx';
import { useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';

/** Stops that only a person ends; a plan may be changed before the allowance starts anew. */
const endedByPerson: readonly FailureCode[] = ['unknown', 'rate-overlimit', 'quota'];

/** The button by which a person lets the queue go on, for the failures that need one. */
export function useWayOn({ code }: Failure): ComponentChildren {
  const t = useWords();
  const { acting, goOn } = useJob();
  if (!endedByPerson.includes(code)) return null;
  return (
    <Button size="small" busy={acting.value?.action === 'go-on' && t('result.working')} onClick={() => void goOn()}>
      {t('result.goOn')}
    </Button>
  );
}
