import { err, ok } from '../../../core/result.ts';
import { serveJobs } from '../../../main/spreadsheet/serve-jobs.ts';

/** Jobs that behave as badly as they can, for the tests of the worker. */
const jobs = {
  greet: async ({ fileName }: { readonly fileName: string }) => ok(`Hello, ${fileName}`),
  fail: async ({ fileName }: { readonly fileName: string }) => err({ code: 'file-empty' as const, file: fileName }),
  hang: async (_: { readonly fileName: string }) => {
    for (;;);
  },
  eat: async (_: { readonly fileName: string }) => {
    const eaten: unknown[] = [];
    for (;;) eaten.push({ bite: String(eaten.length) });
  },
  throw: async (_: { readonly fileName: string }) => {
    throw new TypeError('a bug');
  },
  leave: async (_: { readonly fileName: string }) => process.exit(3),
};
export type OddJobs = typeof jobs;

await serveJobs(jobs);
