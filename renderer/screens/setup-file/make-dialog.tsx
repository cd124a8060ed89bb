import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { nameOf } from '../../../core/account-state-name.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { createSetupMaking } from '../../state/setup-making.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { MadePassphrase } from './made-passphrase.tsx';
import { MakeFields } from './make-fields.tsx';

/** Puts a set-up file together for a colleague, and shows its passphrase once more when it is saved. */
export function MakeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const { api, accounts } = useStates();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const offered = accounts.list.value.filter(({ practice, token }) => !practice && token !== 'missing');
  // Put together once: what changes about the accounts meanwhile must not wipe what was typed.
  const making = useMemo(
    () =>
      createSetupMaking({
        api,
        accountIds: offered.map(({ id }) => id),
        currentId: accounts.currentId.peek(),
        randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      }),
    [api],
  );
  useEffect(() => void making.readLists(), [making]);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    await making.save();
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.focus();
    // What is wrong with it stands below it.
    wrong?.closest('.field, .choices')?.scrollIntoView({ block: 'nearest' });
  }

  if (making.isSaved.value) return <Saved passphrase={making.isOwn.value ? null : making.made} onClose={onClose} />;
  return (
    <Dialog
      open
      long
      title={t('setupFile.makeTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} busy={making.isBusy.value && t('setupFile.saving')}>
            {t('setupFile.save')}
          </Button>
        </>
      }
    >
      <form id={formId} class="setup-content" noValidate ref={form} onSubmit={(event) => void save(event)}>
        <p class="quiet-text">{t('setupFile.makeSays')}</p>
        <MakeFields making={making} accounts={offered.map((account) => ({ id: account.id, name: nameOf(account) }))} />
      </form>
      {making.failure.value && <FailureNote failure={making.failure.value} about="reading" />}
    </Dialog>
  );
}

type SavedProps = { readonly passphrase: string | null; readonly onClose: () => void };

function Saved({ passphrase, onClose }: SavedProps) {
  const t = useWords();
  return (
    <Dialog
      open
      title={t('setupFile.saved')}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          {t('setupFile.finish')}
        </Button>
      }
    >
      {passphrase !== null && <MadePassphrase passphrase={passphrase} help={t('setupFile.madeHelp')} />}
      <p class="quiet-text">{t('setupFile.savedSays')}</p>
    </Dialog>
  );
}
