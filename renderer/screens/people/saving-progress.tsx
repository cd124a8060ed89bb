import { useEffect } from 'preact/hooks';
import { sayFailure } from '../../../core/i18n/say-failure.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { FailureCode } from '../../components/failure-code.tsx';
import { toast } from '../../components/toast.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';

/** How many names of an imported file have come into the phone's own contacts. */
export function SavingProgress() {
  const t = useWords();
  const format = useFormat();
  const { savingToPhone } = useStates().work.people;
  const work = savingToPhone.value.value;
  const ended = work && !work.running && !work.failure ? work.done : null;
  useEffect(() => {
    if (ended === null) return;
    savingToPhone.dismiss();
    if (ended > 0) toast(t('people.savedToPhone', { count: ended }));
  }, [ended]);

  if (!work || ended !== null) return null;
  const { done, total, failure } = work;
  if (work.running) {
    return (
      <div class="progress-line">
        <span class="spinner" aria-hidden="true" />
        <span role="status">{t('people.savingToPhone', { done, total })}</span>
      </div>
    );
  }
  return (
    <Banner
      kind="warn"
      icon="alert"
      title={t('people.savingStopped', { done, total })}
      alert
      actions={
        <Button size="small" kind="quiet" icon="close" label={t('shell.close')} onClick={savingToPhone.dismiss} />
      }
    >
      {failure && (
        <>
          <p>{sayFailure(failure, { say: t, format, nowMs: Date.now(), about: 'reading' })}</p>
          <FailureCode failure={failure} />
        </>
      )}
    </Banner>
  );
}
