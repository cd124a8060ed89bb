import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';

type Toast = { readonly id: number; readonly text: string; readonly undo: (() => void) | undefined };

/** Long enough to read two lines and reach for Undo; it waits while the pointer or the focus is on it. */
const shownMs = 8000;

const toasts = signal<readonly Toast[]>([]);
let lastId = 0;

/** Says what has already happened, with a way to take it back. Never for failures: those stand where the eye is. */
export function toast(text: string, undo?: () => void): void {
  lastId += 1;
  toasts.value = [...toasts.value.slice(-2), { id: lastId, text, undo }];
}

/** The place of the toasts; it is always in the page, so that screen readers hear what comes into it. */
export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map((shown) => (
        <ToastLine key={shown.id} {...shown} />
      ))}
    </div>
  );
}

function ToastLine({ id, text, undo }: Toast) {
  const t = useWords();
  const [isHeld, hold] = useState(false);
  const remove = () => {
    toasts.value = toasts.value.filter((shown) => shown.id !== id);
  };
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(remove, shownMs);
    return () => clearTimeout(timer);
  }, [isHeld]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding is no action, it only gives time to read.
    <div
      class="toast"
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocusIn={() => hold(true)}
      onFocusOut={() => hold(false)}
    >
      <span>{text}</span>
      {undo && (
        <Button
          size="small"
          onClick={() => {
            undo();
            remove();
          }}
        >
          {t('shell.undo')}
        </Button>
      )}
      <Button kind="quiet" size="small" icon="close" label={t('shell.close')} onClick={remove} />
    </div>
  );
}
