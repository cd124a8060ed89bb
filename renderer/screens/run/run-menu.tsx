import { useState } from 'preact/hooks';
import type { GroupRun } from '../../../core/group-run.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Menu } from '../../components/menu.tsx';
import { toast } from '../../components/toast.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { RunFailure } from './run-failure.tsx';

/** What else is done with a run: its plan, its results, and the end of it. */
export function RunMenu({ run }: { readonly run: GroupRun }) {
  const t = useWords();
  const { sheet } = useStates().work;
  const [isStopping, setStopping] = useState(false);
  const hasEnded = run.state.at === 'ended';

  const saveResults = async (format: 'xlsx' | 'csv') => {
    const answer = await sheet.run.act('runs.saveResults', { format });
    if (answer?.saved) toast(t('run.saved'));
  };
  const savePages = async () => {
    const answer = await sheet.run.act('runs.savePages', {});
    if (answer?.saved) toast(t('run.saved'));
  };

  return (
    <>
      <Menu
        label={t('run.more')}
        icon="more"
        isSquare
        items={[
          !hasEnded && { label: t('run.changePlan'), onClick: () => sheet.plan(true) },
          { label: t('run.saveXlsx'), onClick: () => void saveResults('xlsx') },
          { label: t('run.saveCsv'), onClick: () => void saveResults('csv') },
          run.counts.created > 0 && { label: t('run.savePages'), onClick: () => void savePages() },
          run.resultsFile !== null && {
            label: t('run.showFile'),
            onClick: () => void sheet.run.act('runs.showFile', {}),
          },
          !hasEnded && { label: t('run.stop'), danger: true, onClick: () => setStopping(true) },
        ]}
      />
      {isStopping && <StopDialog run={run} onClose={() => setStopping(false)} />}
    </>
  );
}

function StopDialog({ run, onClose }: { readonly run: GroupRun; readonly onClose: () => void }) {
  const t = useWords();
  const { change } = useStates().work.sheet.run;
  const stop = async () => {
    if (await change('runs.stop', {})) onClose();
  };
  return (
    <Dialog
      open
      title={t('run.stopTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button kind="danger" onClick={() => void stop()}>
            {t('run.stopVerb')}
          </Button>
        </>
      }
    >
      <p>
        <b>{run.file}</b>
      </p>
      <p class="quiet-text">{t('run.stopText', { count: run.counts.waiting })}</p>
      <RunFailure calls={['runs.stop']} />
    </Dialog>
  );
}
