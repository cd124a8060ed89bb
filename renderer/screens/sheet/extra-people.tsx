import { useMemo } from 'preact/hooks';
import type { Person } from '../../../core/contact.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { createEntries, readyEntry } from '../../state/entries.ts';
import { createPicker } from '../../state/picker.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { PeopleField } from '../new-group/people-field.tsx';
import { ProblemList } from '../new-group/problem-list.tsx';

type ExtraPeopleProps = {
  readonly title: string;
  readonly people: readonly Person[];
  readonly onPeople: (people: Person[]) => void;
  readonly onClose: () => void;
};

/** The contract's limit. */
const peopleMax = 50;

/** People who are added to each group, or made admins of it. */
export function ExtraPeople({ title, people, onPeople, onClose }: ExtraPeopleProps) {
  const t = useWords();
  const { api, work } = useStates();
  const picker = useMemo(
    () => createPicker({ api, accountId: work.accountId, entries: createEntries(people.map(readyEntry), peopleMax) }),
    [api, work.accountId],
  );
  const { problems, ready, tooMany } = picker.entries;
  const mayKeep = problems.value.length === 0 && tooMany.value === 0;

  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button
            kind="primary"
            disabled={!mayKeep}
            onClick={() => {
              onPeople([...ready.peek()]);
              onClose();
            }}
          >
            {t('sheet.editSave')}
          </Button>
        </>
      }
    >
      <ProblemList entries={picker.entries} />
      <PeopleField picker={picker} problem={null} max={peopleMax} />
    </Dialog>
  );
}
