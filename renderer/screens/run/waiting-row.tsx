import type { Failure } from '../../../core/failure.ts';
import type { RunRow } from '../../../core/group-run.ts';
import { sayFailure } from '../../../core/i18n/say-failure.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';

const moves = { next: 'run.first', up: 'run.up', down: 'run.down', last: 'run.last' } as const;
const places = ['next', 'up', 'down', 'last'] as const satisfies readonly (keyof typeof moves)[];

/** A row whose turn has not come: out of it, into it again, or another place. */
export function WaitingActions({ row, onEdit }: { readonly row: RunRow; readonly onEdit: () => void }) {
  const t = useWords();
  const { run } = useStates().work.sheet;
  const { rowId } = row;
  const skip = (isOut: boolean) => void run.change('runs.skip', { rowId, skip: isOut });
  if (run.value.value?.state.at === 'ended') return null;
  if (row.state.at === 'skipped') {
    return (
      <Button kind="quiet" size="small" onClick={() => skip(false)}>
        {t('sheet.takeIn')}
      </Button>
    );
  }
  return (
    <>
      <Button kind="quiet" size="small" onClick={() => skip(true)}>
        {t('run.skip')}
      </Button>
      <Menu
        label={t('sheet.moreOf', { name: row.name })}
        icon="more"
        size="small"
        isSquare
        items={[
          ...places.map((to) => ({
            label: t(moves[to]),
            onClick: () => void run.change('runs.moveRow', { rowId, to }),
          })),
          { label: t('result.change'), onClick: onEdit },
        ]}
      />
    </>
  );
}

type DuplicateLineProps = { readonly row: RunRow; readonly failure: Failure };

/** There was such a group when its turn came: a person says. */
export function DuplicateLine({ row, failure }: DuplicateLineProps) {
  const t = useWords();
  const format = useFormat();
  const { run } = useStates().work.sheet;
  const { rowId } = row;
  const words = sayFailure(failure, { say: t, format, nowMs: Date.now() });
  return (
    <div class="repairs">
      <span class="problem">
        <span class="text" title={words}>
          {words}
        </span>
        <LinkButton onClick={() => void run.change('runs.skip', { rowId, skip: true })}>
          {t('sheet.leaveOut')}
        </LinkButton>
        <LinkButton onClick={() => void run.change('runs.retry', { rowId })}>{t('sheet.makeAnother')}</LinkButton>
      </span>
    </div>
  );
}
