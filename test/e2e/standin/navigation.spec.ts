import { expect, test } from './sample.ts';

const address = 'app://window/index.html';

test('a link that leads away leaves the page where it is', async ({ launch }) => {
  const { app, page } = await launch();
  const asked = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('will-frame-navigate', ({ url, defaultPrevented }) =>
          resolve({ url, defaultPrevented }),
        );
      }),
  );

  await page.getByRole('link', { name: 'Leave', exact: true }).click();

  expect(await asked).toEqual({ url: 'https://elsewhere.example/', defaultPrevented: true });
  expect(await page.evaluate(() => sample.call('sender'))).toEqual({ url: address, isMain: true });
  await expect(page.getByRole('heading')).toHaveText('Sample');
});

for (const features of ['', 'noopener', 'width=300,height=300']) {
  test(`a window that the page opens is denied and loads nothing (features: ${features || 'none'})`, async ({
    launch,
  }) => {
    const { app, page } = await launch();
    const requests: string[] = [];
    app.context().on('requestfinished', (request) => requests.push(request.url()));

    await page.evaluate((given) => void window.open('frame.html', '_blank', given), features);
    // A window of the app's own comes after it: a window that is not there yet is not taken for one that never comes.
    await app.evaluate(({ BrowserWindow }) => new BrowserWindow().loadURL('app://window/frame.html?own'));

    const others = () => app.windows().filter((window) => window !== page);
    await expect.poll(() => others().map((window) => window.url().replace(/^.*\?/, ''))).toEqual(['own']);
    expect(requests.filter((url) => !url.endsWith('?own'))).toEqual([]);
  });
}

test('the scheme answers for its own addresses only', async ({ launch }) => {
  const { app, page } = await launch();
  const load = (url: string) =>
    app.evaluate(
      ({ BrowserWindow }, wanted) =>
        BrowserWindow.getAllWindows()[0]
          ?.loadURL(wanted)
          .catch(() => 'not loaded'),
      url,
    );

  expect(await load('app://other/index.html')).toBe('not loaded');
  await load('app://window/nowhere.txt');
  await expect(page.locator('body')).toHaveText('no');
  await load('app://window/index.html#part');

  await expect(page.getByRole('heading')).toHaveText('Sample');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())).toBe(
    'app://window/index.html#part',
  );
});

test('a request that the session cancels does not reach the scheme', async ({ launch }) => {
  const { app, page } = await launch();
  await app.evaluate(({ session, BrowserWindow }) => {
    session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url.endsWith('.css') }));
    return BrowserWindow.getAllWindows()[0]?.loadURL('app://window/index.html');
  });

  await expect(page.locator('body')).toHaveCSS('margin-top', '8px');
});
