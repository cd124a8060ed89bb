import {
  answerDialog,
  clickMenu,
  clickNotification,
  clickTray,
  clickTrayLine,
  notifications,
  openedLinks,
  power,
  progressBar,
  trays,
} from '../../support/native.ts';
import { expect, test } from './sample.ts';

test('the menu of the app is clicked by id, and a grey item does nothing', async ({ launch }) => {
  const { app, page } = await launch();

  await clickMenu(app, 'grey');
  await clickMenu(app, 'hello');

  await expect(page.getByRole('status')).toHaveText('"hello from the menu"');
  expect(await page.evaluate(() => Reflect.get(window, 'news'))).toEqual(['hello from the menu']);
});

test('the tray shows its lines, and a click on one acts', async ({ launch }) => {
  const { app, page } = await launch();

  expect(await trays(app)).toEqual([{ toolTip: 'Sample', lines: [{ label: 'Greet', enabled: true }] }]);
  await clickTrayLine(app, 'Greet');

  await expect(page.getByRole('status')).toHaveText('"hello from the tray"');
});

test('the window closes while the app lives on, and the tray opens it anew', async ({ launch }) => {
  const { app, page } = await launch();
  const closed = page.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);

  const [again] = await Promise.all([app.waitForEvent('window'), clickTray(app)]);

  await expect(again.getByRole('heading')).toHaveText('Sample');
  expect(await again.evaluate(() => sample.call('echo', 1))).toBe(1);
});

test('a window that is closed from outside says so', async ({ launch }) => {
  const { app, page } = await launch();
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    for (const name of ['close', 'closed'] as const) window?.on(name as 'closed', () => console.log(`heard ${name}`));
  });
  const told = Promise.all([
    app.waitForEvent('console', (message) => message.text() === 'heard close'),
    app.waitForEvent('console', (message) => message.text() === 'heard closed'),
    page.waitForEvent('close'),
  ]);

  const chromium = await app.context().newCDPSession(page);
  const { targetInfo } = await chromium.send('Target.getTargetInfo');
  await chromium.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {}); // it is gone at once

  await told;
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
});

test('a listener of close may keep the window', async ({ launch }) => {
  const { app } = await launch();

  const state = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.once('close', (event) => {
      event.preventDefault();
      window.hide();
    });
    window?.close();
    return [window?.isDestroyed(), window?.isVisible()];
  });

  expect(state).toEqual([false, false]);
});

test('the window keeps its bounds, not smaller than its least, and the page has that size', async ({ launch }) => {
  const { app, page } = await launch();
  const size = () => page.evaluate(() => [innerWidth, innerHeight]);
  expect(await size()).toEqual([900, 640]);

  const bounds = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ width: 100, height: 500 });
    return window?.getBounds();
  });

  expect(bounds).toEqual({ x: 0, y: 0, width: 400, height: 500 });
  await expect.poll(size).toEqual([bounds?.width, bounds?.height]);
});

test('zoom makes the pixels of the page larger and fewer, by the menu too', async ({ launch }) => {
  const { app, page } = await launch();
  const pixels = () => page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]);

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await expect.poll(pixels).toEqual([450, 320, 2]);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(0));
  await expect.poll(pixels).toEqual([900, 640, 1]);
  await clickMenu(app, 'zoom-in');

  await expect.poll(async () => (await pixels())[2]).toBeGreaterThan(1.05);
});

test('the theme of the app is the theme of the page', async ({ launch }) => {
  const { app, page } = await launch();
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await background()).toBe('rgb(255, 255, 255)');

  const isDark = await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
    return nativeTheme.shouldUseDarkColors;
  });

  expect(isDark).toBe(true);
  await expect.poll(background).toBe('rgb(0, 0, 0)');
});

test('dialogs answer what a test says, links and notifications are remembered', async ({ launch }) => {
  const { app } = await launch();
  await answerDialog(app, 'showSaveDialog', { canceled: false, filePath: 'group.png' });

  const seen = await app.evaluate(async ({ dialog, Notification, shell, BrowserWindow }) => {
    await shell.openExternal('https://chat.example/abc');
    BrowserWindow.getAllWindows()[0]?.setProgressBar(0.5);
    const notification = new Notification({ title: 'Done', body: 'The group is there' });
    notification.on('click', () => BrowserWindow.getAllWindows()[0]?.webContents.send('news', 'clicked'));
    notification.show();
    return dialog.showSaveDialog({ title: 'Where to?' });
  });

  expect(seen).toEqual({ canceled: false, filePath: 'group.png' });
  expect(await openedLinks(app)).toEqual(['https://chat.example/abc']);
  expect(await progressBar(app)).toEqual({ value: 0.5, mode: 'normal' });
  expect(await notifications(app)).toEqual([{ title: 'Done', body: 'The group is there' }]);
  await clickNotification(app);
  await expect((await app.firstWindow()).getByRole('status')).toHaveText('"clicked"');
});

test('the computer’s sleep and waking reach the app', async ({ launch }) => {
  const { app } = await launch();
  const heard = app.evaluate(
    ({ powerMonitor }) =>
      new Promise((resolve) => {
        const events: string[] = [];
        powerMonitor.on('suspend', () => events.push('suspend'));
        powerMonitor.on('resume', () => resolve([...events, 'resume']));
      }),
  );

  await power(app, 'suspend');
  await power(app, 'resume');

  expect(await heard).toEqual(['suspend', 'resume']);
});

test('what is copied can be pasted', async ({ launch }) => {
  const { app } = await launch();

  const text = await app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('a link');
    return clipboard.readText();
  });

  expect(text).toBe('a link');
});
