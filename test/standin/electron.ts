import { app } from './app/app.ts';
import { ipcMain } from './ipc/ipc-main.ts';
import { clipboard, dialog, powerMonitor, screen, shell } from './native/desktop.ts';
import { Menu } from './native/menu.ts';
import { nativeImage } from './native/native-image.ts';
import { nativeTheme } from './native/native-theme.ts';
import { Notification } from './native/notification.ts';
import { safeStorage } from './native/safe-storage.ts';
import { Tray } from './native/tray.ts';
import { BrowserWindow } from './windows/browser-window.ts';
import { protocol } from './windows/schemes.ts';
import { session } from './windows/session.ts';
import { WebContents as webContents } from './windows/web-contents.ts';

const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  webContents,
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>;

/** The module `electron`: importing a name that is not here fails at link time. electron-store wants the default. */
export default electron;
export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  webContents,
};
