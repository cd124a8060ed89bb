import type { RowProblem, RowState, RunRow } from '../../../core/group-run.ts';
import type { Format } from '../../../core/i18n/format.ts';
import type { Say } from '../../../core/i18n/say.ts';
import { sayFailure } from '../../../core/i18n/say-failure.ts';
import { sayPicture } from '../../../core/i18n/say-picture.ts';
import { LinkButton } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { go } from '../../route.ts';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { sayNumber } from '../shared/say-problem.ts';
import { keepingBack, problemsMax } from './row-height.ts';

type Checked = Extract<RowState, { readonly at: 'checked' }>;
type CheckedProps = { readonly row: RunRow; readonly state: Checked; readonly onEdit: () => void };

/** What is wrong with a row, each with its repair in the same line. */
export function Problems({ row, state, onEdit }: CheckedProps) {
  const t = useWords();
  const format = useFormat();
  const problems = keepingBack(state.problems);
  const hasMore = problems.length > problemsMax;
  const shown = hasMore ? problems.slice(0, problemsMax - 1) : problems;
  return (
    <div class="repairs">
      {shown.map((problem, place) => {
        const words = sayRowProblem(problem, t, format);
        return (
          <span class="problem" key={place}>
            <span class="text" title={words}>
              {words}
            </span>
            <Repair row={row} problem={problem} onEdit={onEdit} />
          </span>
        );
      })}
      {hasMore && (
        <span class="problem">
          <LinkButton onClick={onEdit}>{t('sheet.moreProblems', { count: problems.length - shown.length })}</LinkButton>
        </span>
      )}
    </div>
  );
}

type RepairProps = { readonly row: RunRow; readonly problem: RowProblem; readonly onEdit: () => void };

/** The one click that mends it; where only a person knows, the way to change it. */
function Repair({ row, problem, onEdit }: RepairProps) {
  const t = useWords();
  const { run } = useStates().work.sheet;
  const { rowId } = row;
  const repair = (how: 'numbers' | 'without' | 'no-picture' | 'leave-out' | 'make-another') =>
    void run.change('runs.repair', { rowId, how });
  switch (problem.is) {
    case 'number':
      if (problem.guess) return <LinkButton onClick={() => repair('numbers')}>{t('sheet.repair')}</LinkButton>;
      return (
        <>
          <LinkButton onClick={onEdit}>{t('sheet.typeIn')}</LinkButton>
          <LinkButton onClick={() => repair('without')}>{t('sheet.goWithout')}</LinkButton>
        </>
      );
    case 'picture':
      return (
        <>
          <LinkButton onClick={() => void run.change('runs.repair', { rowId: null, how: 'look-again' })}>
            {t('sheet.lookAgain')}
          </LinkButton>
          <LinkButton onClick={() => repair('no-picture')}>{t('sheet.noPicture')}</LinkButton>
        </>
      );
    case 'not-on-whatsapp':
      return <LinkButton onClick={() => repair('without')}>{t('sheet.goWithout')}</LinkButton>;
    case 'exists':
      return (
        <>
          <LinkButton onClick={() => repair('leave-out')}>{t('sheet.leaveOut')}</LinkButton>
          <LinkButton onClick={() => repair('make-another')}>{t('sheet.makeAnother')}</LinkButton>
          {problem.jobId && (
            <LinkButton onClick={() => go({ at: 'result', jobId: problem.jobId })}>{t('sheet.show')}</LinkButton>
          )}
        </>
      );
    case 'name-repeated':
      return (
        <>
          <LinkButton onClick={onEdit}>{t('sheet.change')}</LinkButton>
          <LinkButton onClick={() => repair('leave-out')}>{t('sheet.leaveOut')}</LinkButton>
        </>
      );
    default:
      return <LinkButton onClick={onEdit}>{t('sheet.change')}</LinkButton>;
  }
}

/** The menu at the end of a row before the start. */
export function CheckedActions({ row, state, onEdit }: CheckedProps) {
  const t = useWords();
  const { run } = useStates().work.sheet;
  const { name, rowId } = row;
  const isOut = state.verdict === 'left-out';
  return (
    <Menu
      label={t('sheet.moreOf', { name: name || t('sheet.line', { line: row.line }) })}
      icon="more"
      size="small"
      isSquare
      items={[
        { label: t('result.change'), onClick: onEdit },
        {
          label: t(isOut ? 'sheet.takeIn' : 'sheet.leaveOut'),
          onClick: () => void run.change('runs.repair', { rowId, how: isOut ? 'take-in' : 'leave-out' }),
        },
      ]}
    />
  );
}

function sayRowProblem(problem: RowProblem, t: Say, format: Format): string {
  switch (problem.is) {
    case 'name-empty':
      return t('sheet.nameEmpty');
    case 'name-too-long':
      return t('sheet.nameTooLong', { count: problem.over });
    case 'name-repeated':
      return t('sheet.nameRepeated', { line: problem.line });
    case 'no-people':
      return t('sheet.noPeople');
    case 'too-many-people':
      return t('sheet.tooMany', { count: problem.count });
    case 'number': {
      const { guess, name, reason, text } = problem;
      const words = sayNumber(t, text, guess ? { guess: guess.phone } : { reason });
      return name ? t('sheet.of', { name, problem: words }) : words;
    }
    case 'exists': {
      const { is: _, ...group } = problem;
      return sayFailure({ code: 'duplicate', ...group }, { say: t, format, nowMs: Date.now() });
    }
    case 'picture':
      return sayPicture(t, problem.name, problem.why);
    case 'not-on-whatsapp':
      return t('sheet.notOnWhatsapp', { name: problem.person.name || problem.person.phone });
    case 'repeated-person':
    case 'own-number':
      return ''; // notes of the first line
  }
}
