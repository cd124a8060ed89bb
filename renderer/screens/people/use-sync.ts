import { toast } from '../../components/toast.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** Reads the phone's contacts and says what that brought. */
export function useSync(): () => void {
  const t = useWords();
  const { accountId, people, sync } = useStates().work;

  const run = async (id: string) => {
    const answer = await sync.start(id);
    if (!answer) return;
    const { added, changed, gone } = answer;
    const parts = [
      added > 0 && t('people.syncAdded', { count: added }),
      changed > 0 && t('people.syncRenamed', { count: changed }),
      gone > 0 && t('people.syncGone', { count: gone }),
    ].filter(Boolean);
    const said = parts.length === 0 ? t('people.syncedSame') : parts.join(', ');
    toast(answer.withoutChats === null ? said : `${said}. ${t('people.syncedNoChats')}`);
    // Also when nothing has changed: the time of the sync has.
    await people.overview.read();
  };

  return () => {
    const id = accountId.peek();
    if (id !== null) void run(id);
  };
}
