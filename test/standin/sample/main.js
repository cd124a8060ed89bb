// A small app that uses what ours uses of Electron: the stand-in's own specs drive it. It runs on real Electron too.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, nativeImage, protocol, session, Tray } from 'electron';
import Store from 'electron-store';

const folder = import.meta.dirname;
const pageUrl = 'app://window/index.html';
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; connect-src 'none'";

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

if (!app.requestSingleInstanceLock({ from: 'the second' })) app.exit(3);
app.on('second-instance', (_event, argv, _cwd, data) => tell({ second: argv.at(-1), data }));
app.on('web-contents-created', (_event, contents) => {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
});
for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed']) app.on(name, () => console.log(name));
app.on('window-all-closed', () => {}); // the tray keeps it alive
void app.whenReady().then(open);

const tell = (news) => BrowserWindow.getAllWindows()[0]?.webContents.send('news', news);

async function serve(request) {
  const { host, pathname } = new URL(request.url);
  if (host !== 'window' || !/^\/[\w-]+\.(html|js|css)$/.test(pathname)) return new Response('no', { status: 404 });
  const headers = { 'content-type': types[path.extname(pathname)], 'content-security-policy': policy };
  return new Response(await readFile(path.join(folder, pathname)), { headers });
}

function open() {
  const store = new Store({ defaults: { starts: 0 } });
  store.set('starts', store.get('starts') + 1);
  protocol.handle('app', serve);
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'notifications'),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'notifications');
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !url.startsWith('app://window/') }),
  );

  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('starts', () => store.get('starts'));
  ipcMain.handle('fail', () => {
    throw new TypeError('on purpose');
  });
  ipcMain.handle('sender', ({ senderFrame }) => ({ url: senderFrame.url, isMain: senderFrame.parent === null }));
  ipcMain.handle('function', () => () => 1);

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'File',
        submenu: [
          { id: 'hello', label: 'Hello', click: () => tell('hello from the menu') },
          { id: 'grey', label: 'Grey', enabled: false, click: () => tell('a grey item was clicked') },
          { id: 'zoom-in', role: 'zoomIn' },
          { role: 'quit', id: 'quit' },
        ],
      },
    ]),
  );
  const tray = new Tray(nativeImage.createEmpty());
  tray.on('click', () => (BrowserWindow.getAllWindows()[0] ?? openWindow()).show());
  tray.setToolTip('Sample');
  tray.setContextMenu(
    Menu.buildFromTemplate([{ label: 'Greet', click: () => tell('hello from the tray') }, { type: 'separator' }]),
  );
  openWindow();
}

function openWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    minWidth: 400,
    show: false,
    title: 'Sample',
    webPreferences: { preload: path.join(folder, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageUrl);
  return window;
}
