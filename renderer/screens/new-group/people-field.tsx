import { groupPeopleMax } from '../../../core/draft-rules.ts';
import type { Say } from '../../../core/i18n/say.ts';
import { Field, type Problem } from '../../components/field.tsx';
import type { FieldProblem } from '../../state/creating.ts';
import type { Entries } from '../../state/entries.ts';
import type { Picker } from '../../state/picker.ts';
import { useWords } from '../../words.ts';
import { PeoplePicker } from './people-picker.tsx';

type PeopleFieldProps = {
  readonly picker: Picker;
  /** What was found wrong when the person wanted to go on. */
  readonly problem: FieldProblem | null;
  readonly max?: number;
};

/** The people of a group: how many of how many, the picker, and what is wrong with them. */
export function PeopleField({ picker, problem, max = groupPeopleMax }: PeopleFieldProps) {
  const t = useWords();
  const used = picker.entries.list.value.length;
  return (
    <Field
      fill
      label={t('newGroup.people')}
      counter={t('newGroup.peopleCount', { used, max })}
      help={used === 0 ? t('newGroup.peopleHelp') : undefined}
      problem={problemOf(picker.entries, problem, max, t)}
    >
      {(idProps) => <PeoplePicker picker={picker} idProps={idProps} />}
    </Field>
  );
}

function problemOf(entries: Entries, problem: FieldProblem | null, max: number, t: Say): Problem | null {
  const toLookAt = entries.problems.value;
  if (entries.tooMany.value > 0) return { text: t('newGroup.tooMany', { count: entries.tooMany.value, max }) };
  if (problem === 'no-people' && entries.list.value.length === 0) return { text: t('newGroup.noPeople') };
  if (problem === 'bad-person') return { text: t('newGroup.badPerson') };
  if (problem !== 'to-look-at' || toLookAt.length === 0) return null;
  const repairs = toLookAt.filter(({ at }) => at === 'repair').length;
  return {
    text: t('newGroup.toLookAt'),
    repair:
      repairs > 0 ? { label: t('newGroup.repairAll', { count: repairs }), onClick: entries.repairAll } : undefined,
  };
}
