import type { Person } from '../../../core/contact.ts';
import { toast } from '../../components/toast.tsx';
import { go } from '../../route.ts';
import { readyEntry } from '../../state/entries.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** Opens New group with the name and people of another one; what stood there can be taken back. */
export function useStartLike(): (name: string, people: readonly Person[]) => void {
  const t = useWords();
  const { draft } = useStates().work;
  return (name, people) => {
    const before = { name: draft.name.peek(), entries: draft.entries.list.peek() };
    draft.replace({ name, entries: people.map(readyEntry) });
    if (before.name !== '' || before.entries.length > 0) toast(t('result.draftReplaced'), () => draft.replace(before));
    go({ at: 'new-group' });
  };
}
