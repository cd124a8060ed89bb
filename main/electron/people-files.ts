import path from 'node:path';
import type { Say } from '../../core/i18n/words.ts';
import { ok, type Result } from '../../core/result.ts';
import { askWhichFile } from './dialogs.ts';
import { type ChosenFile, readFile } from './read-file.ts';
import { asFileName, type Save } from './save.ts';
import type { MainWindow } from './window.ts';

type PeopleFilesDeps = {
  readonly window: Pick<MainWindow, 'current'>;
  readonly say: () => Say;
  readonly save: Save;
};

/** Files of people that are chosen and saved. */
export function createPeopleFiles({ window, say, save }: PeopleFilesDeps) {
  return {
    /** Asks for a file and reads it; null when the person cancels. */
    async choosePeopleFile(): Promise<Result<Pick<ChosenFile, 'name' | 'bytes'> | null>> {
      const file = await askWhichFile(window.current(), {
        title: say()('desktop.choosePeopleTitle'),
        kind: { name: say()('desktop.peopleKind'), extensions: ['xlsx', 'csv', 'vcf', 'vcard', 'txt', 'tsv'] },
      });
      if (file === null) return ok(null);
      const read = await readFile(file);
      return read.ok ? ok({ name: read.value.name, bytes: read.value.bytes }) : read;
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
