import path from 'node:path';
import { app, dialog, session } from 'electron';
import { createWords } from '../../core/i18n/words.ts';
import { languageOf } from '../../core/language.ts';
import type { Log } from '../log/log.ts';
import { type AppFolders, registerAppScheme, serveApp } from './app-protocol.ts';
import { lockDown } from './lockdown.ts';
import { refusedStart } from './policy.ts';

type BootDeps<L> = {
  readonly folders: AppFolders;
  /** Opens the log in the data folder, once that is settled. */
  readonly openLog: () => L;
  readonly start: (log: L) => Promise<void>;
};

/** As in electron-builder.yml. */
const appId = 'app.creategroup.desktop';

/** Everything that must happen before the app proper: refusals, the data folder, the lock, the scheme, the lockdown. */
export function boot<L extends Pick<Log, 'error'>>({ folders, openLog, start }: BootDeps<L>): void {
  const refused = app.isPackaged ? refusedStart(process.argv, process.env) : null;
  if (refused !== null) {
    const say = createWords(languageOf({ language: 'system' }, app.getLocale()));
    dialog.showErrorBox(say('desktop.notStarted'), say('desktop.refusedStart', { option: refused }));
    app.exit(1);
    return;
  }
  // The name that the installer gives to the shortcut in the Start menu: without it Windows shows no notification of ours.
  if (process.platform === 'win32') app.setAppUserModelId(appId);
  keepDataLocal();
  // Before anything is opened: two processes must never own the record at once.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.enableSandbox();
  registerAppScheme();
  const log = openLog();
  // What nobody waited for is a bug: it is told to whoever supports the app, and not to the person in a box of frames.
  process.on('unhandledRejection', (reason) => log.error('rejection.unhandled', reason));
  process.on('uncaughtException', (error) => log.error('exception.uncaught', error));
  // Not a top-level await: Electron waits for this module before it becomes ready.
  app
    .whenReady()
    .then(() => {
      lockDown(session.defaultSession);
      serveApp(folders);
      return start(log);
    })
    .catch((error: unknown) => endUnstarted(log.error('start.failed', error)));
}

/** Half an app that holds the lock would keep every later start from showing anything. */
function endUnstarted(code: string): void {
  const say = createWords(languageOf({ language: 'system' }, app.getLocale()));
  dialog.showErrorBox(
    say('desktop.notStarted'),
    say('desktop.dataNotOpened', { folder: app.getPath('userData'), code }),
  );
  app.exit(1);
}

/** Roaming profiles copy files between machines while they are open: on Windows the data stay on this one. */
function keepDataLocal(): void {
  if (process.platform !== 'win32' || app.commandLine.hasSwitch('user-data-dir')) return;
  const local = process.env.LOCALAPPDATA;
  if (local) app.setPath('userData', path.join(local, 'CreateGroup'));
}
