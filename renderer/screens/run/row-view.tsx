import type { RunRow } from '../../../core/group-run.ts';
import { Icon } from '../../components/icon.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { tidyName } from '../shared/unbroken.ts';
import { CheckedActions, Problems } from './checked-row.tsx';
import { JobActions } from './job-row.tsx';
import { Question } from './question.tsx';
import { heightOfRow } from './row-height.ts';
import { rowPx } from './row-tops.ts';
import { timeOf, wordsOf } from './row-words.ts';
import { DuplicateLine, WaitingActions } from './waiting-row.tsx';

type RowViewProps = {
  readonly row: RunRow;
  readonly place: { readonly 'aria-setsize': number; readonly 'aria-posinset': number };
  readonly onEdit: () => void;
};

/** One row of the spreadsheet, before the start and after it: where it stands, and what can be done in the same line. */
export function RowView({ row, place, onEdit }: RowViewProps) {
  const t = useWords();
  const format = useFormat();
  const { run } = useStates().work.sheet;
  const { state } = row;
  const height = heightOfRow(row);
  const { icon, kind, note } = wordsOf(row, {
    t,
    format,
    nowMs: Date.now(),
    nextRowId: run.value.value?.next?.rowId ?? null,
  });
  const time = timeOf(state);
  const name = tidyName(row.name) || t('sheet.line', { line: row.line });
  const isQuestion = height > rowPx && state.at === 'job';
  const classes = ['row', height > rowPx && 'tall', isQuestion && 'attention'].filter(Boolean).join(' ');

  return (
    <li class={classes} style={{ height: `${height}px` }} {...place}>
      <Icon name={icon} kind={kind} />
      <div class="row-main">
        <div>
          {state.at === 'job' ? (
            <button
              type="button"
              class="row-title"
              title={name}
              onClick={() => go({ at: 'result', jobId: state.jobId })}
            >
              {name}
            </button>
          ) : (
            <span class="row-title" title={name}>
              {name}
            </span>
          )}
          <span class="row-note" title={note}>
            {note}
          </span>
        </div>
        {state.at === 'checked' && height > rowPx && <Problems row={row} state={state} onEdit={onEdit} />}
        {state.at === 'duplicate' && <DuplicateLine row={row} failure={state.failure} />}
        {isQuestion && <Question row={row} state={state} />}
      </div>
      <span class="row-end">
        {state.at === 'checked' && (
          <>
            <span class="nowrap">{t('sheet.firstPeople', { count: row.people })}</span>
            <CheckedActions row={row} state={state} onEdit={onEdit} />
          </>
        )}
        {(state.at === 'waiting' || state.at === 'skipped') && <WaitingActions row={row} onEdit={onEdit} />}
        {state.at === 'job' && <JobActions row={row} state={state} onEdit={onEdit} />}
        {time !== null && <time>{format.time(time)}</time>}
      </span>
    </li>
  );
}
