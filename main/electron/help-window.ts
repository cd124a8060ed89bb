import { BrowserWindow, nativeTheme } from 'electron';
import type { HelpChapter } from '../../core/help.ts';
import type { Language } from '../../core/language.ts';
import { readPreferences } from './policy.ts';

type HelpDeps = { readonly icon: string; readonly language: () => Language };

/** The help in a window of its own, so that it can be read beside the work. Its pages have no script and no bridge. */
export function createHelpWindow({ icon, language }: HelpDeps) {
  let window: BrowserWindow | null = null;

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      ...{ width: 1000, height: 760, minWidth: 480, minHeight: 400 },
      ...{ show: false, icon, autoHideMenuBar: true },
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1e1f' : '#ffffff',
      webPreferences: readPreferences,
    });
    made.once('ready-to-show', () => made.show());
    made.on('closed', () => {
      window = null;
    });
    return made;
  }

  return {
    open(chapter: HelpChapter): void {
      const isNew = window === null;
      window ??= make();
      void window.loadURL(`app://help/${language()}.html#${chapter}`);
      if (isNew) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    close: (): void => window?.close(),
  };
}

export type HelpWindow = ReturnType<typeof createHelpWindow>;
