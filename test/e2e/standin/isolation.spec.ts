import { expect, test } from './sample.ts';

test('the page sees nothing of Node, of Electron or of the preload', async ({ launch }) => {
  const { page } = await launch();

  const seen = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'secretOfThePreload', 'standinSend', 'standinReceive'].filter(
      (name) => name in globalThis,
    ),
  );

  expect(seen).toEqual([]);
});

test('the page is a secure context and cannot change what the preload gave it', async ({ launch }) => {
  const { page } = await launch();

  const outcome = await page.evaluate(() => {
    const change = (action: () => void) => {
      try {
        action();
        return 'no error';
      } catch {
        return 'refused';
      }
    };
    return {
      isSecureContext,
      replaced: change(() => Object.assign(globalThis, { sample: 1 })),
      emptied: change(() => Object.assign(sample, { call: 1 })),
      isStillThere: typeof sample.call,
    };
  });

  expect(outcome).toEqual({ isSecureContext: true, replaced: 'refused', emptied: 'refused', isStillThere: 'function' });
});

test('functions of the preload answer at once, with dates, and may call functions of the page', async ({ launch }) => {
  const { page } = await launch();

  const answer = await page.evaluate(() => [sample.now().getTime(), sample.each([1, 2], (item) => item * 10)]);

  expect(answer).toEqual([5, [10, 20]]);
});

test('the policy in the header of the scheme holds: no inline script, no foreign connection', async ({ launch }) => {
  const { page } = await launch();

  const outcome = await page.evaluate(async () => {
    const violated = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), { once: true });
    });
    const script = document.createElement('script');
    script.textContent = 'window.insertedRan = true;';
    document.head.append(script);
    const ran = ['inlineRan', 'insertedRan'].filter((name) => name in globalThis);
    const directive = await violated;
    const fetched = await fetch('data:text/plain,x').then(
      () => 'fetched',
      () => 'refused',
    );
    return { ran, directive, fetched };
  });

  expect(outcome).toEqual({ ran: [], directive: 'script-src-elem', fetched: 'refused' });
});

test('a frame inside the page gets no bridge', async ({ launch }) => {
  const { app, page } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners());

  const inside = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'frame.html';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    return {
      text: frame.contentDocument?.body.textContent?.trim(),
      bridge: Reflect.has(frame.contentWindow ?? {}, 'sample'),
    };
  });

  expect(inside).toEqual({ text: 'A page inside the page', bridge: false });
});

test('permissions are what the handlers of the session say', async ({ launch }) => {
  const { page } = await launch();

  const states = await page.evaluate(async () => {
    const geolocation = await navigator.permissions.query({ name: 'geolocation' });
    return [Notification.permission, geolocation.state];
  });

  expect(states).toEqual(['granted', 'denied']);
});

test('a page without JavaScript runs nothing of its own', async ({ launch }) => {
  const { app } = await launch();

  const [plain] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ BrowserWindow }) =>
      new BrowserWindow({ webPreferences: { javascript: false } }).loadURL('app://window/index.html'),
    ),
  ]);

  await expect(plain.getByRole('heading')).toHaveText('Sample');
  expect(await plain.evaluate(() => ['news', 'stopListening'].filter((name) => name in window))).toEqual([]);
});
