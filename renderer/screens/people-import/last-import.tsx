import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';

/** The way back from the last import, also after the app was closed in between. */
export function LastImport() {
  const t = useWords();
  const format = useFormat();
  const { overview, changes } = useStates().work.people;
  const last = overview.value.value?.lastImport;
  if (!last) return null;

  async function takeBack(undoId: string): Promise<void> {
    if (await changes.undoImport(undoId)) toast(t('peopleImport.undone'));
    await overview.read();
  }

  return (
    <div class="line wraps">
      <span class="quiet-text">
        {t('peopleImport.last', { when: format.when(last.atMs, Date.now()), count: last.count })}
      </span>
      <Button size="small" onClick={() => void takeBack(last.undoId)}>
        {t('peopleImport.takeBack')}
      </Button>
    </div>
  );
}
