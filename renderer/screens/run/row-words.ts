import type { RowState, RunRow, Verdict } from '../../../core/group-run.ts';
import type { Format } from '../../../core/i18n/format.ts';
import type { Say } from '../../../core/i18n/say.ts';
import { sayFailure } from '../../../core/i18n/say-failure.ts';
import type { IconName } from '../../components/icon.tsx';
import { wordsOfRow } from '../groups/row-words.ts';

/** What a row says in its first line. */
export type RunRowWords = {
  readonly icon: IconName;
  readonly kind: 'ok' | 'warn' | 'bad' | 'quiet';
  readonly note: string;
};

type Words = {
  readonly t: Say;
  readonly format: Format;
  readonly nowMs: number;
  /** The row whose turn is next, if one is. */
  readonly nextRowId: number | null;
};

const verdictLooks = {
  ready: { icon: 'done', kind: 'ok', word: 'sheet.isReady' },
  'to-fix': { icon: 'alert', kind: 'warn', word: 'sheet.isToFix' },
  duplicate: { icon: 'twice', kind: 'quiet', word: 'sheet.isDuplicate' },
  'left-out': { icon: 'minus', kind: 'quiet', word: 'sheet.isLeftOut' },
} as const satisfies Record<Verdict, object>;

export function wordsOf(row: RunRow, words: Words): RunRowWords {
  const { state } = row;
  const { t } = words;
  switch (state.at) {
    case 'checked': {
      const { word, ...look } = verdictLooks[state.verdict];
      return { ...look, note: [t(word), ...notesOf(state, t)].join(' · ') };
    }
    case 'waiting':
      return { icon: 'clock', kind: 'quiet', note: waitingNote(row, state, words) };
    case 'skipped':
      return { icon: 'minus', kind: 'quiet', note: t('run.isSkipped') };
    case 'duplicate':
      return { icon: 'twice', kind: 'warn', note: t('sheet.isDuplicate') };
    case 'job':
      return jobWords(row, state, words);
  }
}

/** What was mended without asking. */
function notesOf({ problems }: Extract<RowState, { readonly at: 'checked' }>, t: Say): readonly string[] {
  return problems.flatMap((problem) => {
    if (problem.is === 'own-number') return [t('sheet.own')];
    if (problem.is !== 'repeated-person') return [];
    return [t('sheet.repeated', { name: problem.person.name || problem.person.phone })];
  });
}

function waitingNote(
  { people, rowId }: RunRow,
  { startsAtMs, again }: Extract<RowState, { readonly at: 'waiting' }>,
  { t, format, nowMs, nextRowId }: Words,
): string {
  const when = startsAtMs === null ? null : format.when(startsAtMs, nowMs);
  const turn = when === null ? t('run.isWaiting') : t(rowId === nextRowId ? 'run.isNext' : 'run.isAbout', { when });
  return [turn, again ? t('run.again') : t('run.people', { count: people })].join(' · ');
}

function jobWords(row: RunRow, state: Extract<RowState, { readonly at: 'job' }>, words: Words): RunRowWords {
  const { t, format, nowMs } = words;
  const job = state.state;
  if (job.at === 'refused') {
    return { icon: 'cross', kind: 'bad', note: sayFailure(job.failure, { say: t, format, nowMs }) };
  }
  const { name, people } = row;
  const { in: isIn, jobId, notYet, stepsFailed } = state;
  const { icon, kind, note } = wordsOfRow(
    { id: jobId, name, people, state: job, in: isIn, notYet, askedAtMs: 0, startsAtMs: null },
    words,
  );
  if (job.at !== 'created') return { icon: icon ?? 'minus', kind, note };
  const steps = stepsFailed > 0 ? ` · ${t('run.stepsFailed', { count: stepsFailed })}` : '';
  return { icon: 'done', kind: 'ok', note: note + steps };
}

/** When it happened, for the end of the line; null while nothing has. */
export function timeOf(state: RowState): number | null {
  if (state.at !== 'job') return null;
  const job = state.state;
  switch (job.at) {
    case 'created':
      return job.madeAtMs;
    case 'refused':
    case 'cancelled':
      return job.atMs;
    case 'unknown':
      return job.sentAtMs;
    case 'sending':
      return job.sinceMs;
    case 'queued':
      return null;
  }
}
