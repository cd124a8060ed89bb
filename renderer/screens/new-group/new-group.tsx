import { useEffect } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { AccountNote } from './account-note.tsx';
import { CheckSide } from './check-side.tsx';
import { DuplicateQuestion } from './duplicate-question.tsx';
import { Gist } from './gist.tsx';
import { NameField } from './name-field.tsx';
import { PeopleField } from './people-field.tsx';
import { SumUp } from './sum-up.tsx';
import { useStart } from './use-start.ts';

/** New group: a name, its people, a check beside them, and one button. What is typed is kept as it is typed. */
export function NewGroup() {
  const t = useWords();
  const { accountId, creator, draft, picker } = useStates().work;
  const { isQueued, button } = useStart();
  const creating = creator.state.value;
  const { problem, failure } = creating.at === 'editing' ? creating : { problem: null, failure: null };

  useEffect(() => {
    // A hidden window may be closed next: what waits to be kept goes now.
    const onHide = () => document.visibilityState === 'hidden' && draft.flush();
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', draft.flush);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', draft.flush);
      draft.flush();
    };
  }, [draft]);

  useEffect(() => {
    if (problem) document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
  }, [creating, problem]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    if (creating.at === 'sum-up') void creator.confirm(false);
    else if (!document.querySelector('dialog[open]') && accountId.value !== null) creator.begin();
  };

  return (
    <main class="page folds" onKeyDown={onKeyDown}>
      <header class="head">
        <h1>{t('newGroup.title')}</h1>
      </header>
      <div class="body fixed grow">
        <AccountNote />
        {failure && <FailureNote failure={failure} />}
        {draft.keepFailure.value && <FailureNote failure={draft.keepFailure.value} />}
        <NameField name={draft.name.value} problem={problem} onName={draft.setName} />
        <PeopleField picker={picker} problem={problem} />
      </div>
      <CheckSide />
      <footer class="foot">
        <span class="start small wide-only">{isQueued && t('newGroup.mayClose')}</span>
        <Gist />
        <Button kind="primary" size="main" disabled={accountId.value === null} onClick={creator.begin}>
          {button}
        </Button>
      </footer>
      <SumUp />
      <DuplicateQuestion />
    </main>
  );
}
