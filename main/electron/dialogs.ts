import { type BrowserWindow, dialog } from 'electron';

export type FileKind = { readonly name: string; readonly extension: string };

/** Asks where to save; null when the person cancels. */
export async function askWhereToSave(
  window: BrowserWindow | null,
  { title, fileName, kind }: { title: string; fileName: string; kind: FileKind },
): Promise<string | null> {
  const options = { title, defaultPath: fileName, filters: [{ name: kind.name, extensions: [kind.extension] }] };
  const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  return answer.canceled || !answer.filePath ? null : answer.filePath;
}

/** Asks for a file of these kinds; null when the person cancels. */
export async function askWhichFile(
  window: BrowserWindow | null,
  { title, kind }: { title: string; kind: { readonly name: string; readonly extensions: readonly string[] } },
): Promise<string | null> {
  const options = {
    title,
    properties: ['openFile' as const],
    filters: [{ name: kind.name, extensions: [...kind.extensions] }],
  };
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

export type Question = {
  readonly message: string;
  readonly detail: string;
  /** The first is what Enter does, the last what Esc does. */
  readonly buttons: readonly string[];
};

/** Asks a question outside the window; answers the index of the button. */
export async function ask(window: BrowserWindow | null, { message, detail, buttons }: Question): Promise<number> {
  const options = {
    type: 'question' as const,
    message,
    detail,
    buttons: [...buttons],
    defaultId: 0,
    cancelId: buttons.length - 1,
    noLink: true,
  };
  const answer = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options);
  return answer.response;
}
