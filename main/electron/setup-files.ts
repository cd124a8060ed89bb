import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import type { Say } from '../../core/i18n/words.ts';
import { ok, type Result } from '../../core/result.ts';
import { setupEnding } from '../../core/setup-ending.ts';
import { askWhichFile } from './dialogs.ts';
import { type ChosenFile, readFile } from './read-file.ts';
import { asFileName, type Save } from './save.ts';
import type { MainWindow } from './window.ts';

type SetupDialogDeps = {
  readonly window: Pick<MainWindow, 'current'>;
  readonly say: () => Say;
  readonly save: Save;
};

/** Set-up files that are chosen and saved. */
export function createSetupDialogs({ window, say, save }: SetupDialogDeps) {
  const extension = setupEnding.slice(1);
  return {
    /** Asks for a file and reads it; null when the person cancels. */
    async chooseSetupFile(): Promise<Result<Pick<ChosenFile, 'name' | 'bytes'> | null>> {
      const file = await askWhichFile(window.current(), {
        title: say()('desktop.chooseSetupTitle'),
        kind: { name: say()('desktop.setupKind'), extensions: [extension] },
      });
      if (file === null) return ok(null);
      const read = await readFile(file);
      return read.ok ? ok({ name: read.value.name, bytes: read.value.bytes }) : read;
    },

    /** `whom` the file is for gives it its name; `make` is told that name. */
    saveSetup(whom: string, make: (file: string) => Promise<Result<string>>): Promise<Result<{ saved: boolean }>> {
      const kind = { name: say()('desktop.setupKind'), extension };
      const fileName = `${asFileName(whom.trim() || say()('desktop.setupFile'))}${setupEnding}`;
      return save({ title: say()('desktop.saveSetupTitle'), fileName, kind, isPrivate: true }, () => make(fileName));
    },
  };
}

/** The set-up file that a command line names, as a path; the last one when there are several. `folder` is where it was typed. */
export function setupFileIn(argv: readonly string[], folder: string): string | null {
  const named = argv.slice(1).filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(setupEnding));
  const last = named.at(-1);
  if (last === undefined) return null;
  return path.resolve(folder, last.startsWith('file://') ? pathOf(last) : last);
}

/** Some desktops hand over addresses instead of paths. */
function pathOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    return url; // of another machine: it will not be found, and that is said
  }
}

/**
 * Files that the system opens with the app. macOS tells of them before the app is ready, so this begins at once and keeps them
 * until somebody asks.
 */
export function listenForOpenedFiles(): { onFile(open: (file: string) => void): void } {
  const waiting: string[] = [];
  let listener: ((file: string) => void) | null = null;
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (listener) listener(file);
    else waiting.push(file);
  });
  return {
    onFile(open) {
      listener = open;
      for (const file of waiting.splice(0)) open(file);
    },
  };
}
