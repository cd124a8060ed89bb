import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Locked } from '../../components/locked.tsx';
import { useWords } from '../../words.ts';

type SetRowProps = {
  readonly name: string;
  readonly help?: string | undefined;
  /** What the administrator says about it, with a padlock in place of the help. */
  readonly padlock?: string | undefined;
  /** Set by the administrator: the value, which takes the place of the control. */
  readonly locked?: string | undefined;
  /** The control; `id` and the help's id are for it. */
  readonly children?: (idProps: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
  }) => ComponentChildren;
};

/** One choice: its name at the left, its control at the right. */
export function SetRow({ name, help, padlock, locked, children }: SetRowProps) {
  const t = useWords();
  const id = useId();
  const helpId = `${id}-help`;
  if (locked !== undefined) {
    return (
      <div class="set-row">
        <div>
          <b>{name}</b>
          <Locked words={t('settings.lockedBy')} />
        </div>
        <span class="quiet-text">{locked}</span>
      </div>
    );
  }
  return (
    <div class="set-row">
      <div>
        <label for={id}>
          <b>{name}</b>
        </label>
        {padlock ? (
          <Locked id={helpId} words={padlock} />
        ) : (
          help && (
            <span class="small" id={helpId}>
              {help}
            </span>
          )
        )}
      </div>
      {children?.({ id, 'aria-describedby': padlock || help ? helpId : undefined })}
    </div>
  );
}
