import type { Chromium } from './chromium/chromium.ts';

/** A window as the rest of the stand-in sees it. */
export type OpenWindow = {
  readonly window: Electron.BrowserWindow;
  /** Asks the window to close; false when a listener of `close` kept it. */
  requestClose(): Promise<boolean>;
  /** Chromium's side of it is no more. */
  gone(): void;
};

/** What there is one of in a process, as in Electron itself. */
export const runtime = {
  isReady: false,
  isQuitting: false,
  chromium: null as Promise<Chromium> | null,
  windows: new Set<OpenWindow>(),
  focused: null as Electron.BrowserWindow | null,
};
