import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Say } from '../../core/i18n/words.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { askWhichFile } from './dialogs.ts';
import { asFileName, type Save } from './save.ts';
import type { MainWindow } from './window.ts';

type PeopleFilesDeps = {
  readonly window: Pick<MainWindow, 'current'>;
  readonly say: () => Say;
  readonly save: Save;
};

type ChosenFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** More than any file that is taken has: whoever reads it says that it is too big. */
const readMost = 32 * 1024 * 1024;

/** Files of people that are chosen and saved. */
export function createPeopleFiles({ window, say, save }: PeopleFilesDeps) {
  return {
    /** Asks for a file and reads it; null when the person cancels. */
    async choosePeopleFile(): Promise<Result<ChosenFile | null>> {
      const file = await askWhichFile(window.current(), {
        title: say()('desktop.choosePeopleTitle'),
        kind: { name: say()('desktop.peopleKind'), extensions: ['xlsx', 'csv', 'vcf', 'vcard', 'txt', 'tsv'] },
      });
      if (file === null) return ok(null);
      try {
        return ok({ name: path.basename(file), bytes: await readUpTo(file, readMost) });
      } catch {
        return err({ code: 'not-read' }); // gone, or not ours to read: the person chooses another
      }
    },

    savePeople(
      format: 'csv' | 'xlsx' | 'vcard',
      make: () => Promise<Result<Uint8Array>>,
    ): Promise<Result<{ saved: boolean }>> {
      const extension = format === 'vcard' ? 'vcf' : format;
      const kind = { name: say()(`desktop.${extension}Kind`), extension };
      const fileName = `${say()('desktop.peopleFile')}.${extension}`;
      return save({ title: say()('desktop.savePeopleTitle'), fileName, kind }, make);
    },

    /** `file` is the name of the file that they are from. */
    saveBadLines(file: string, make: () => Promise<Result<Uint8Array>>): Promise<Result<{ saved: boolean }>> {
      const kind = { name: say()('desktop.xlsxKind'), extension: 'xlsx' };
      const fileName = `${asFileName(say()('desktop.badLinesFile', { file: path.parse(file).name }))}.xlsx`;
      return save({ title: say()('desktop.saveBadLinesTitle'), fileName, kind }, make);
    },
  };
}

async function readUpTo(file: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const opened = await open(file);
  try {
    const { size } = await opened.stat();
    const bytes = new Uint8Array(Math.min(size, most));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await opened.read(bytes, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await opened.close();
  }
}
