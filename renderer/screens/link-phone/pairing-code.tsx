import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Say } from '../../../core/i18n/say.ts';
import { sayFailure } from '../../../core/i18n/say-failure.ts';
import { sayWait } from '../../../core/i18n/say-wait.ts';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Field, type Problem } from '../../components/field.tsx';
import type { Problem as EntryProblem } from '../../state/entries.ts';
import type { LinkPhoneState } from '../../state/link-phone.ts';
import { useFormat, useWords } from '../../words.ts';
import { sayProblem } from '../shared/say-problem.ts';
import { typeInto, useNumberTyping } from '../shared/use-number-typing.ts';

type PairingCodeProps = {
  readonly accountId: string;
  readonly link: LinkPhoneState;
  readonly firstPhone: string;
};

/** Asks for a code by the phone's number, and shows it large enough to copy by eye. */
export function PairingCode({ accountId, link, firstPhone }: PairingCodeProps) {
  const t = useWords();
  const [phone, setPhone] = useState(firstPhone);
  const [isEmpty, setEmpty] = useState(false);
  const typing = useNumberTyping(useSignal(accountId));
  const refused = useRefusal(link, take);
  const typed = typing.problem.value;
  const numberProblem = typed ? wrongOnTheWay(t, typed, take) : refused;
  const failure = link.pairingFailure.value;

  function type(text: string): void {
    setPhone(text);
    setEmpty(false);
  }

  function take(guess: string): void {
    typing.clear();
    type(guess);
  }

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
              onInput={(event) => typeInto(typing, event, type)}
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

type Take = (guess: string) => void;

/** What is wrong while the number is typed, with the likely one to take instead. */
const wrongOnTheWay = (t: Say, problem: EntryProblem, take: Take): Problem => ({
  text: sayProblem(t, problem),
  ...(problem.at === 'repair' && { repair: repairOf(t, problem.guess.phone, take) }),
});

/** A number that was asked with and cannot be one is said beside the field, too. */
function useRefusal(link: LinkPhoneState, take: Take): Problem | null {
  const t = useWords();
  const format = useFormat();
  const failure = link.pairingFailure.value;
  if (failure?.code !== 'bad-number') return null;
  const { guess } = failure;
  const text = sayFailure(failure, { say: t, format, nowMs: Date.now() });
  return guess === null ? { text } : { text, repair: repairOf(t, guess, take) };
}

const repairOf = (t: Say, guess: string, take: Take) => ({
  label: t('linkPhone.useGuess', { guess }),
  onClick: () => take(guess),
});

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
