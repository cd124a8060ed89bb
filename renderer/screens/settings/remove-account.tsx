import { useState } from 'preact/hooks';
import type { Account } from '../../../core/account.ts';
import { nameOf } from '../../../core/account-state-name.ts';
import type { Failure } from '../../../core/failure.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { toast } from '../../components/toast.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

type RemoveAccountProps = { readonly account: Account; readonly onClose: () => void };

/** Asks once; when groups still wait in the queue, asks about them too; open ones must be settled first. */
export function RemoveAccount({ account, onClose }: RemoveAccountProps) {
  const t = useWords();
  const { accounts } = useStates();
  const [failure, setFailure] = useState<Failure | null>(null);
  const label = nameOf(account);
  const isBusy = failure?.code === 'account-busy';
  const isOpen = isBusy && failure.open > 0;

  async function remove(): Promise<void> {
    const answer = await accounts.remove({ accountId: account.id, cancelQueued: isBusy && !isOpen });
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    toast(t('settings.removed', { label }));
  }

  return (
    <Dialog
      open
      title={t('settings.removeTitle', { label })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          {isOpen ? (
            <Button onClick={() => go({ at: 'groups' })}>{t('shell.groups')}</Button>
          ) : (
            <Button kind="danger" onClick={() => void remove()}>
              {t(isBusy ? 'settings.removeQueued' : 'settings.remove')}
            </Button>
          )}
        </>
      }
    >
      {failure ? (
        <FailureNote failure={failure} about="reading" />
      ) : (
        <p class="quiet-text">{t('settings.removeText')}</p>
      )}
    </Dialog>
  );
}
