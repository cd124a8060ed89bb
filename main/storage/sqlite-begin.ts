import { z } from 'zod';
import type { Failure } from '../../core/failure.ts';
import { jobStateSchema } from '../../core/group-job.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Attempt, Begin, NotBegun } from '../groups/journal.ts';
import type { Sql } from './database.ts';
import { failureColumn, flag, jsonColumn, readJob } from './job-rows.ts';
import { moveIn } from './sqlite-jobs.ts';
import { waitOf } from './sqlite-slots.ts';

/** Writes the intent inside a transaction that is open already, if nothing speaks against it. */
export function beginIn(sql: Sql, jobId: string, begin: Begin): Result<Attempt, NotBegun> {
  const { now, sender } = begin;
  const job = sql.get(
    askedRow,
    `SELECT id, sender, name, state,
       (SELECT id FROM jobs AS twin WHERE (twin.sender, twin.key) = (jobs.sender, jobs.key) AND twin.id <> jobs.id
          AND twin.at IN ('unknown', 'sending')) AS twin_id,
       EXISTS (SELECT 1 FROM attempts WHERE sender = ?2 AND outcome IS NULL) AS in_flight,
       (SELECT stopped FROM senders WHERE sender = ?2) AS stopped,
       (SELECT run_ms FROM readings WHERE sender = ?2 AND runner = ?3) AS read_run_ms
     FROM jobs WHERE id = ?1`,
    jobId,
    sender,
    now.runner,
  );
  if (!job || job.sender !== sender) return err({ is: 'moved-on' });
  const obstacle = findObstacle(sql, job, begin);
  if (obstacle) return err(obstacle);

  if (!moveIn(sql, job, { is: 'begun', atMs: now.wallMs }).ok) return err({ is: 'moved-on' });
  const attempt = sql.get(
    attemptRow,
    `INSERT INTO attempts (job_id, sender, runner, name, wall_ms, run_ms, server_ms, clock_ok, day, deadline_ms, chat_ids)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
       (SELECT json_group_array(chat_id ORDER BY place) FROM members WHERE job_id = ?1))
     RETURNING ${attemptColumns}`,
    jobId,
    sender,
    now.runner,
    job.name,
    now.wallMs,
    now.runMs,
    now.serverMs,
    now.clockOk ? 1 : 0,
    now.day,
    begin.deadlineMs,
  );
  return attempt ? ok(attempt) : err({ is: 'moved-on' });
}

function findObstacle(sql: Sql, job: z.infer<typeof askedRow>, begin: Begin): NotBegun | null {
  if (job.in_flight) return { is: 'in-flight' };
  if (job.stopped) return { is: 'stopped', failure: job.stopped };
  if (job.twin_id !== null) return { is: 'blocked', failure: unsettled(sql, job.twin_id) };
  if ((job.read_run_ms ?? -1) < begin.freshSinceRunMs) return { is: 'stale-groups' };
  const waitMs = waitOf(sql, begin.sender, begin);
  return waitMs > 0 ? { is: 'wait', waitMs } : null;
}

/** Another job is for the very same group, and nobody knows yet whether it was made. */
function unsettled(sql: Sql, twinId: string): Failure {
  const twin = readJob(sql, twinId);
  const madeAtMs = twin?.state.at === 'unknown' ? twin.state.sentAtMs : (twin?.askedAtMs ?? 0);
  return { code: 'duplicate', exact: true, state: 'unknown', jobId: twinId, madeAtMs };
}

/** The attempt that was begun last for a job, however it ended. */
export const lastAttempt = (sql: Sql, jobId: string): Attempt | null =>
  sql.get(attemptRow, `SELECT ${attemptColumns} FROM attempts WHERE job_id = ? ORDER BY id DESC LIMIT 1`, jobId);

/** A job whose turn has come, and what may speak against beginning it now. */
const askedRow = z.object({
  id: z.string(),
  sender: z.string(),
  name: z.string(),
  state: jsonColumn(jobStateSchema),
  twin_id: z.string().nullable(),
  in_flight: flag,
  stopped: failureColumn,
  read_run_ms: z.number().nullable(),
});

const attemptColumns = 'id, job_id, name, chat_ids, wall_ms, server_ms, deadline_ms, over_ms';
const attemptRow = z
  .object({
    id: z.number(),
    job_id: z.string(),
    name: z.string(),
    chat_ids: jsonColumn(z.array(z.string())),
    wall_ms: z.number(),
    server_ms: z.number(),
    deadline_ms: z.number(),
    over_ms: z.number().nullable(),
  })
  .transform(
    (row): Attempt => ({
      id: row.id,
      jobId: row.job_id,
      name: row.name,
      chatIds: row.chat_ids,
      wallMs: row.wall_ms,
      serverMs: row.server_ms,
      overMs: Math.max(row.server_ms + row.deadline_ms, row.over_ms ?? 0),
    }),
  );
