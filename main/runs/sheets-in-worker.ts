import { createFormat } from '../../core/i18n/format.ts';
import { createWords } from '../../core/i18n/words.ts';
import type { Language } from '../../core/language.ts';
import { ok } from '../../core/result.ts';
import type { FileJobs } from '../file-worker.ts';
import type { InWorker } from '../spreadsheet/in-worker.ts';
import type { DraftsDeps } from './drafts.ts';
import { sayProblem } from './say-problem.ts';

type Sheets = Pick<DraftsDeps, 'openSheet' | 'writeTemplate' | 'writeProblems'>;

type SheetsDeps = {
  readonly inWorker: InWorker<FileJobs>;
  readonly language: () => Language;
  readonly now: () => number;
};

/** Files of groups, read and written away from the main thread: they come from anywhere, and may be long. */
export const createSheetsInWorker = ({ inWorker, language, now }: SheetsDeps): Sheets => ({
  async openSheet(bytes, fileName, country) {
    const done = await inWorker('sheet.open', { bytes, fileName, country });
    if (!done.ok) return done;
    const { opened, read } = done.value;
    return ok({ read, again: (reading) => inWorker('sheet.read', { opened, fileName, reading, country }) });
  },

  writeTemplate: (format, shape) => inWorker('sheet.template', { fileName: '', format, shape, language: language() }),

  writeProblems(fileName, rows) {
    const words = { say: createWords(language()), format: createFormat(language()), nowMs: now() };
    const written = rows.map(({ line, name, problems }) => ({
      ...{ line, name },
      problems: problems.flatMap((problem) => sayProblem(problem, words) ?? []),
    }));
    return inWorker('sheet.problems', { fileName, rows: written, language: language() });
  },
});
