import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Field, type Problem } from '../../components/field.tsx';
import { toast } from '../../components/toast.tsx';
import { createAdding } from '../../state/adding.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { sayProblem } from '../shared/say-problem.ts';

/** Adds somebody by number and name, or several by a column of them. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const { api, work } = useStates();
  const adding = useMemo(() => createAdding({ api, accountId: work.accountId }), [api, work.accountId]);
  const [numbers, setNumbers] = useState('');
  const [name, setName] = useState('');
  const [wasEmpty, setWasEmpty] = useState(false);
  const isColumn = numbers.trim().includes('\n');

  const add = async () => {
    setWasEmpty(numbers.trim() === '');
    const count = await adding.add(numbers, name);
    if (count === 0) return;
    toast(t('people.added', { count }));
    onClose();
    await work.people.search(work.people.text.peek());
  };

  return (
    <Dialog
      open
      title={t('people.addTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell.back')}</Button>
          <Button kind="primary" busy={adding.isBusy.value && t('people.adding')} onClick={() => void add()}>
            {t('people.addVerb')}
          </Button>
        </>
      }
    >
      <Field label={t('people.addNumbers')} help={t('people.addNumbersHelp')} problem={numberProblem()}>
        {(idProps) => (
          <textarea
            {...idProps}
            class="input lines"
            rows={3}
            value={numbers}
            onInput={(event) => {
              setNumbers(event.currentTarget.value);
              adding.reset();
            }}
          />
        )}
      </Field>
      {!isColumn && (
        <Field label={t('people.addName')}>
          {(idProps) => (
            <input
              {...idProps}
              class="input"
              autocomplete="off"
              maxLength={200}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {adding.failure.value && <FailureNote failure={adding.failure.value} about="reading" />}
    </Dialog>
  );

  function numberProblem(): Problem | null {
    const problem = adding.problem.value;
    if (wasEmpty && numbers.trim() === '') return { text: t('people.numberEmpty') };
    if (!problem) return null;
    if (problem.at === 'bad') return { text: sayProblem(t, problem) };
    return {
      text: sayProblem(t, problem),
      repair: {
        label: t('newGroup.repair'),
        onClick: () => {
          setNumbers(numbers.replace(problem.text, problem.guess.phone));
          adding.reset();
        },
      },
    };
  }
}
