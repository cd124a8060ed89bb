import { useState } from 'preact/hooks';
import type { Failure } from '../../../core/failure.ts';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { toast } from '../../components/toast.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** The file for support: what is in it, and whether whole numbers are. */
export function SupportFile() {
  const t = useWords();
  const { app } = useStates();
  const [withNumbers, setWithNumbers] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function save(): Promise<void> {
    const answer = await app.saveSupportFile(withNumbers);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value.saved) toast(t('settings.supportSaved'));
  }

  return (
    <>
      <div class="set-row">
        <div>
          <b>{t('settings.support')}</b>
          <span class="small">{t('settings.supportHelp')}</span>
          <label class="option">
            <input
              class="check"
              type="checkbox"
              checked={withNumbers}
              onChange={(event) => setWithNumbers(event.currentTarget.checked)}
            />
            <span>{t('settings.supportNumbers')}</span>
          </label>
        </div>
        <Button onClick={() => void save()}>{t('settings.supportSave')}</Button>
      </div>
      {failure && <FailureNote failure={failure} about="reading" />}
    </>
  );
}
