import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

type MadePassphraseProps = { readonly passphrase: string; readonly help: string };

/** A passphrase that we made, to be written down or copied. */
export function MadePassphrase({ passphrase, help }: MadePassphraseProps) {
  const t = useWords();
  const { app } = useStates();
  const [isCopied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    const answer = await app.copy(passphrase);
    setCopied(answer.ok);
    if (!answer.ok) app.failure.value = answer.failure;
  }

  return (
    <Field label={t('setupFile.passphrase')} help={help}>
      {(idProps) => (
        <div class="made-passphrase">
          <input {...idProps} class="input" readOnly value={passphrase} />
          <Button icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
            {t(isCopied ? 'shell.copied' : 'shell.copy')}
          </Button>
        </div>
      )}
    </Field>
  );
}
