import { FailureNote } from '../../components/failure-note.tsx';
import type { JobAction } from '../../state/job.ts';
import { useJob } from '../shared/job-context.ts';
import { wayAnew } from './way-on.tsx';

type JobFailureProps = {
  readonly actions: readonly JobAction[];
  /** The person the action was about; without it, only failures about nobody in particular. */
  readonly chatId?: string;
};

/** Why the last of these actions did not go, where it was asked for. */
export function JobFailure({ actions, chatId }: JobFailureProps) {
  const last = useJob().failure.value;
  if (!last || !actions.includes(last.action) || last.chatId !== (chatId ?? null)) return null;
  const asksForGroup = last.action === 'requeue' || last.action === 'decide';
  return (
    <FailureNote
      failure={last.failure}
      about={asksForGroup ? 'group' : 'reading'}
      actions={last.action === 'look' && wayAnew(last.failure)}
    />
  );
}
