import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

type DialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly children?: ComponentChildren;
  /** Back first, the verb last. */
  readonly actions: ComponentChildren;
  readonly onClose: () => void;
  /** Takes most of the window: its content scrolls, its head and its end stay. */
  readonly wide?: boolean;
  /** Its content may be taller than the window: the first element of it scrolls, all else stays. */
  readonly long?: boolean;
};

/** Only for what cannot be taken back: facts first, then a sentence, then Back and the verb. */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

/** The browser's own modal dialog keeps the focus inside. */
function OpenDialog({ title, children, actions, onClose, wide = false, long = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // The browser gives the focus back only to where it was when the dialog is still in the page.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      class={['dialog', wide && 'wide', long && 'long'].filter(Boolean).join(' ')}
      ref={element}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      <div class="dialog-end">{actions}</div>
    </dialog>
  );
}
