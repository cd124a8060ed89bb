import { useMemo, useState } from 'preact/hooks';
import type { GroupJob } from '../../../core/group-job.ts';
import { Button } from '../../components/button.tsx';
import { type FieldProblem, problemOf } from '../../state/creating.ts';
import { createEntries, readyEntry } from '../../state/entries.ts';
import { createPicker } from '../../state/picker.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { NameField } from '../new-group/name-field.tsx';
import { PeopleField } from '../new-group/people-field.tsx';
import { ProblemList } from '../new-group/problem-list.tsx';
import { JobFailure } from './job-failure.tsx';

type ChangeFormProps = { readonly job: GroupJob; readonly onClose: () => void };

/** A refused group with another name or other people, back into the queue. */
export function ChangeForm({ job, onClose }: ChangeFormProps) {
  const t = useWords();
  const { api, work } = useStates();
  const [name, setName] = useState(job.name);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const picker = useMemo(() => {
    const entries = createEntries(job.people.map(readyEntry));
    return createPicker({ api, accountId: work.accountId, entries });
  }, [api, job.id, work.accountId]);

  const putBack = async () => {
    const found = problemOf(name, picker.entries);
    setProblem(found);
    if (found === null) await work.job.requeue({ name, people: picker.entries.ready.peek() });
  };

  return (
    <section class="stack" aria-label={t('result.changeTitle')}>
      <NameField name={name} problem={problem} onName={setName} />
      <PeopleField picker={picker} problem={problem} />
      <ProblemList entries={picker.entries} />
      <JobFailure actions={['requeue']} />
      <div class="line end-line">
        <Button onClick={onClose}>{t('shell.back')}</Button>
        <Button
          kind="primary"
          busy={work.job.acting.value?.action === 'requeue' && t('result.working')}
          onClick={() => void putBack()}
        >
          {t('result.putBack')}
        </Button>
      </div>
    </section>
  );
}
