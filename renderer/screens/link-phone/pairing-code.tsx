import { useState } from 'preact/hooks';
import { sayFailure } from '../../../core/i18n/say-failure.ts';
import { sayWait } from '../../../core/i18n/say-wait.ts';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Field, type Problem } from '../../components/field.tsx';
import type { LinkPhoneState } from '../../state/link-phone.ts';
import { useFormat, useWords } from '../../words.ts';

type PairingCodeProps = { readonly link: LinkPhoneState; readonly firstPhone: string };

/** Asks for a code by the phone's number, and shows it large enough to copy by eye. */
export function PairingCode({ link, firstPhone }: PairingCodeProps) {
  const t = useWords();
  const [phone, setPhone] = useState(firstPhone);
  const [isEmpty, setEmpty] = useState(false);
  const numberProblem = useNumberProblem(link, setPhone);
  const failure = link.pairingFailure.value;

  function ask(): void {
    const number = phone.trim();
    setEmpty(number === '');
    if (number !== '') void link.askCode(number);
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
        problem={isEmpty ? { text: t('linkPhone.phoneEmpty') } : numberProblem}
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
            <Button kind="primary" size="main" type="submit" busy={link.isAsking.value && t('linkPhone.gettingCode')}>
              {t(link.pairing.value ? 'linkPhone.newCode' : 'linkPhone.getCode')}
            </Button>
          </div>
        )}
      </Field>
      {failure && !numberProblem && <FailureNote failure={failure} about="reading" />}
      <Code link={link} />
    </form>
  );
}

/** A number that cannot be one is said beside the field, with the likely one to take instead. */
function useNumberProblem(link: LinkPhoneState, setPhone: (phone: string) => void): Problem | null {
  const t = useWords();
  const format = useFormat();
  const failure = link.pairingFailure.value;
  if (failure?.code !== 'bad-number') return null;
  const { guess } = failure;
  const text = sayFailure(failure, { say: t, format, nowMs: Date.now() });
  return guess === null
    ? { text }
    : { text, repair: { label: t('linkPhone.useGuess', { guess }), onClick: () => setPhone(guess) } };
}

/** As the phone shows the places for it: `ABCD-EFGH`. */
const inHalves = (code: string): string => code.replace(/^(\w{4})(\w{4})$/, '$1-$2');

function Code({ link }: { readonly link: LinkPhoneState }) {
  const t = useWords();
  const pairing = link.pairing.value;
  const leftMs = link.codeLeftMs.value;
  if (!pairing) return null;
  return (
    <div role="status">
      <p class="small">{t('linkPhone.code')}</p>
      <p class="pairing-code">{inHalves(pairing.code)}</p>
      <p class="small" aria-live="off">
        {leftMs > 0 ? t('linkPhone.codeEndsIn', { wait: sayWait(t, leftMs) }) : t('linkPhone.codeEnded')}
      </p>
    </div>
  );
}
