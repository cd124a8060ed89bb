import type { GroupJob } from '../../../core/group-job.ts';
import { useFormat, useWords } from '../../words.ts';
import { unbroken } from './unbroken.ts';

/** `Made today at 14:35 from +7 900 000-00-00`. */
export function useMadeWords({ fromPhone }: GroupJob, madeAtMs: number): string {
  const t = useWords();
  const format = useFormat();
  const nowMs = Date.now();
  const time = format.time(madeAtMs);
  const number = fromPhone && unbroken(fromPhone);
  if (format.when(madeAtMs, nowMs) === time) {
    return number ? t('result.madeTodayFrom', { time, number }) : t('result.madeToday', { time });
  }
  const date = format.date(madeAtMs, nowMs);
  return number ? t('result.madeOnFrom', { date, time, number }) : t('result.madeOn', { date, time });
}
