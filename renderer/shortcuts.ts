import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { HelpChapter } from '../core/help.ts';
import { go, type Route } from './route.ts';

/** Whether the sheet with all keys is open. */
export const areKeysShown = signal(false);

type ShortcutDeps = {
  readonly hasAccount: boolean;
  /** The screen that is seen. */
  readonly shown: Route['at'];
  readonly openHelp: (chapter: HelpChapter) => void;
};

/**
 * F1 the help, ? all keys; with an account Ctrl/Cmd+N new group, +O from a spreadsheet, +, settings, +F the search of
 * this screen. `event.code` works in any keyboard layout.
 */
export function useShortcuts({ hasAccount, shown, openHelp }: ShortcutDeps): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = helpKey(event, () => openHelp(chapters[shown])) ?? (hasAccount ? screenKey(event) : undefined);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [hasAccount, shown]);
}

function helpKey(event: KeyboardEvent, openHelp: () => void): (() => void) | undefined {
  if (event.key === 'F1') return openHelp;
  if (event.key !== '?' || isTyping(event.target) || isDialogOpen()) return undefined;
  return () => {
    areKeysShown.value = true;
  };
}

function screenKey(event: KeyboardEvent): (() => void) | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || isDialogOpen()) return undefined;
  return shortcuts[event.code];
}

const isDialogOpen = (): boolean => document.querySelector('dialog[open]') !== null;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');

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

/** Which chapter of the help is about a screen. */
const chapters: Readonly<Record<Route['at'], HelpChapter>> = {
  'first-run': 'start',
  'account-form': 'accounts',
  'link-phone': 'accounts',
  'new-group': 'new-group',
  result: 'group',
  groups: 'groups',
  sheet: 'spreadsheet',
  people: 'people',
  settings: 'accounts',
};
