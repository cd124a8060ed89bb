import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Field, type Problem } from '../../components/field.tsx';
import { toast } from '../../components/toast.tsx';
import { createAdding } from '../../state/adding.ts';
import type { Problem as EntryProblem } from '../../state/entries.ts';
import { personNameMax } from '../../state/people-changes.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { sayProblem } from '../shared/say-problem.ts';
import { typeInto, useNumberTyping } from '../shared/use-number-typing.ts';
import { JudgedNote } from './judged-note.tsx';

/** A name may stand beside its number, so that letters say nothing yet. */
const isBeyondMending = (problem: EntryProblem | null): boolean =>
  problem?.at === 'bad' && problem.reason !== 'letters' && problem.reason !== 'extension';

/** Adds somebody by number and name, or several by a column of them; what is typed is judged on the way. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const { api, work } = useStates();
  const adding = useMemo(() => createAdding({ api, accountId: work.accountId }), [api, work.accountId]);
  const typing = useNumberTyping(work.accountId);
  const [numbers, setNumbers] = useState('');
  const [name, setName] = useState('');
  /** Half a number is no mistake while it is being typed. */
  const [isDone, setDone] = useState(false);
  const isColumn = numbers.trim().includes('\n');
  const judged = adding.judged.value;

  const type = (text: string) => {
    setNumbers(text);
    void adding.judge(text);
  };
  const add = async () => {
    setDone(true);
    const count = await adding.add(numbers, isColumn ? '' : name);
    if (count === null) return;
    toast(count === 0 ? t('people.addedNobody') : t('people.added', { count }));
    onClose();
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
      <Field
        label={t('people.addNumbers')}
        help={judged ? <JudgedNote judged={judged} name={isColumn ? '' : name} /> : t('people.addNumbersHelp')}
        problem={numberProblem()}
      >
        {(idProps) => (
          <textarea
            {...idProps}
            class="input lines"
            rows={3}
            value={numbers}
            onInput={(event) => {
              setDone(false);
              typeInto(typing, event, type);
            }}
            onBlur={() => setDone(numbers.trim() !== '')}
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
              maxLength={personNameMax}
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
    if (isDone && numbers.trim() === '') return { text: t('people.numberEmpty') };
    const problem = judged?.problem;
    if (!problem) return null;
    if (problem.at === 'bad') {
      const beyondMending = isBeyondMending(typing.problem.value) ? typing.problem.value : null;
      return isDone || beyondMending ? { text: sayProblem(t, beyondMending ?? problem) } : null;
    }
    // A guess is worth saying at once.
    return {
      text: sayProblem(t, problem),
      repair: {
        label: t('newGroup.repair'),
        onClick: () => {
          typing.clear();
          type(numbers.replace(problem.text, problem.guess.phone));
        },
      },
    };
  }
}
