import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  contentSecurityPolicy,
  isOurPage,
  pageUrl,
  printPreferences,
  refusedStart,
  webPreferences,
} from '../../../main/electron/policy.ts';

test('our page is ours with a query or a fragment', () => {
  expect([pageUrl, `${pageUrl}?x=1`, `${pageUrl}#groups`].map(isOurPage)).toEqual([true, true, true]);
});

test.each([
  'app://window.evil/index.html',
  'app://window:8080/index.html',
  'app://evil/index.html',
  'app://window/other.html',
  'app://window/index.html/../other.html',
  'https://window/index.html',
  'data:text/html,app://window/index.html',
  'javascript:location="app://window/index.html"',
  'file:///window/index.html',
  '',
])('%s is not our page', (url) => {
  expect(isOurPage(url)).toBe(false);
});

test('no text that does not begin with our origin is our page', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((text) => `app:${text}`),
      ),
      (url) => {
        if (isOurPage(url)) expect(url.toLowerCase()).toMatch(/^\s*app:\/\/window\/index\.html/);
      },
    ),
    { numRuns: 10_000 },
  );
});

test('the content security policy allows nothing inline, nothing evaluated and no connection', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  expect(contentSecurityPolicy).toMatch(/default-src 'none'.*connect-src 'none'.*require-trusted-types-for 'script'/);
});

test('the window has exactly the preferences we chose', () => {
  expect(webPreferences('preload.cjs', true)).toEqual({
    preload: 'preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  });
});

test('a page that is only printed has no preload and no script, and is shut in as the window is', () => {
  const { preload: _, ...window } = webPreferences('preload.cjs', true);

  expect(printPreferences).toEqual({ ...window, javascript: false });
});

test.each(['--inspect', '--inspect-brk=9229', '--remote-debugging-port=9222', '--log-net-log=f', '--js-flags=--x'])(
  '%s refuses the start',
  (arg) => {
    expect(refusedStart(['app', arg], {})).toBe(arg.split('=')[0]);
  },
);

test('NODE_DEBUG refuses the start, ordinary arguments do not', () => {
  expect(refusedStart(['app'], { NODE_DEBUG: 'http' })).toBe('NODE_DEBUG');
  expect(refusedStart(['app', '--hidden', '--user-data-dir=x', 'file.creategroup'], {})).toBeNull();
});
