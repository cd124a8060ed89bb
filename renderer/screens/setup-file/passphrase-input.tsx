import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import type { FieldIdProps } from '../../components/field.tsx';
import { useWords } from '../../words.ts';

type PassphraseInputProps = {
  readonly idProps: FieldIdProps;
  readonly value: string;
  readonly onType: (text: string) => void;
};

/** A passphrase comes from paper or over the telephone: one may look at what was typed. */
export function PassphraseInput({ idProps, value, onType }: PassphraseInputProps) {
  const t = useWords();
  const [isSeen, see] = useState(false);
  const props = {
    ...idProps,
    class: 'input',
    autoComplete: 'off',
    spellcheck: false,
    maxLength: 500,
    value,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => onType(event.currentTarget.value),
  };
  return (
    <div class="with-button">
      {isSeen ? <input {...props} type="text" /> : <input {...props} type="password" />}
      <Button
        kind="quiet"
        size="small"
        icon={isSeen ? 'hide' : 'show'}
        label={t(isSeen ? 'setupFile.hidePassphrase' : 'setupFile.showPassphrase')}
        onClick={() => see(!isSeen)}
      />
    </div>
  );
}
