import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type SetRowProps = {
  readonly name: string;
  readonly help?: string | undefined;
  /** The control; `id` and the help's id are for it. */
  readonly children?: (idProps: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
  }) => ComponentChildren;
};

/** One choice: its name at the left, its control at the right. */
export function SetRow({ name, help, children }: SetRowProps) {
  const id = useId();
  const helpId = `${id}-help`;
  return (
    <div class="set-row">
      <div>
        <label for={id}>
          <b>{name}</b>
        </label>
        {help && (
          <span class="small" id={helpId}>
            {help}
          </span>
        )}
      </div>
      {children?.({ id, 'aria-describedby': help ? helpId : undefined })}
    </div>
  );
}
