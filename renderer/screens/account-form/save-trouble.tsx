import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import type { AccountForm } from '../../state/account-form.ts';
import { useWords } from '../../words.ts';

type SaveTroubleProps = { readonly form: AccountForm; readonly onSave: (keep: 'saved' | 'session') => void };

/** What belongs to no field: the password store asks for a choice, anything else is said. */
export function SaveTrouble({ form, onSave }: SaveTroubleProps) {
  const t = useWords();
  const problem = form.problem.value;
  if (!problem || problem.field !== null || problem.failure === 'empty') return null;
  if (problem.failure.code !== 'keychain') return <FailureNote failure={problem.failure} about="reading" />;
  return (
    <FailureNote
      failure={problem.failure}
      actions={
        <>
          <Button onClick={() => onSave('session')}>{t('accountForm.keepSession')}</Button>
          <Button kind="quiet" onClick={() => onSave('saved')}>
            {t('accountForm.tryAgain')}
          </Button>
        </>
      }
    />
  );
}
