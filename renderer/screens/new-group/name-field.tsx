import { groupNameMax, normalizeName } from '../../../core/draft-rules.ts';
import { Field, type Problem } from '../../components/field.tsx';
import type { FieldProblem } from '../../state/creating.ts';
import { useWords } from '../../words.ts';

type NameFieldProps = {
  readonly name: string;
  /** What was found wrong when the person wanted to go on. */
  readonly problem: FieldProblem | null;
  readonly label?: string;
  readonly onName: (name: string) => void;
};

/** The name of a group, counted as it will be sent. */
export function NameField({ name, problem, label, onName }: NameFieldProps) {
  const t = useWords();
  const used = normalizeName(name).length;
  const tooLong: Problem = {
    text: t('newGroup.nameTooLong', { count: used - groupNameMax }),
    repair: {
      label: t('newGroup.nameShorten'),
      onClick: () => onName(normalizeName(name).slice(0, groupNameMax).trim()),
    },
  };
  const missing = problem === 'name-empty' && used === 0 ? { text: t('newGroup.nameEmpty') } : null;

  return (
    <Field
      label={label ?? t('newGroup.name')}
      counter={t('newGroup.nameCount', { used, max: groupNameMax })}
      problem={used > groupNameMax ? tooLong : missing}
    >
      {(idProps) => (
        <input
          {...idProps}
          class="input"
          autocomplete="off"
          value={name}
          onInput={(event) => onName(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
