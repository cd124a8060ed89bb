import { nameOf } from '../../../core/account-state-name.ts';
import type { GroupRun } from '../../../core/group-run.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { RunFailure } from '../run/run-failure.tsx';

/** What is about to begin, before it does: the facts, one sentence, Back and the verb. */
export function StartDialog({ run, onClose }: { readonly run: GroupRun; readonly onClose: () => void }) {
  const t = useWords();
  const format = useFormat();
  const { accounts, settings, work } = useStates();
  const { sheet } = work;
  const account = accounts.current.value;
  const forecast = sheet.run.forecast.value;
  const paceMinutes = Math.max(run.plan.paceMinutes, settings.settings.value.paceMinutes);
  const { perDay } = run.plan;
  const count = run.counts.ready;
  const when = (atMs: number | null | undefined) => (atMs == null ? '–' : format.when(atMs, Date.now()));

  const start = async () => {
    if (!(await sheet.run.change('runs.start', {}))) return;
    sheet.plan(false);
    sheet.file.drop();
  };

  return (
    <Dialog
      open
      title={t('sheet.startTitle', { count })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button
            kind="primary"
            busy={sheet.run.acting.value?.call === 'runs.start' && t('sheet.starting')}
            onClick={() => void start()}
          >
            {t('sheet.startVerb')}
          </Button>
        </>
      }
    >
      <dl class="facts">
        <dt>{t('newGroup.factPeople')}</dt>
        <dd>{format.number(run.people)}</dd>
        <dt>{t('newGroup.factFrom')}</dt>
        <dd>{account && (account.phoneShown ?? nameOf(account))}</dd>
        <dt>{t('sheet.startPace')}</dt>
        <dd>{t('sheet.startPaceIs', { minutes: t('sheet.minutes', { count: paceMinutes }), perDay })}</dd>
        <dt>{t('sheet.startFirst')}</dt>
        <dd>{when(forecast?.firstAtMs)}</dd>
        <dt>{t('sheet.startLast')}</dt>
        <dd>{when(forecast?.doneAtMs)}</dd>
      </dl>
      <p class="quiet-text">{t('sheet.startText')}</p>
      <RunFailure calls={['runs.start']} />
    </Dialog>
  );
}
