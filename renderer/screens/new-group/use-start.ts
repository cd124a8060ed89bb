import { paceMsOf, startsAtMs } from '../../state/start-time.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { useNow } from '../shared/use-now.ts';

/** When a group that is asked for now would start, in the words of the button and of the sum-up. */
export type Start = {
  readonly isQueued: boolean;
  readonly button: string;
  /** `14:35`, or "at once". */
  readonly when: string;
  readonly paceMs: number;
};

export function useStart(): Start {
  const t = useWords();
  const format = useFormat();
  const { accounts, app, settings } = useStates();
  const queue = app.queue.value;
  const clock = accounts.isPractice.value ? app.practice.value.clock : 'real';
  const paceMs = paceMsOf(settings.settings.value.paceMinutes, clock);
  const nowMs = useNow(startsAtMs(queue, paceMs, Date.now()));
  const startMs = startsAtMs(queue, paceMs, nowMs);
  if (startMs === null) return { isQueued: false, button: t('newGroup.create'), when: t('newGroup.atOnce'), paceMs };
  const when = format.when(startMs, nowMs);
  const isToday = when === format.time(startMs);
  const button = isToday ? t('newGroup.queueAt', { time: when }) : t('newGroup.queueOn', { when });
  return { isQueued: true, button, when, paceMs };
}
