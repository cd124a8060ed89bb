import { useEffect, useState } from 'preact/hooks';
import type { GroupRun } from '../../../core/group-run.ts';
import { Button } from '../../components/button.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { AccountNote } from '../new-group/account-note.tsx';
import { RunBanner } from '../run/run-banner.tsx';
import { RunFailure } from '../run/run-failure.tsx';
import { AllowanceNote } from './allowance-note.tsx';
import { ExtrasForm } from './extras-form.tsx';
import { ForecastSide } from './forecast-side.tsx';
import { PlanForm } from './plan-form.tsx';
import { SheetHead } from './sheet-head.tsx';
import { StartDialog } from './start-dialog.tsx';

/** When the groups are made and what each gets; beside it, when it will be done. Also of a run that goes on. */
export function Plan({ run }: { readonly run: GroupRun }) {
  const t = useWords();
  const format = useFormat();
  const { sheet } = useStates().work;
  const { extras, forecast, plan } = sheet.run;
  const [isStarting, setStarting] = useState(false);
  const isDraft = run.state.at === 'draft';
  const { ready, waiting } = run.counts;
  const count = isDraft ? ready : waiting;
  const doneAtMs = forecast.value?.doneAtMs ?? null;
  const back = () => sheet.plan(false);

  // The forecast comes with the plan.
  useEffect(() => void sheet.run.setPlan({}), [sheet, count]);

  return (
    <main class="page folds">
      {isDraft ? (
        <SheetHead at="plan" />
      ) : (
        <header class="head">
          <h1>{run.file}</h1>
        </header>
      )}
      <div class="body plan">
        {isDraft && <AccountNote />}
        {isDraft && <RunBanner run={run} />}
        {isDraft && <AllowanceNote run={run} />}
        <RunFailure calls={['runs.plan', 'runs.setExtras', 'runs.choosePicture']} />
        {plan.value && <PlanForm plan={plan.value} isDraft={isDraft} />}
        {extras.value && isDraft && <ExtrasForm extras={extras.value} />}
      </div>
      <ForecastSide run={run} count={count} />
      <footer class="foot">
        <span class="start small wide-only">{isDraft && t('sheet.nothingSent')}</span>
        {doneAtMs !== null && (
          <span class="start narrow-only">
            <span class="small">{t('sheet.doneTitle')}</span> <b class="nowrap">{format.dayAndTime(doneAtMs)}</b>
          </span>
        )}
        {isDraft && <Button onClick={back}>{t('shell.back')}</Button>}
        <Button
          kind="primary"
          size="main"
          disabled={isDraft && (count === 0 || (forecast.value !== null && doneAtMs === null))}
          onClick={isDraft ? () => setStarting(true) : back}
        >
          {isDraft ? t('sheet.start', { count }) : t('run.planDone')}
        </Button>
      </footer>
      {isStarting && <StartDialog run={run} onClose={() => setStarting(false)} />}
    </main>
  );
}
