import type { RowState, RunRow } from '../../../core/group-run.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { useCopy } from '../shared/use-copy.ts';

export type JobRowState = Extract<RowState, { readonly at: 'job' }>;
type JobActionsProps = { readonly row: RunRow; readonly state: JobRowState; readonly onEdit: () => void };

/** What a row with a group of its own offers: its link and code, or the repair. */
export function JobActions({ row, state, onEdit }: JobActionsProps) {
  const t = useWords();
  const copy = useCopy();
  const { run } = useStates().work.sheet;
  const { jobId, link } = state;
  const { name, rowId } = row;
  const show = () => go({ at: 'result', jobId });

  if (state.state.at === 'refused') {
    return (
      <>
        <LinkButton onClick={onEdit}>{t('sheet.repair')}</LinkButton>
        <LinkButton onClick={() => void run.change('runs.retry', { rowId })}>{t('run.tryAgain')}</LinkButton>
      </>
    );
  }
  if (state.state.at === 'unknown') return <LinkButton onClick={show}>{t('groups.look')}</LinkButton>;
  if (state.state.at !== 'created' || link === null) return null;
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        icon="link"
        label={t('run.copyLink', { name })}
        onClick={() => void copy(link, t('shell.copied'))}
      />
      <Button kind="quiet" size="small" icon="qr" label={t('run.qr', { name })} onClick={show} />
    </>
  );
}
