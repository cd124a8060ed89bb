import { useState } from 'preact/hooks';
import { sayWait } from '../../../core/i18n/say-wait.ts';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Field } from '../../components/field.tsx';
import type { LinkPhoneState } from '../../state/link-phone.ts';
import { useWords } from '../../words.ts';

type PairingCodeProps = { readonly link: LinkPhoneState; readonly firstPhone: string };

/** Asks for a code by the phone's number, and shows it large enough to copy by eye. */
export function PairingCode({ link, firstPhone }: PairingCodeProps) {
  const t = useWords();
  const [phone, setPhone] = useState(firstPhone);
  const [isEmpty, setEmpty] = useState(false);
  const pairing = link.pairing.value;
  const leftMs = link.codeLeftMs.value;

  function ask(): void {
    setEmpty(phone.trim() === '');
    if (phone.trim() !== '') void link.askCode(phone.trim());
  }

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Field
        label={t('linkPhone.phone')}
        help={t('linkPhone.phoneHelp')}
        problem={isEmpty ? { text: t('linkPhone.phoneEmpty') } : null}
      >
        {(idProps) => (
          <div class="input-line">
            <input
              {...idProps}
              class="input"
              type="tel"
              autoComplete="off"
              value={phone}
              onInput={(event) => setPhone(event.currentTarget.value)}
            />
            <Button kind="primary" type="submit" busy={link.isAsking.value && t('linkPhone.gettingCode')}>
              {t(pairing ? 'linkPhone.newCode' : 'linkPhone.getCode')}
            </Button>
          </div>
        )}
      </Field>
      {link.pairingFailure.value && <FailureNote failure={link.pairingFailure.value} about="reading" />}
      {pairing && (
        <div role="status">
          <p class="small">{t('linkPhone.code')}</p>
          <p class="pairing-code">{pairing.code}</p>
          <p class="small" aria-live="off">
            {leftMs > 0 ? t('linkPhone.codeEndsIn', { wait: sayWait(t, leftMs) }) : t('linkPhone.codeEnded')}
          </p>
        </div>
      )}
    </form>
  );
}
