import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../../core/failure.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureCode } from '../../components/failure-code.tsx';
import { Field } from '../../components/field.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { PassphraseInput } from './passphrase-input.tsx';

type SealedSetupProps = { readonly file: string; readonly failure: Failure | null };

/** Asks for the passphrase of a file; a wrong one stays to be mended. */
export function SealedSetup({ file, failure }: SealedSetupProps) {
  const t = useWords();
  const { setup } = useStates();
  const [passphrase, setPassphrase] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  /** What was wrong is about what was typed then. */
  const [tried, setTried] = useState<Failure | null>(null);
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const wrong = failure !== null && failure !== tried;

  const focusInput = () => {
    const input = form.current?.querySelector('input');
    input?.focus();
    input?.select();
  };
  useEffect(focusInput, [failure]);

  function submit(event: Event): void {
    event.preventDefault();
    setEmpty(passphrase.trim() === '');
    if (passphrase.trim() === '') focusInput();
    else void setup.unlock(passphrase);
  }

  function type(text: string): void {
    setPassphrase(text);
    setEmpty(false);
    setTried(failure);
  }

  const problem = isEmpty ? t('setupFile.isEmpty') : wrong ? t('setupFile.wrong') : null;
  return (
    <Dialog
      open
      title={t('setupFile.title')}
      onClose={setup.close}
      actions={
        <>
          <Button onClick={setup.close}>{t('shell.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            busy={setup.busy.value === 'opening' && t('setupFile.opening')}
          >
            {t('setupFile.open')}
          </Button>
        </>
      }
    >
      <p class="quiet-text breakable">{t('setupFile.locked', { file })}</p>
      <form id={formId} class="stack tight" noValidate ref={form} onSubmit={submit}>
        <Field label={t('setupFile.passphrase')} problem={problem === null ? null : { text: problem }}>
          {(idProps) => <PassphraseInput idProps={idProps} value={passphrase} onType={type} />}
        </Field>
        {wrong && failure && <FailureCode failure={failure} />}
      </form>
    </Dialog>
  );
}
