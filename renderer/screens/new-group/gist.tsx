import { LinkButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** The check in one line, where there is no room for it beside the form. */
export function Gist() {
  const t = useWords();
  const { ready, problems } = useStates().work.draft.entries;
  const parts = [
    ready.value.length > 0 && t('newGroup.ready', { count: ready.value.length }),
    problems.value.length > 0 && t('newGroup.look', { count: problems.value.length }),
  ].filter((part) => part !== false);
  const hasProblems = problems.value.length > 0;
  return (
    <span class="start line narrow-only">
      {parts.length > 0 && <Icon name={hasProblems ? 'alert' : 'done'} kind={hasProblems ? 'warn' : 'ok'} />}
      <span>{parts.length > 0 ? parts.join(', ') : t('newGroup.nobody')}</span>
      {parts.length > 0 && <LinkButton onClick={showCheck}>{t('newGroup.show')}</LinkButton>}
    </span>
  );
}

function showCheck(): void {
  const check = document.querySelector<HTMLElement>('#check');
  if (!check) return;
  check.scrollIntoView({ block: 'start' });
  check.tabIndex = -1;
  check.focus({ preventScroll: true });
}
