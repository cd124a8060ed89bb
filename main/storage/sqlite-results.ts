import { z } from 'zod';
import type { ResultsStore } from '../runs/results-store.ts';
import type { Database } from './database.ts';
import { readRun } from './sqlite-runs.ts';

const dueRow = z.object({ id: z.string(), results_open: z.number() });

/** Which results are still to be written, in SQLite. */
export const createSqliteResults = (database: Database): ResultsStore => ({
  resultsDue: async (sinceMs) =>
    database.read((sql) =>
      sql
        .all(
          dueRow,
          `SELECT id, results_open FROM runs
           WHERE results_open IS NOT NULL AND at = 'ended' AND state ->> 'atMs' > ? ORDER BY rowid`,
          sinceMs,
        )
        .flatMap(({ id, results_open }) => {
          const run = readRun(sql, id);
          return run ? { run, open: results_open < 0 ? null : results_open } : [];
        }),
    ),

  noteResults: async (runId, open) =>
    database.write((sql) => {
      sql.run("UPDATE runs SET results_open = ? WHERE id = ? AND at = 'ended'", open === 0 ? null : open, runId);
      return null;
    }),
});
