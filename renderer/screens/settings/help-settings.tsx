import { useState } from 'preact/hooks';
import type { Failure } from '../../../core/failure.ts';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { areKeysShown } from '../../shortcuts.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { SupportFile } from './support-file.tsx';

export function HelpSettings() {
  const t = useWords();
  const { app } = useStates();
  const [failure, setFailure] = useState<Failure | null>(null);

  async function openConsole(): Promise<void> {
    const answer = await app.open({ page: 'console' });
    setFailure(answer.ok ? null : answer.failure);
  }

  return (
    <>
      <h2>{t('settings.help')}</h2>
      <div class="set-row">
        <b>{t('settings.version', { version: app.version })}</b>
        <span class="line">
          <Button kind="quiet" onClick={() => (areKeysShown.value = true)}>
            {t('keys.title')}
          </Button>
          <Button onClick={() => void app.open({ help: 'start' })}>{t('settings.openHelp')}</Button>
        </span>
      </div>
      <div class="set-row">
        <div>
          <b>{t('settings.console')}</b>
          <span class="small">{t('settings.consoleHelp')}</span>
        </div>
        <Button icon="open" onClick={() => void openConsole()}>
          {t('settings.openConsole')}
        </Button>
      </div>
      <SupportFile />
      {failure && <FailureNote failure={failure} about="reading" />}
    </>
  );
}
