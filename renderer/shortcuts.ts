import { useEffect } from 'preact/hooks';
import { go } from './route.ts';

/** Ctrl/Cmd+N new group, +O from a spreadsheet, +, settings, +F the search of this screen. `event.code` works in any keyboard layout. */
export function useShortcuts(hasAccount: boolean): void {
  useEffect(() => {
    if (!hasAccount) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || document.querySelector('dialog[open]'))
        return;
      const run = shortcuts[event.code];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [hasAccount]);
}

const shortcuts: Readonly<Record<string, () => void>> = {
  KeyN: () => go({ at: 'new-group' }),
  KeyO: () => go({ at: 'sheet' }),
  Comma: () => go({ at: 'settings' }),
  KeyF: () => {
    const search = document.querySelector<HTMLInputElement>('main input[type="search"], main input[role="combobox"]');
    search?.focus();
    search?.select();
  },
};
