import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

type PopupProps = {
  /** What the button says, and what the panel is called. */
  readonly label: string;
  /** Shown in place of the label, where that says more. */
  readonly face?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly size?: 'small' | undefined;
  /** A button whose words may go when there is no room. */
  readonly isShort?: boolean;
  /** Only its icon is seen. */
  readonly isSquare?: boolean;
  readonly busy?: string | false;
  /** `menu` holds only commands, to be gone through with the arrow keys. */
  readonly role?: 'menu' | 'dialog';
  readonly children: (close: () => void) => ComponentChildren;
};

/** A button and what it opens beside itself. Esc and a click elsewhere close it, and the focus goes back. */
export function Popup(props: PopupProps) {
  const { label, face, icon, size, isShort = false, isSquare = false, busy = false, role = 'dialog', children } = props;
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => panel.current?.hidePopover();

  const focusFirst = () => panel.current?.querySelector<HTMLElement>('[aria-pressed="true"], button, input')?.focus();

  useEffect(() => {
    if (isOpen) focusFirst();
  }, [isOpen]);

  return (
    <>
      <button
        type="button"
        class={['button', size, isSquare && 'square', isSquare && size && 'quiet'].filter(Boolean).join(' ')}
        popovertarget={busy === false ? id : undefined}
        aria-haspopup={role}
        aria-expanded={isOpen}
        aria-busy={busy !== false}
        // What is seen is the name; what it is about can be asked for.
        aria-label={face === undefined ? label : undefined}
        title={label}
      >
        {busy !== false ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
        {!isSquare && (
          <>
            <span class={isShort ? 'button-word' : 'button-face'}>{busy || face || label}</span>
            <Icon name="down" />
          </>
        )}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is given; arrow keys only move the focus inside. */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name. */}
      <div
        id={id}
        ref={panel}
        class="menu popup"
        popover="auto"
        role={role}
        aria-label={label}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          // Closed and opened again so quickly that the browser tells of it once: for us it was open all the time.
          if (event.newState === 'open') focusFirst();
        }}
        onKeyDown={moveByArrows}
      >
        {isOpen && children(close)}
      </div>
    </>
  );
}

/** Arrow keys go from one line's first button to the next. */
function moveByArrows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.menu-item')];
  const at = items.findIndex((item) => item.matches(':focus') || item.parentElement?.matches(':focus-within'));
  items[(at + step + items.length) % items.length]?.focus();
}
