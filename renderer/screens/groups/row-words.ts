import { asksPerson } from '../../../core/asks-person.ts';
import type { GroupRow } from '../../../core/group-job.ts';
import type { Format } from '../../../core/i18n/format.ts';
import type { Say } from '../../../core/i18n/say.ts';
import type { IconName } from '../../components/icon.tsx';

/** What a line of the record says about its group. An icon stands only where something is to be noticed. */
export type RowWords = {
  readonly note: string;
  readonly icon: IconName | null;
  readonly kind: 'warn' | 'bad' | 'quiet';
};

type Words = { readonly t: Say; readonly format: Format; readonly nowMs: number };

export function wordsOfRow(row: GroupRow, { t, format, nowMs }: Words): RowWords {
  const { state } = row;
  switch (state.at) {
    case 'created':
      return { note: whoIsIn(row, t), icon: null, kind: 'quiet' };
    case 'queued':
      if (state.held) return { note: t('groups.held'), icon: 'ask', kind: 'warn' };
      if (state.waiting) return { note: t('groups.waits'), icon: 'clock', kind: 'quiet' };
      return { note: startWords(row, { t, format, nowMs }), icon: 'clock', kind: 'quiet' };
    case 'sending':
      return { note: t('groups.sending'), icon: 'clock', kind: 'quiet' };
    case 'refused':
      return { note: t('groups.refused'), icon: 'cross', kind: 'bad' };
    case 'unknown':
      return { note: t(asksPerson(state) ? 'groups.pleaseCheck' : 'groups.notKnown'), icon: 'ask', kind: 'warn' };
    case 'cancelled':
      return { note: t('groups.cancelled'), icon: null, kind: 'quiet' };
  }
}

function whoIsIn(row: GroupRow, t: Say): string {
  if (row.in === null) return t('groups.made');
  return row.notYet
    ? t('groups.inAndNotYet', { in: row.in, notYet: row.notYet })
    : t('groups.inOnly', { count: row.in });
}

function startWords({ startsAtMs }: GroupRow, { t, format, nowMs }: Words): string {
  if (startsAtMs === null || startsAtMs <= nowMs) return t('groups.next');
  const when = format.when(startsAtMs, nowMs);
  return when === format.time(startsAtMs) ? t('groups.starts', { time: when }) : t('groups.startsOn', { when });
}
