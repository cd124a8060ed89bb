import type { WebPreferences } from 'electron';

/** The stand-in has no page with less than Electron's own defaults; asking for one is a mistake to be seen. */
export function refuseUnsafe(preferences: WebPreferences): void {
  const { sandbox = true, contextIsolation = true, nodeIntegration = false, webviewTag = false } = preferences;
  if (sandbox && contextIsolation && !nodeIntegration && !webviewTag) return;
  throw new Error('stand-in: only sandboxed, isolated pages without Node and webviews');
}
