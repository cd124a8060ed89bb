import { useState } from 'preact/hooks';
import { sayWait } from '../../../core/i18n/say-wait.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { RunFailure } from './run-failure.tsx';

export type HelpHow = 'save-and-add' | 'send-link';
type HelpDialogProps = { readonly how: HelpHow; readonly count: number; readonly onClose: () => void };

/** Between two people, as main does it. */
const gapMs = 15_000;
/** The contract's limit. */
const messageMax = 2000;

/** One confirmation for everybody who is missing: what is done to how many, and the message in view. */
export function HelpDialog({ how, count, onClose }: HelpDialogProps) {
  const t = useWords();
  const { acting, change } = useStates().work.sheet.run;
  const filled = { name: '{name}', link: '{link}' };
  const [message, setMessage] = useState(t('run.message', filled));
  const isSending = how === 'send-link';
  const isEmpty = isSending && message.trim() === '';

  const help = async () => {
    const isDone = await change('runs.helpMissing', { how: isSending ? { is: 'send-link', message } : { is: how } });
    if (isDone) onClose();
  };

  return (
    <Dialog
      open
      title={t(isSending ? 'run.sendTitle' : 'run.addTitle', { count })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button
            kind="primary"
            disabled={isEmpty}
            busy={acting.value?.call === 'runs.helpMissing' && t('result.working')}
            onClick={() => void help()}
          >
            {t(isSending ? 'run.sendVerb' : 'run.addVerb')}
          </Button>
        </>
      }
    >
      {isSending && (
        <Field label={t('result.sendLabel')} help={t('run.sendHelp', filled)}>
          {(idProps) => (
            <textarea
              {...idProps}
              class="input lines"
              rows={4}
              maxLength={messageMax}
              value={message}
              onInput={(event) => setMessage(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <p class="quiet-text">
        {t(isSending ? 'run.sendText' : 'run.addText')} {t('run.takes', { span: sayWait(t, count * gapMs) })}
      </p>
      <RunFailure calls={['runs.helpMissing']} />
    </Dialog>
  );
}
