import { useEffect, useRef } from 'preact/hooks';
import { usePeopleActions } from './use-people-actions.ts';

/** Ctrl/Cmd+Z takes back the last thing done to people; in a field it stays with what is typed there. */
export function usePeopleKeys(): void {
  const actions = usePeopleActions();
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const isTyping =
        event.target instanceof Element && event.target.matches('input:not([type="checkbox"]), textarea');
      if (isTyping || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      void latest.current.undoLast();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
