// What the module `electron` has. Importing another name of Electron fails at link time, which is the point.
export { app } from './app/app.ts';
export { ipcMain } from './ipc/ipc-main.ts';
export { clipboard, dialog, powerMonitor, powerSaveBlocker, screen, shell } from './native/desktop.ts';
export { Menu } from './native/menu.ts';
export { nativeImage } from './native/native-image.ts';
export { nativeTheme } from './native/native-theme.ts';
export { Notification } from './native/notification.ts';
export { safeStorage } from './native/safe-storage.ts';
export { Tray } from './native/tray.ts';
export { BrowserWindow } from './windows/browser-window.ts';
export { protocol } from './windows/schemes.ts';
export { session } from './windows/session.ts';
export { WebContents as webContents } from './windows/web-contents.ts';
