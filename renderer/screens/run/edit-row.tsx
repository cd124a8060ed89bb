import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RowDetail, RunRow } from '../../../core/group-run.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { createEntries } from '../../state/entries.ts';
import { createPicker } from '../../state/picker.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { NameField } from '../new-group/name-field.tsx';
import { PeopleField } from '../new-group/people-field.tsx';
import { ProblemList } from '../new-group/problem-list.tsx';
import { RunFailure } from './run-failure.tsx';

type EditRowProps = { readonly row: RunRow; readonly onClose: () => void };

/** The name and the people of one row. A refused one goes back among those that wait. */
export function EditRow({ row, onClose }: EditRowProps) {
  const t = useWords();
  const { run } = useStates().work.sheet;
  const [detail, setDetail] = useState<RowDetail | null>(null);
  const { rowId } = row;
  useEffect(() => {
    void run.act('runs.row', { rowId }).then(setDetail);
  }, [run, rowId]);
  if (detail) return <OpenedRow row={detail} onClose={onClose} />;
  return (
    <Dialog
      open
      title={t('sheet.editTitle')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('shell.back')}</Button>}
    >
      <Spinner words={t('shell.loading')} />
      <RunFailure calls={['runs.row']} />
    </Dialog>
  );
}

function OpenedRow({ row, onClose }: { readonly row: RowDetail; readonly onClose: () => void }) {
  const t = useWords();
  const { api, work } = useStates();
  const { run } = work.sheet;
  const [name, setName] = useState(row.name);
  const picker = useMemo(
    () => createPicker({ api, accountId: work.accountId, entries: createEntries(row.entries) }),
    [api, work.accountId, row],
  );
  const { rowId, state } = row;
  const isRefused = state.at === 'job' && state.state.at === 'refused';

  const save = async () => {
    const entries = [...picker.entries.list.peek()];
    const isSaved = await run.act('runs.editRow', { rowId, name, entries });
    if (!isSaved) return;
    const isDone = isRefused ? await run.change('runs.retry', { rowId }) : await run.refresh();
    if (isDone) onClose();
  };

  return (
    <Dialog
      open
      title={t('sheet.editTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button kind="primary" busy={run.acting.value !== null && t('sheet.saving')} onClick={() => void save()}>
            {t(isRefused ? 'run.putBack' : 'sheet.editSave')}
          </Button>
        </>
      }
    >
      <NameField name={name} problem={name.trim() === '' ? 'name-empty' : null} onName={setName} />
      <ProblemList entries={picker.entries} />
      <PeopleField picker={picker} problem={null} />
      <RunFailure calls={['runs.editRow', 'runs.retry']} />
    </Dialog>
  );
}
