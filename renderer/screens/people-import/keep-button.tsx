import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.tsx';
import type { PeopleImport } from '../../state/people-import.ts';
import type { UndoStep } from '../../state/people-undo.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

type KeepButtonProps = { readonly incoming: PeopleImport; readonly onKept: () => void };

/** Keeps everybody who was found, and says so with a way back. */
export function KeepButton({ incoming, onKept }: KeepButtonProps) {
  const t = useWords();
  const { api, work } = useStates();
  const { undo } = work.people;
  const count = incoming.preview.value?.counts.people ?? 0;
  const label = count > 0 ? t('peopleImport.keep', { count }) : t('peopleImport.keepNobody');
  const busy = incoming.busy.value;

  const takeBack = async (step: UndoStep) => {
    if (await undo.takeBack(step)) toast(t('peopleImport.undone'));
  };

  const keep = async () => {
    const accountId = work.accountId.peek();
    const kept = await incoming.keep();
    if (!kept || accountId === null) return;
    const step = () => api['people.undo']({ accountId, undoId: kept.undoId });
    undo.push(step);
    toast(t('peopleImport.kept', { count: kept.people }), () => void takeBack(step));
    onKept();
  };

  return (
    <Button
      kind="primary"
      size="main"
      icon="add-person"
      disabled={count === 0 && busy !== 'reading'}
      // The same words while it is read again: nothing jumps for a moment that is over soon.
      busy={busy === 'keeping' ? t('peopleImport.keeping') : busy === 'reading' && label}
      onClick={() => void keep()}
    >
      {label}
    </Button>
  );
}
