import { toast } from '../../components/toast.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** Reads the phone's contacts and says what has changed. */
export function useSync(): () => void {
  const t = useWords();
  const { accountId, people, sync } = useStates().work;

  const run = async (id: string) => {
    const answer = await sync.start(id);
    if (!answer) return;
    const { added, changed, gone } = answer;
    toast(added + changed + gone === 0 ? t('people.syncedSame') : t('people.synced', { added, changed, gone }));
    await people.search(people.text.peek());
  };

  return () => {
    const id = accountId.peek();
    if (id !== null) void run(id);
  };
}
