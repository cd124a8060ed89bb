import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { CheckProgress } from './check-progress.tsx';
import { SavingProgress } from './saving-progress.tsx';
import { useSync } from './use-sync.ts';

/** What went wrong and what goes on, above the list. */
export function PeopleNotes() {
  const t = useWords();
  const { people, sync } = useStates().work;
  const startSync = useSync();
  const read = people.list.failure.value ?? people.overview.failure.value;
  const { changes, undo, selection, failure } = people;
  const changed = changes.failure.value ?? undo.failure.value ?? selection.failure.value ?? failure.value;
  const again = (onClick: () => void) => (
    <Button size="small" onClick={onClick}>
      {t('shell.retry')}
    </Button>
  );

  return (
    <div class="people-notes">
      {read && <FailureNote failure={read} about="reading" actions={again(() => void people.open())} />}
      {sync.failure.value && <FailureNote failure={sync.failure.value} about="reading" actions={again(startSync)} />}
      {changed && (
        <FailureNote
          failure={changed}
          about="reading"
          actions={
            <Button size="small" onClick={people.dismiss}>
              {t('shell.close')}
            </Button>
          }
        />
      )}
      <CheckProgress />
      <SavingProgress />
    </div>
  );
}
