import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

/** Starts the app with the system, hidden in the tray. Electron does it on Windows and macOS; Linux reads a file. */
export function setOpenAtLogin(openAtLogin: boolean): void {
  try {
    if (process.platform === 'linux') writeAutostart(openAtLogin);
    else app.setLoginItemSettings({ openAtLogin, args: ['--hidden'] });
  } catch {
    // A home folder that cannot be written costs the start at login; the app itself works.
  }
}

function writeAutostart(openAtLogin: boolean): void {
  const file = path.join(app.getPath('appData'), 'autostart', 'creategroup.desktop');
  if (!openAtLogin) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, desktopEntry(process.env.APPIMAGE ?? process.execPath));
}

/** freedesktop.org Desktop Entry and Autostart specifications. */
const desktopEntry = (program: string): string =>
  ['[Desktop Entry]', 'Type=Application', 'Name=CreateGroup', `Exec="${program}" --hidden`, 'Terminal=false', ''].join(
    '\n',
  );
