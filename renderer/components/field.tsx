import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { LinkButton } from './button.tsx';
import { Icon } from './icon.tsx';

export type Problem = {
  readonly text: string;
  /** The one-click repair, in the same line. */
  readonly repair?: { readonly label: string; readonly onClick: () => void } | undefined;
};

/** What the control inside a field must carry, so that its label, help and problem belong to it. */
export type FieldIdProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
};

type FieldProps = {
  readonly label: string;
  /** Stands at the right of the label: `23 / 100`. */
  readonly counter?: string | undefined;
  readonly help?: ComponentChildren;
  /** Takes the place of the help. */
  readonly problem?: Problem | null | undefined;
  /** The field takes the height that is left. */
  readonly fill?: boolean;
  readonly children: (idProps: FieldIdProps) => ComponentChildren;
};

/** Label above, one line of help below; a problem stands in place of the help, its repair beside it. */
export function Field({ label, counter, help, problem, fill = false, children }: FieldProps) {
  const id = useId();
  const helpId = `${id}-help`;
  return (
    <div class={fill ? 'field fill' : 'field'}>
      <label for={id}>{label}</label>
      {counter !== undefined && <span class="counter">{counter}</span>}
      {children({ id, 'aria-describedby': problem || help ? helpId : undefined, 'aria-invalid': Boolean(problem) })}
      {problem ? (
        <p class="help error" id={helpId}>
          <Icon name="alert" />
          <span>{problem.text}</span>
          {problem.repair && <LinkButton onClick={problem.repair.onClick}>{problem.repair.label}</LinkButton>}
        </p>
      ) : (
        help && (
          <p class="help" id={helpId}>
            {help}
          </p>
        )
      )}
    </div>
  );
}
