import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { focusContentIfLost } from '../../focus-content.ts';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { Run } from '../run/run.tsx';
import { Check } from './check.tsx';
import { Columns } from './columns.tsx';
import { Door } from './door.tsx';
import { Plan } from './plan.tsx';
import { SheetHead } from './sheet-head.tsx';

/** Groups from a spreadsheet: the way in and its columns; with a run its check, its plan, and how it goes on. */
export function Sheet({ runId }: { readonly runId?: string | undefined }) {
  const { accountId, sheet } = useStates().work;
  const id = accountId.value;
  const idBefore = useRef(id);

  useEffect(() => {
    const wasOther = idBefore.current !== id;
    idBefore.current = id;
    if (wasOther) {
      // Files and runs belong to an account.
      sheet.file.drop();
      go({ at: 'sheet' });
    } else if (runId !== undefined) void sheet.run.open(runId);
  }, [id, runId, sheet]);

  if (runId !== undefined) return <OpenedRun runId={runId} />;
  return sheet.areColumnsShown.value && sheet.file.preview.value ? <Columns /> : <Door />;
}

function OpenedRun({ runId }: { readonly runId: string }) {
  const t = useWords();
  const { run, isPlanning } = useStates().work.sheet;
  const { value, failure } = run;
  const opened = value.value?.id === runId ? value.value : null;
  // The button that led to the next step is gone, and the focus with it.
  useEffect(focusContentIfLost, [isPlanning.value, opened?.state.at]);
  if (opened) {
    const mayPlan = opened.state.at !== 'ended';
    if (isPlanning.value && mayPlan) return <Plan run={opened} />;
    return opened.state.at === 'draft' ? <Check run={opened} /> : <Run run={opened} />;
  }
  return (
    <main class="page">
      <SheetHead />
      <div class="body">
        {failure.value ? (
          <FailureNote
            failure={failure.value.failure}
            about="reading"
            actions={
              <Button size="small" onClick={() => go({ at: 'sheet' })}>
                {t('shell.back')}
              </Button>
            }
          />
        ) : (
          <Skeleton rows={8} />
        )}
      </div>
    </main>
  );
}
