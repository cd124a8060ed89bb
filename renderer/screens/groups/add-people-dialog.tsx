import { useMemo, useState } from 'preact/hooks';
import type { GroupJob } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { type FieldProblem, problemOf } from '../../state/creating.ts';
import { createEntries } from '../../state/entries.ts';
import { createPicker } from '../../state/picker.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { PeopleField } from '../new-group/people-field.tsx';
import { JobFailure } from '../result/job-failure.tsx';

type AddPeopleDialogProps = { readonly job: GroupJob; readonly onClose: () => void };

/** As many as one call takes. */
const peopleMax = 50;

/** More people for a group that exists; they see it at once. */
export function AddPeopleDialog({ job, onClose }: AddPeopleDialogProps) {
  const t = useWords();
  const { api, work } = useStates();
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const picker = useMemo(
    () => createPicker({ api, accountId: work.accountId, entries: createEntries([], peopleMax) }),
    [api, work.accountId],
  );

  const add = async () => {
    const found = problemOf(job.name, picker.entries);
    setProblem(found);
    if (found !== null || picker.entries.tooMany.peek() > 0) return;
    if (await work.job.addPeople(picker.entries.ready.peek())) onClose();
  };

  return (
    <Dialog
      open
      title={t('groups.addTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button
            kind="primary"
            busy={work.job.acting.value?.action === 'add-people' && t('groups.addingPeople')}
            onClick={() => void add()}
          >
            {t('groups.addVerb')}
          </Button>
        </>
      }
    >
      <PeopleField picker={picker} problem={problem} max={peopleMax} />
      <p class="quiet-text">{t('groups.addNote', { max: peopleMax })}</p>
      <JobFailure actions={['add-people']} />
    </Dialog>
  );
}
