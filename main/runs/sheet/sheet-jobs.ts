import type { Failure } from '../../../core/failure.ts';
import type { SheetReading, SheetShape } from '../../../core/group-sheet.ts';
import type { Language } from '../../../core/language.ts';
import type { Country } from '../../../core/phone.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type OpenedSheet, openSheet, type ReadSheet, readSheet } from './sheet.ts';
import { type ProblemRow, type ResultRow, writeProblems, writeResults } from './write-results.ts';
import { writeTemplate } from './write-template.ts';

type Format = 'xlsx' | 'csv';
type Opening = { readonly bytes: Uint8Array; readonly fileName: string; readonly country: Country | null };
type Reading = { readonly opened: OpenedSheet; readonly reading: SheetReading; readonly country: Country | null };
type Template = { readonly format: Format; readonly shape: SheetShape; readonly language: Language };
type Results = { readonly format: Format; readonly rows: readonly ResultRow[]; readonly language: Language };
type Problems = { readonly rows: readonly ProblemRow[]; readonly language: Language };

/** What is done with files of groups away from the main thread. */
export const sheetJobs = {
  'sheet.open': ({ bytes, fileName, country }: Opening) => openSheet(bytes, fileName, country),
  'sheet.read': async ({ opened, reading, country }: Reading): Promise<Result<ReadSheet, Failure>> =>
    ok(readSheet(opened, reading, country)),
  'sheet.template': async ({ format, shape, language }: Template): Promise<Result<Uint8Array, Failure>> =>
    ok(await writeTemplate(format, shape, language)),
  'sheet.results': async ({ format, rows, language }: Results): Promise<Result<Uint8Array, Failure>> =>
    ok(await writeResults(format, rows, language)),
  'sheet.problems': async ({ rows, language }: Problems): Promise<Result<Uint8Array, Failure>> =>
    ok(await writeProblems(rows, language)),
};
