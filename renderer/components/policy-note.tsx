import { useStates } from '../states.ts';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { FailureNote } from './failure-note.tsx';

/** Says on every screen that the administrator's policy cannot be read, until that is closed; Settings say it on. */
export function PolicyNote() {
  const t = useWords();
  const { policy, isTroubleClosed } = useStates().policy;
  const { trouble } = policy.value;
  if (!trouble || isTroubleClosed.value) return null;
  const close = () => {
    isTroubleClosed.value = true;
  };
  return (
    <FailureNote
      failure={trouble}
      about="reading"
      actions={
        <Button kind="quiet" size="small" onClick={close}>
          {t('shell.close')}
        </Button>
      }
    />
  );
}
