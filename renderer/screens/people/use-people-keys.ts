import { useEffect, useRef } from 'preact/hooks';
import { useStates } from '../../states.ts';
import { focusGrid } from './focus-grid.ts';
import { usePeopleActions } from './use-people-actions.ts';

/**
 * Keys of the whole screen: Ctrl/Cmd+Z takes back the last thing done to people, Ctrl/Cmd+A chooses everybody found. In a
 * field both stay with what is typed there.
 */
export function usePeopleKeys(): void {
  const { undoLast } = usePeopleActions();
  const { selection } = useStates().work.people;
  const chooseAll = () => {
    focusGrid();
    void selection.chooseAll();
  };
  const shortcuts: Readonly<Record<string, () => void>> = { KeyZ: () => void undoLast(), KeyA: chooseAll };
  const latest = useRef(shortcuts);
  latest.current = shortcuts;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.defaultPrevented) return;
      const run = latest.current[event.code];
      if (!run || isTyping(event.target) || document.querySelector('dialog[open], :popover-open')) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input:not([type="checkbox"]), textarea');
