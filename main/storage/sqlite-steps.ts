import { z } from 'zod';
import { ok } from '../../core/result.ts';
import type { RunStore, Step, StepEnd } from '../runs/store.ts';
import type { Database } from './database.ts';

/** What is done after a group was made: each step with its intent on the disk before it is tried. */
export function createSteps(database: Database): Pick<RunStore, 'addSteps' | 'beginStep' | 'endStep'> {
  return {
    addSteps: async (jobId, steps) =>
      database.write((sql) => {
        for (const { kind, chatId } of steps) {
          sql.run('INSERT OR IGNORE INTO steps (job_id, kind, chat_id) VALUES (?, ?, ?)', jobId, kind, chatId);
        }
        return null;
      }),

    beginStep: async (accountId, runner) => {
      // Asked after every step: without one to do, nothing is written.
      const next = database.read((sql) => sql.get(stepRow, nextStep, accountId, runner));
      if (!next) return ok(null);
      return database.write((sql) => {
        // Whoever began it and is not enlisted any more is dead.
        sql.run(
          `UPDATE steps SET at = CASE kind WHEN 'message' THEN 'unknown' ELSE 'todo' END
           WHERE at = 'doing' AND runner <> ? AND runner NOT IN (SELECT runner FROM runners)`,
          runner,
        );
        const step = sql.get(stepRow, nextStep, accountId, runner);
        if (step) sql.run("UPDATE steps SET at = 'doing', runner = ? WHERE id = ?", runner, step.id);
        return step;
      });
    },

    endStep: async (stepId, end) =>
      database.write((sql) => {
        const failure = end.at === 'failed' ? end.failure : null;
        sql.run(
          "UPDATE steps SET at = ?, failure = ?, tries = tries + 1 WHERE id = ? AND at = 'doing'",
          columnOf[end.at],
          failure && JSON.stringify(failure),
          stepId,
        );
        return null;
      }),
  };
}

const columnOf: { readonly [At in StepEnd['at']]: string } = {
  done: 'done',
  failed: 'failed',
  unknown: 'unknown',
  again: 'todo',
};

const nextStep = `SELECT steps.id, job_id, kind, steps.chat_id, tries FROM steps JOIN jobs ON jobs.id = job_id
  WHERE account_id = ? AND (steps.at = 'todo'
    OR steps.at = 'doing' AND runner <> ? AND runner NOT IN (SELECT runner FROM runners))
  ORDER BY steps.id LIMIT 1`;

const stepRow = z
  .object({
    id: z.number(),
    job_id: z.string(),
    kind: z.enum(['picture', 'only-admins', 'admin', 'message']),
    chat_id: z.string(),
    tries: z.number(),
  })
  .transform(({ job_id, chat_id, ...step }): Step => ({ ...step, jobId: job_id, chatId: chat_id }));
