import path from 'node:path';
import { shell } from 'electron';
import type { Say } from '../../core/i18n/words.ts';
import { ok } from '../../core/result.ts';
import type { RunFiles } from '../runs/files.ts';
import { isFileAt, writeBeside } from './beside.ts';
import { askWhichFile } from './dialogs.ts';
import { readBeside } from './read-beside.ts';
import { readFile } from './read-file.ts';
import { asFileName, type Save } from './save.ts';
import type { MainWindow } from './window.ts';

type RunFilesDeps = {
  readonly window: Pick<MainWindow, 'current'>;
  readonly say: () => Say;
  readonly save: Save;
  /** One page for each group, as PDF. */
  readonly print: RunFiles['print'];
};

/** Files of runs that are chosen, saved, and written beside others. */
export function createRunFiles({ window, say, save, print }: RunFilesDeps): RunFiles {
  const proposed = {
    template: () => say()('desktop.templateFile'),
    problems: (file: string) => say()('desktop.problemsFile', { file }),
    results: (file: string) => say()('desktop.resultsFile', { file }),
    pages: (file: string) => say()('desktop.pagesFile', { file }),
  } as const;

  async function choose(title: string, kind: string, extensions: readonly string[]) {
    const file = await askWhichFile(window.current(), { title, kind: { name: kind, extensions } });
    return file === null ? ok(null) : readFile(file);
  }

  return {
    choose: () => choose(say()('desktop.chooseSheetTitle'), say()('desktop.sheetKind'), ['xlsx', 'csv', 'tsv', 'txt']),
    choosePicture: () => choose(say()('desktop.choosePictureTitle'), say()('desktop.jpegKind'), ['jpg', 'jpeg']),

    save({ kind, format, of }, make) {
      const fileName = `${asFileName(proposed[kind](path.parse(of).name))}.${format}`;
      const title = say()(titles[kind]);
      return save({ title, fileName, kind: { name: say()(`desktop.${format}Kind`), extension: format } }, make);
    },

    print,
    writeBeside,
    readBeside,
    isAt: isFileAt,
    show: (file) => shell.showItemInFolder(file),
  };
}

const titles = {
  template: 'desktop.saveTemplateTitle',
  problems: 'desktop.saveProblemsTitle',
  results: 'desktop.saveResultsTitle',
  pages: 'desktop.savePagesTitle',
} as const;
