import type { GroupRun } from '../../../core/group-run.ts';
import { progressOf } from '../../../core/run-progress.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Progress } from '../../components/progress.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { useNow } from '../shared/use-now.ts';
import { Missing } from './missing.tsx';
import { RowList } from './row-list.tsx';
import { RunBanner } from './run-banner.tsx';
import { RunFailure } from './run-failure.tsx';
import { RunMenu } from './run-menu.tsx';

/** A run that was started: how far it is, what is next, what needs a person, and every row. */
export function Run({ run }: { readonly run: GroupRun }) {
  const t = useWords();
  const format = useFormat();
  const { created, unknown, refused, waiting, sending, skipped, duplicate, all, leftOut, toFix } = run.counts;
  const { done, total } = progressOf(run);
  const { state } = run;
  const count = (value: number) => ({ count: format.number(value) });

  return (
    <main class="page">
      <header class="head">
        <h1 class="run-name" title={run.file}>
          {run.file}
        </h1>
        <div class="end line">
          <PauseButton run={run} />
          <RunMenu run={run} />
        </div>
      </header>
      <div class="body fixed">
        <div class="run-head">
          <div class="run-line">
            <Progress label={t('run.progress')} done={done} total={total} />
            <b class="nowrap" role="status">
              {t('run.count', { done, total })}
            </b>
          </div>
          <NextLine run={run} />
        </div>
        <RowList
          label={t('run.list')}
          filters={[
            { value: 'all', label: t('sheet.all'), ...count(all) },
            { value: 'created', label: t('run.created'), ...count(created) },
            ...(unknown > 0
              ? [{ value: 'unknown', label: t('run.unknown'), icon: 'ask', kind: 'warn', ...count(unknown) } as const]
              : []),
            ...(refused > 0
              ? [{ value: 'refused', label: t('run.refused'), icon: 'cross', kind: 'bad', ...count(refused) } as const]
              : []),
            ...(toFix > 0
              ? [{ value: 'to-fix', label: t('sheet.toFix'), icon: 'alert', kind: 'warn', ...count(toFix) } as const]
              : []),
            ...(duplicate > 0
              ? [{ value: 'duplicate', label: t('sheet.duplicate'), icon: 'twice', ...count(duplicate) } as const]
              : []),
            ...(state.at === 'ended'
              ? []
              : [{ value: 'waiting', label: t('run.waiting'), ...count(waiting + sending) } as const]),
            ...(leftOut > 0 ? [{ value: 'left-out', label: t('sheet.leftOut'), ...count(leftOut) } as const] : []),
            ...(skipped > 0 ? [{ value: 'skipped', label: t('run.skipped'), ...count(skipped) } as const] : []),
          ]}
        >
          <div class="run-notes">
            <RunBanner run={run} />
            <Missing run={run} />
            <FailedSteps run={run} />
            <RunFailure but={['runs.row', 'runs.editRow', 'runs.stop', 'runs.helpMissing', 'runs.missing']} />
          </div>
        </RowList>
      </div>
    </main>
  );
}

/** What did not work after the groups were made; once more is safe, for nothing is done twice. */
function FailedSteps({ run }: { readonly run: GroupRun }) {
  const t = useWords();
  const { change } = useStates().work.sheet.run;
  if (run.stepsFailed === 0) return null;
  return (
    <Banner
      kind="warn"
      icon="alert"
      actions={
        <Button size="small" onClick={() => void change('runs.retrySteps', {})}>
          {t('run.tryAgain')}
        </Button>
      }
    >
      <p>{t('run.failedSteps', { count: run.stepsFailed })}</p>
    </Banner>
  );
}

function PauseButton({ run }: { readonly run: GroupRun }) {
  const t = useWords();
  const { change } = useStates().work.sheet.run;
  switch (run.state.at) {
    case 'running':
      return (
        <Button icon="pause" onClick={() => void change('runs.pause', {})}>
          {t('run.pause')}
        </Button>
      );
    case 'paused':
    case 'stopped':
      return (
        <Button kind="primary" onClick={() => void change('runs.resume', {})}>
          {t('run.resume')}
        </Button>
      );
    default:
      return null;
  }
}

/** What is next and when it will be done; nothing while it stands. */
function NextLine({ run }: { readonly run: GroupRun }) {
  const t = useWords();
  const format = useFormat();
  const { next, doneAtMs, plan, state, waiting } = run;
  const startsAtMs = next?.startsAtMs ?? null;
  const nowMs = useNow(startsAtMs);
  if (state.at !== 'running' || !next || waiting) return null;
  const sayNext = (atMs: number, now: number) => {
    const when = format.when(atMs, now);
    return when === format.time(atMs) ? t('run.next', { time: when }) : t('run.nextOn', { when });
  };
  const isSoon = startsAtMs === null || startsAtMs <= nowMs;
  const parts = [
    isSoon ? t('run.nextSoon') : sayNext(startsAtMs, nowMs),
    plan.from === plan.to
      ? t('run.rateAlways', { perDay: plan.perDay })
      : t('run.rate', { perDay: plan.perDay, from: plan.from, to: plan.to }),
    ...(plan.days.every((isOn, day) => isOn === day < 5) ? [t('run.weekdays')] : []),
  ];
  return (
    <p>
      {parts.join(' · ')}
      {doneAtMs !== null && (
        <>
          {' · '}
          <b>{t('run.done', { when: format.dayAndTime(doneAtMs) })}</b>
        </>
      )}
    </p>
  );
}
