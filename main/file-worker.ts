import { peopleJobs } from './contacts/files/people-jobs.ts';
import { sheetJobs } from './runs/sheet/sheet-jobs.ts';
import { readTableFile } from './spreadsheet/read-table-file.ts';
import { serveJobs } from './spreadsheet/serve-jobs.ts';

/** What is done with files away from the main thread. Everything that reads a file of somebody else belongs here. */
const jobs = {
  'table.read': ({ bytes, fileName }: { readonly bytes: Uint8Array; readonly fileName: string }) =>
    readTableFile(bytes, fileName),
  ...peopleJobs,
  ...sheetJobs,
};
export type FileJobs = typeof jobs;

await serveJobs(jobs);
