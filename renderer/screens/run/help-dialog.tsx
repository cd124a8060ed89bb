import { useState } from 'preact/hooks';
import type { GroupRun } from '../../../core/group-run.ts';
import { sayWait } from '../../../core/i18n/say-wait.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { MessageField } from '../shared/message-field.tsx';
import { RunFailure } from './run-failure.tsx';

export type HelpHow = 'save-and-add' | 'send-link';
type HelpDialogProps = {
  readonly how: HelpHow;
  readonly missing: GroupRun['missing'];
  readonly onClose: () => void;
};
/** One confirmation for everybody who is missing: what is done to how many, and the message in view. */
export function HelpDialog({ how, missing, onClose }: HelpDialogProps) {
  const { people: count, takesMs } = missing;
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
        <MessageField
          label={t('result.sendLabel')}
          help={t('run.sendHelp', filled)}
          message={message}
          onMessage={setMessage}
        />
      )}
      <p class="quiet-text">
        {t(isSending ? 'run.sendText' : 'run.addText')} {t('run.takes', { span: sayWait(t, takesMs) })}
      </p>
      <RunFailure calls={['runs.helpMissing']} />
    </Dialog>
  );
}
