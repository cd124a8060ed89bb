import { useEffect } from 'preact/hooks';
import type { Failure } from '../../../core/failure.ts';
import { sayFailure } from '../../../core/i18n/say-failure.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { FailureCode } from '../../components/failure-code.tsx';
import { toast } from '../../components/toast.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { useChecksLeft } from './use-checks-left.ts';

/** How far the check of numbers has come, what it may still cost, and why it stopped. */
export function CheckProgress() {
  const t = useWords();
  const { checks } = useStates().work.people;
  const left = useChecksLeft();
  const work = checks.work.value.value;
  const failure = work?.failure ?? checks.failure.value;
  useEndToast(work !== null && !work.running && !work.failure ? work.done : null);

  if (work?.running) {
    return (
      <div class="progress-line">
        <span class="spinner" aria-hidden="true" />
        <span role="status">{t('people.checking', { done: work.done, total: work.total })}</span>
        <progress class="progress" aria-label={t('people.check')} max={Math.max(1, work.total)} value={work.done} />
        {left && <span class="small">{left}</span>}
        <Button size="small" onClick={() => void checks.stop()}>
          {t('people.stop')}
        </Button>
      </div>
    );
  }
  if (!failure) return null;
  return (
    <Stopped
      failure={failure}
      title={work ? t('people.checkStopped', { done: work.done, total: work.total }) : undefined}
    />
  );
}

/** Said once, when the last number is answered. */
function useEndToast(done: number | null): void {
  const t = useWords();
  const { checks } = useStates().work.people;
  useEffect(() => {
    if (done === null) return;
    checks.dismiss();
    if (done > 0) toast(t('people.checked', { count: done }));
  }, [done]);
}

function Stopped({ failure, title }: { readonly failure: Failure; readonly title: string | undefined }) {
  const t = useWords();
  const format = useFormat();
  const { checks } = useStates().work.people;

  /** Some numbers were checked before the allowance was used up: here it is not true that nothing has changed. */
  const why = () => {
    const nowMs = Date.now();
    if (failure.code !== 'quota') return sayFailure(failure, { say: t, format, nowMs, about: 'reading' });
    const { used, total } = failure;
    const date = format.date(failure.resetsAtMs, nowMs);
    if (used === null || total === null) return t('people.checkQuotaPlain', { date });
    return t('people.checkQuota', { used, total, date });
  };

  return (
    <Banner
      kind="warn"
      icon="alert"
      title={title}
      alert
      actions={
        <>
          {checks.canGoOn.value && (
            <Button size="small" onClick={() => void checks.goOn()}>
              {t('people.goOn')}
            </Button>
          )}
          <Button size="small" onClick={() => void checks.stop()}>
            {t('shell.close')}
          </Button>
        </>
      }
    >
      <p>{why()}</p>
      <FailureCode failure={failure} />
    </Banner>
  );
}
