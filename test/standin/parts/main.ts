// The app's own surfaces of the desktop, without the rest of it: specs reach them as `parts`. Loaded as TypeScript.
import path from 'node:path';
import { app, session } from 'electron';
import { createWords } from '../../../core/i18n/words.ts';
import { ok } from '../../../core/result.ts';
import { registerAppScheme, serveApp } from '../../../main/electron/app-protocol.ts';
import { createDesktop, type Desktop } from '../../../main/electron/desktop.ts';
import { createHelpWindow } from '../../../main/electron/help-window.ts';
import { lockDown } from '../../../main/electron/lockdown.ts';
import { createMainWindow, type MainWindow } from '../../../main/electron/window.ts';
import { qrPng, qrSvg } from '../../../main/groups/qr-image.ts';

declare global {
  /** In the main process of this app. */
  var parts: { readonly desktop: Desktop; readonly window: MainWindow; readonly qrSvg: typeof qrSvg };
}

const say = createWords('en');

registerAppScheme();
app.on('window-all-closed', () => {}); // as with the tray, the app goes on
void app.whenReady().then(open);

function open(): void {
  lockDown(session.defaultSession);
  serveApp({ window: path.join(import.meta.dirname, 'page'), helpPictures: '' });
  const window = createMainWindow({
    preload: path.join(import.meta.dirname, '../../../out/preload/index.cjs'),
    icon: '',
    isPackaged: false,
    readBounds: () => null,
    keepBounds: () => {},
    onClosed: () => {},
  });
  const desktop = createDesktop({
    window,
    help: createHelpWindow({ icon: '', language: () => 'en' }),
    hasTray: false,
    trayIcon: { normal: '', double: '' },
    say: () => say,
    timeOf: String,
    images: { png: qrPng, svg: qrSvg },
    supportText: () => ok(''),
    language: () => 'en',
    pauseOrResume: () => {},
  });
  globalThis.parts = { desktop, window, qrSvg };
  window.show();
}
