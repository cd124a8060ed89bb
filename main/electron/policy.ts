import type { WebPreferences } from 'electron';

/** The one page of the app. `app://` is served from a fixed map of the built files. */
export const pageUrl = 'app://window/index.html';

const locked: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
};

/** What the window may do: nothing of Node, no other page, no tools when packaged. */
export const webPreferences = (preload: string, isPackaged: boolean): WebPreferences => ({
  ...locked,
  preload,
  devTools: !isPackaged,
});

/** What a page without a bridge may do: be read. There is no script among its files. */
export const readPreferences: WebPreferences = { ...locked, devTools: false };

/** What a page that is only printed may do: show itself. */
export const printPreferences: WebPreferences = { ...readPreferences, javascript: false };

/** The window speaks to main alone: no connection, no inline script, no style but ours. QR codes are data: images. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The page itself, whatever its query or fragment. Compared part by part: `app://window.evil` is not ours. */
export function isOurPage(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'app:' && parsed.host === 'window' && parsed.pathname === '/index.html';
}

/** Switches and variables that would open the app from outside or print what it sends; refused when packaged. */
export function refusedStart(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const refused = argv.find((arg) => /^--(inspect|remote-debugging|js-flags|log-net-log|enable-logging)/.test(arg));
  if (refused) return refused.split('=')[0] ?? refused;
  return env.NODE_DEBUG ? 'NODE_DEBUG' : null;
}
