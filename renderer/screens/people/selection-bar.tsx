import { Button } from '../../components/button.tsx';
import { go } from '../../route.ts';
import { readyEntry } from '../../state/entries.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** Floats over the list while somebody is chosen. */
export function SelectionBar() {
  const t = useWords();
  const { chosen, draft } = useStates().work;
  const count = chosen.people.value.length;
  if (count === 0) return null;

  const startGroup = () => {
    draft.entries.add(chosen.people.peek().map(readyEntry));
    chosen.clear();
    go({ at: 'new-group' });
  };

  return (
    <div class="selection-bar floating" role="toolbar" aria-label={t('people.chosenBar')}>
      <b class="nowrap">{t('people.chosen', { count })}</b>
      <Button kind="primary" icon="new-group" onClick={startGroup}>
        {t('people.newGroup')}
      </Button>
      <Button kind="quiet" icon="close" label={t('people.chooseNone')} onClick={chosen.clear} />
    </div>
  );
}
