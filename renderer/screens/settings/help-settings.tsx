import { useState } from 'preact/hooks';
import type { Failure } from '../../../core/failure.ts';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { toast } from '../../components/toast.tsx';
import { areKeysShown } from '../../shortcuts.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

export function HelpSettings() {
  const t = useWords();
  const { app } = useStates();
  const [failure, setFailure] = useState<Failure | null>(null);

  async function saveSupportFile(): Promise<void> {
    const answer = await app.saveSupportFile();
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value.saved) toast(t('settings.supportSaved'));
  }

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
      <div class="set-row">
        <div>
          <b>{t('settings.support')}</b>
          <span class="small">{t('settings.supportHelp')}</span>
        </div>
        <Button onClick={() => void saveSupportFile()}>{t('settings.supportSave')}</Button>
      </div>
      {failure && <FailureNote failure={failure} about="reading" />}
    </>
  );
}
