import { useEffect } from 'preact/hooks';
import type { GroupRun } from '../../../core/group-run.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { toast } from '../../components/toast.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { CheckProgress } from '../people/check-progress.tsx';
import { useChecksLeft } from '../people/use-checks-left.ts';
import { RowList } from '../run/row-list.tsx';
import { RunFailure } from '../run/run-failure.tsx';
import { AllowanceNote } from './allowance-note.tsx';
import { SheetHead } from './sheet-head.tsx';

/** Every row judged before anything is sent: what is to be decided stands on top, its repair beside it. */
export function Check({ run }: { readonly run: GroupRun }) {
  const t = useWords();
  const format = useFormat();
  const { sheet } = useStates().work;
  const { all, ready, toFix, duplicate, leftOut } = run.counts;
  const { numbers, groups } = run.repairable;
  const staysOut = toFix + duplicate;
  const count = (value: number) => ({ count: format.number(value) });

  const back = () => {
    sheet.showColumns(sheet.canGoBack(run.id));
    go({ at: 'sheet' });
  };

  return (
    <main class="page">
      <SheetHead at="check" />
      <div class="body fixed">
        <RowList
          label={t('sheet.list')}
          filters={[
            { value: 'all', label: t('sheet.all'), ...count(all) },
            { value: 'to-fix', label: t('sheet.toFix'), icon: 'alert', kind: 'warn', ...count(toFix) },
            { value: 'duplicate', label: t('sheet.duplicate'), icon: 'twice', ...count(duplicate) },
            { value: 'ready', label: t('sheet.ready'), icon: 'done', kind: 'ok', ...count(ready) },
            { value: 'left-out', label: t('sheet.leftOut'), ...count(leftOut) },
          ]}
        >
          {numbers > 0 && (
            <Banner
              kind="warn"
              icon="alert"
              actions={
                <Button
                  size="small"
                  onClick={() => void sheet.run.change('runs.repair', { rowId: null, how: 'numbers' })}
                >
                  {t('sheet.repairAll', { count: numbers })}
                </Button>
              }
            >
              <p>{t('sheet.repairable', { numbers: t('sheet.numbers', { count: numbers }), count: groups })}</p>
            </Banner>
          )}
          <AllowanceNote run={run} />
          <CheckProgress />
          <RunFailure but={['runs.row', 'runs.editRow', 'runs.plan', 'runs.setExtras']} />
        </RowList>
      </div>
      <footer class="foot">
        <span class="start small" role="status">
          {staysOut > 0 && t('sheet.staysOut', { count: staysOut })}
        </span>
        <CheckMenu hasProblems={staysOut > 0} />
        <Button onClick={back}>{t('shell.back')}</Button>
        <Button kind="primary" size="main" disabled={ready === 0} onClick={() => sheet.plan(true)}>
          {t('sheet.goOn', { count: ready })}
        </Button>
      </footer>
    </main>
  );
}

/** What is done with all rows. */
function CheckMenu({ hasProblems }: { readonly hasProblems: boolean }) {
  const t = useWords();
  const { people, sheet } = useStates().work;
  const left = useChecksLeft();
  const { run } = sheet;
  useEffect(() => void people.overview.read(), [people]);

  const saveProblems = async () => {
    const answer = await run.act('runs.saveProblems', {});
    if (answer?.saved) toast(t('sheet.problemsSaved'));
  };
  const checkWhatsapp = async () => {
    const answer = await run.act('runs.checkWhatsapp', {});
    if (!answer) return;
    toast(answer.queued > 0 ? t('sheet.checksAsked', { count: answer.queued }) : t('people.checkedAlready'));
    await people.overview.read();
  };

  return (
    <Menu
      label={t('sheet.more')}
      icon="more"
      isSquare
      items={[
        { label: t('sheet.checkWhatsapp'), note: left, onClick: () => void checkWhatsapp() },
        hasProblems && {
          label: t('sheet.noPictures'),
          onClick: () => void run.change('runs.repair', { rowId: null, how: 'no-picture' }),
        },
        hasProblems && { label: t('sheet.saveProblems'), onClick: () => void saveProblems() },
      ]}
    />
  );
}
