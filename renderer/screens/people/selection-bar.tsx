import { useState } from 'preact/hooks';
import { groupPeopleMax } from '../../../core/draft-rules.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { AddToList } from './add-to-list.tsx';
import { ExportMenu } from './export-menu.tsx';
import { useChecksLeft } from './use-checks-left.ts';
import { usePeopleActions } from './use-people-actions.ts';

/** Floats over the list while somebody is chosen. */
export function SelectionBar() {
  const t = useWords();
  const { list, overview, selection } = useStates().work.people;
  const { check, deletePeople, removeFromList, startGroup } = usePeopleActions();
  const left = useChecksLeft();
  const [isRefused, setRefused] = useState(false);
  const count = selection.count.value;
  if (count === 0) return null;

  const chatIds = () => [...selection.ids.peek()];
  const { listId } = list.filter.value;
  const shownList = overview.value.value?.lists.find((saved) => saved.listId === listId);
  const isTooMany = count > groupPeopleMax;

  return (
    <div
      class={shownList ? 'selection-bar floating full' : 'selection-bar floating'}
      role="toolbar"
      aria-label={t('people.chosenBar')}
    >
      {isRefused && isTooMany && (
        <p class="help error" role="alert">
          <Icon name="alert" />
          {t('people.tooManyForGroup', { count, max: groupPeopleMax })}
        </p>
      )}
      <b class="nowrap">{t('people.chosen', { count })}</b>
      <Button
        kind="primary"
        icon="new-group"
        onClick={() => {
          setRefused(isTooMany);
          if (!isTooMany) void startGroup(chatIds());
        }}
      >
        {t('people.newGroup')}
      </Button>
      <AddToList chatIds={chatIds} isShort />
      {shownList && (
        <Button
          icon="minus"
          label={t('people.removeFromList')}
          onClick={() => void removeFromList(shownList, chatIds())}
        >
          <span class="button-word">{t('people.removeFromList')}</span>
        </Button>
      )}
      <Button
        icon="done"
        label={left ? `${t('people.check')} · ${left}` : t('people.check')}
        onClick={() => void check(chatIds())}
      >
        <span class="button-word first-to-go">{t('people.check')}</span>
      </Button>
      <ExportMenu chatIds={chatIds} />
      <Button kind="danger" icon="bin" label={t('people.delete')} onClick={() => void deletePeople(chatIds())}>
        <span class="button-word first-to-go">{t('people.delete')}</span>
      </Button>
      <Button kind="quiet" icon="close" label={t('people.chooseNone')} onClick={selection.clear} />
    </div>
  );
}
