import path from 'node:path';
import { app, dialog, session } from 'electron';
import { createWords } from '../../core/i18n/words.ts';
import { languageOf } from '../../core/language.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { lockDown } from './lockdown.ts';
import { refusedStart } from './policy.ts';

/** Everything that must happen before the app proper: refusals, the data folder, the lock, the scheme, the lockdown. */
export function boot(rendererFolder: string, start: () => Promise<void>): void {
  const refused = app.isPackaged ? refusedStart(process.argv, process.env) : null;
  if (refused !== null) {
    const say = createWords(languageOf({ language: 'system' }, app.getLocale()));
    dialog.showErrorBox(say('desktop.notStarted'), say('desktop.refusedStart', { option: refused }));
    app.exit(1);
    return;
  }
  keepDataLocal();
  // Before anything is opened: two processes must never own the record at once.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.enableSandbox();
  registerAppScheme();
  // Not a top-level await: Electron waits for this module before it becomes ready.
  void app.whenReady().then(() => {
    lockDown(session.defaultSession);
    serveApp(rendererFolder);
    return start();
  });
}

/** Roaming profiles copy files between machines while they are open: on Windows the data stay on this one. */
function keepDataLocal(): void {
  if (process.platform !== 'win32' || app.commandLine.hasSwitch('user-data-dir')) return;
  const local = process.env.LOCALAPPDATA;
  if (local) app.setPath('userData', path.join(local, 'CreateGroup'));
}
