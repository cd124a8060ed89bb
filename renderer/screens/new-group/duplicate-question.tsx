import { sayFailure } from '../../../core/i18n/say-failure.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';

/** The same group, or one of the same name, is there already: only a person says whether to make another one. */
export function DuplicateQuestion() {
  const t = useWords();
  const format = useFormat();
  const { creator } = useStates().work;
  const creating = creator.state.value;
  if (creating.at !== 'duplicate') return null;

  const { failure } = creating;
  // While it is not known whether the first one exists, a second one is never sent.
  const mayRepeat = failure.state !== 'unknown' || !failure.exact;
  const show = () => {
    creator.back();
    go({ at: 'result', jobId: failure.jobId });
  };

  return (
    <Dialog
      open
      title={t('newGroup.duplicateTitle')}
      onClose={creator.back}
      actions={
        <>
          <Button onClick={creator.back}>{t('shell.back')}</Button>
          <Button onClick={show}>{t('newGroup.showThatOne')}</Button>
          {mayRepeat && (
            <Button kind="primary" onClick={() => void creator.confirm(true)}>
              {t('newGroup.makeAnother')}
            </Button>
          )}
        </>
      }
    >
      <p>{sayFailure(failure, { say: t, format, nowMs: Date.now() })}</p>
    </Dialog>
  );
}
