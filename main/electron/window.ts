import { BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import type { Sender } from '../ipc.ts';
import { isOurPage, pageUrl, webPreferences } from './policy.ts';

export type Bounds = Rectangle & { readonly maximized: boolean };

/** How far long work is, for the taskbar or the dock. `part` from 0 to 1; null: there is none. */
export type WindowProgress = { readonly part: number | null; readonly mode: 'normal' | 'paused' | 'error' };

type WindowDeps = {
  readonly preload: string;
  readonly icon: string;
  readonly isPackaged: boolean;
  readonly readBounds: () => Bounds | null;
  readonly keepBounds: (bounds: Bounds) => void;
  /** The person closed the window. */
  readonly onClosed: () => void;
};

/** The one window. Closing it destroys it, which frees its memory; `show` makes it anew with the same place. */
export function createMainWindow({ preload, icon, isPackaged, readBounds, keepBounds, onClosed }: WindowDeps) {
  let window: BrowserWindow | null = null;
  let progress: WindowProgress = { part: null, mode: 'normal' };

  function showProgress(): void {
    // Below 0 takes the bar away. The mode shows on Windows alone.
    window?.setProgressBar(progress.part ?? -1, { mode: progress.part === null ? 'none' : progress.mode });
  }

  function open(): BrowserWindow {
    const bounds = readBounds();
    const opened = new BrowserWindow({
      ...(bounds && isOnScreen(bounds) ? bounds : { width: 1280, height: 800 }),
      minWidth: 720,
      minHeight: 560,
      show: false,
      title: 'CreateGroup',
      icon,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1e1f' : '#ffffff',
      webPreferences: webPreferences(preload, isPackaged),
    });
    if (bounds?.maximized) opened.maximize();
    opened.once('ready-to-show', () => opened.show());
    const keep = () => keepBounds({ ...opened.getNormalBounds(), maximized: opened.isMaximized() });
    opened.on('close', keep);
    opened.on('closed', () => {
      window = null;
      onClosed();
    });
    void opened.loadURL(pageUrl);
    return opened;
  }

  return {
    current: () => window,
    show() {
      if (!window) {
        window = open();
        showProgress();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    /** A window that is opened later shows it too. */
    showProgress(changed: WindowProgress): void {
      progress = changed;
      showProgress();
    },
    /** Loads the page anew. Drafts lie in main, so that the window shows what it showed before. */
    reload: () => void window?.loadURL(pageUrl),
    /** Whether a call comes from the main frame of this window, showing our page. */
    isSender: ({ senderFrame, sender }: Sender): boolean =>
      window !== null &&
      senderFrame !== null &&
      senderFrame.parent === null &&
      sender.id === window.webContents.id &&
      isOurPage(senderFrame.url),
    send(name: string, payload: unknown) {
      if (window && !window.isDestroyed()) window.webContents.send(name, payload);
    },
  };
}

export type MainWindow = ReturnType<typeof createMainWindow>;

const isOnScreen = (bounds: Bounds): boolean =>
  screen.getAllDisplays().some(({ workArea }) => {
    const right = Math.min(bounds.x + bounds.width, workArea.x + workArea.width);
    const bottom = Math.min(bounds.y + bounds.height, workArea.y + workArea.height);
    return right - Math.max(bounds.x, workArea.x) > 100 && bottom - Math.max(bounds.y, workArea.y) > 100;
  });
