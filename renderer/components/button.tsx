import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type ButtonProps = {
  readonly kind?: 'primary' | 'quiet' | 'danger' | undefined;
  /** `main` is the one action that concludes a screen; `small` stands in rows. */
  readonly size?: 'main' | 'small' | undefined;
  /** What goes on, in words; the button keeps its place and stops answering. */
  readonly busy?: string | false;
  readonly icon?: IconName | undefined;
  readonly disabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onClick?: (event: MouseEvent) => void;
  readonly children?: ComponentChildren;
  /** The name of a button that shows only an icon. */
  readonly label?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly controls?: string | undefined;
  /** The id of the form that a button outside of it submits. */
  readonly form?: string | undefined;
};

export function Button(props: ButtonProps) {
  const { kind, size, busy = false, icon, disabled = false, type = 'button', onClick, children, label } = props;
  const classes = ['button', kind, size, label && !children && 'square'].filter(Boolean).join(' ');
  // A busy button stays focusable: `disabled` would throw the focus away.
  return (
    <button
      type={type}
      class={classes}
      disabled={disabled}
      aria-busy={busy !== false}
      aria-label={label}
      title={label}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      form={props.form}
      onClick={(event) => {
        if (busy === false) onClick?.(event);
        else event.preventDefault();
      }}
    >
      {busy !== false ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {busy !== false ? busy : children}
    </button>
  );
}

/** An action that reads as a part of the sentence it stands in. */
export function LinkButton({ onClick, children }: Pick<ButtonProps, 'onClick' | 'children'>) {
  return (
    <button type="button" class="link-button" onClick={onClick}>
      {children}
    </button>
  );
}
