import type { Page } from '@playwright/test';
import type {} from '../../preload/window.d.ts';
import { hurried, setUpAccount } from '../support/clerk.ts';
import { runApp } from '../support/launch-app.ts';
import { openedLinks } from '../support/native.ts';
import { expect, test } from './fixture.ts';

test('the page sees the bridge and nothing of Node or Electron', async ({ launch }) => {
  const { page } = await launch([], hurried);

  const seen = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
    bridge: Object.keys(window.api).every((name) => /^[a-z]+\.[a-zA-Z]+$/.test(name)),
    frozen: Object.isFrozen(window.api),
  }));

  expect(seen).toEqual({ globals: [], bridge: true, frozen: true });
});

test('no call of the bridge answers a token, and no call takes what its schema does not know', async ({
  launch,
  practice,
}) => {
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);

  const answers = await page.evaluate(async () => {
    const snapshot = await window.api['app.snapshot']({});
    // What a page that was taken over would try.
    const foreign = JSON.parse('{"everything":true}');
    return { snapshot, odd: await window.api['app.snapshot'](foreign) };
  });

  expect(JSON.stringify(answers.snapshot)).not.toContain(practice.apiTokenInstance.slice(0, 12));
  expect(answers.odd).toEqual({ ok: false, failure: { code: 'bad-request', field: '' } });
});

const violationOf = (page: Page, what: 'script' | 'style' | 'connect') =>
  page.evaluate(
    (kind) =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
        const attempts = {
          script: () =>
            document.head.append(Object.assign(document.createElement('script'), { text: 'window.hit = 1' })),
          style: () => document.head.append(Object.assign(document.createElement('style'), { textContent: '* { }' })),
          connect: () => void fetch('https://example.com/').catch(() => {}),
        };
        try {
          attempts[kind]();
        } catch {
          // refused: the event tells by which rule
        }
      }),
    what,
  );

test('the content security policy stops inline script, inline style and connections', async ({ launch }) => {
  const { page } = await launch([], hurried);

  // Trusted Types stand before script-src where both would refuse.
  expect(['script-src-elem', 'require-trusted-types-for']).toContain(await violationOf(page, 'script'));
  expect(await violationOf(page, 'style')).toBe('style-src-elem');
  expect(await violationOf(page, 'connect')).toBe('connect-src');
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});

test('the window never goes to another page, opens none and asks for no permission', async ({ launch }) => {
  const { app, page } = await launch([], hurried);
  const before = await page.title();

  const asked = await page.evaluate(async () => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    document.body.append(link);
    link.click();
    location.assign('https://example.com/');
    window.open('https://example.com/', '_blank', 'noopener');
    const permission = await Notification.requestPermission();
    const place = await navigator.permissions.query({ name: 'geolocation' });
    return { permission, place: place.state };
  });

  expect(asked).toEqual({ permission: 'denied', place: 'denied' });
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // While the try is being refused, Chromium names the page that does not come.
  await expect(page).toHaveTitle(before);
  expect(await openedLinks(app)).toEqual([]);
});

test('only invite links and our own pages are opened outside', async ({ launch }) => {
  const { app, page } = await launch([], hurried);

  const answers = await page.evaluate(async () => {
    const tries = [
      'https://example.com/',
      'javascript:alert(1)',
      'https://chat.whatsapp.com.evil/AAAAAAAAAAAAAAAAAAAAAA',
    ];
    const refused = await Promise.all(tries.map((invite) => window.api['app.open']({ invite })));
    const opened = await window.api['app.open']({ invite: 'https://chat.whatsapp.com/HnT4kQ2vXw09LrUe7ZbYcD' });
    return { refused: refused.map(({ ok }) => ok), opened: opened.ok };
  });

  expect(answers).toEqual({ refused: [false, false, false], opened: true });
  expect(await openedLinks(app)).toEqual(['https://chat.whatsapp.com/HnT4kQ2vXw09LrUe7ZbYcD']);
});

test('a frame inside the page has no bridge', async ({ launch }) => {
  const { page } = await launch([], hurried);

  const inside = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow !== null && 'api' in frame.contentWindow;
  });

  expect(inside).toBe(false);
});

test('a packaged app refuses to start with a door for debuggers', async ({ userData }) => {
  const { code } = await runApp({ userData, env: { STANDIN_PACKAGED: '1', NODE_DEBUG: 'http' } });
  expect(code).toBe(1);
});
