import { z } from 'zod';
import type { Failure } from '../../core/failure.ts';
import type { Moment } from '../../core/pace.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Attempt, AttemptEnd, Begin, Job, Journal, NotBegun } from '../groups/journal.ts';
import type { Database, Sql } from './database.ts';
import { failureColumn, jsonColumn, numberRow, readJob, readJobs, textRow } from './job-rows.ts';
import { countRefusals, pauseRuns } from './row-ties.ts';
import { flat, moveIn, ownerOf } from './sqlite-jobs.ts';
import { inFlight, waitOf } from './sqlite-slots.ts';

type AttemptsPart = Pick<Journal, 'enlist' | 'begin' | 'end' | 'lastAttempt'>;

/** The attempts: the intent with all its conditions in one transaction, and the end. */
export function createAttempts(database: Database): AttemptsPart {
  return {
    enlist: async ({ now, isDead, firstReadInMs }) =>
      database.write((sql) => {
        sql.run(
          'INSERT OR IGNORE INTO runners (runner, after_attempt) VALUES (?, (SELECT coalesce(max(id), 0) FROM attempts))',
          now.runner,
        );
        const held = adopt(sql, database);
        const open = sql.all(
          openRow,
          'SELECT id, runner, wall_ms + deadline_ms AS until FROM attempts WHERE outcome IS NULL AND runner <> ?',
          now.runner,
        );
        const dead = open.filter(({ runner, until }) => isDead(runner) || until <= now.wallMs);
        const lost = dead.flatMap(({ id }) => {
          const closed = close(sql, id, lostWith(now, firstReadInMs));
          return closed.ok ? [closed.value] : [];
        });
        forgetDead(sql, now.runner, isDead);
        return [...held, ...lost];
      }),

    begin: async (jobId, begin) => {
      const begun = database.write((sql) => beginIn(sql, jobId, begin));
      if (!begun.ok) return err({ is: 'failed', failure: begun.failure });
      if (begun.value.ok) database.mark.write(begun.value.value.id);
      return begun.value;
    },

    end: async (attemptId, end) => flat(database.write((sql) => close(sql, attemptId, end))),

    lastAttempt: async (jobId) =>
      database.read((sql) =>
        sql.get(attemptRow, 'SELECT * FROM attempts WHERE job_id = ? ORDER BY id DESC LIMIT 1', jobId),
      ),
  };
}

const openRow = z.object({ id: z.number(), runner: z.string(), until: z.number() });
const stoppedRow = z.object({ stopped: failureColumn });
const closingRow = z.object({
  job_id: z.string(),
  sender: z.string(),
  wall_ms: z.number(),
  outcome: z.string().nullable(),
});

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

const lostWith = (now: Moment, firstReadInMs: number): AttemptEnd => ({
  outcome: { at: 'unknown', failure: { code: 'unknown' } },
  evidence: { startedAtMs: now.wallMs, endedAtMs: now.wallMs, status: null, serverDateMs: null },
  atMs: now.wallMs,
  serverMs: now.serverMs,
  firstReadInMs,
  stop: null,
});

/**
 * The file remembers where it belongs. In another place, or older than its mark, it is a copy, and the original may have
 * gone on: what is queued in it waits for a person.
 */
function adopt(sql: Sql, { identity, mark }: Pick<Database, 'identity' | 'mark'>): Job[] {
  const known = sql.get(textRow, "SELECT value FROM meta WHERE key = 'identity'");
  const last = sql.get(numberRow, 'SELECT coalesce(max(id), 0) AS value FROM attempts')?.value ?? 0;
  const isOlder = mark.read() > last;
  mark.write(last);
  if (known?.value === identity && !isOlder) return [];
  sql.run(
    "INSERT INTO meta (key, value) VALUES ('identity', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    identity,
  );
  if (!known) return [];
  pauseRuns(sql, { at: 'paused', why: 'copied' });
  return readJobs(sql, "WHERE at = 'queued'").flatMap((job) => {
    const moved = moveIn(sql, job, { is: 'held' });
    return moved.ok ? [moved.value] : [];
  });
}

/** What dead runs had under way besides attempts is unknown; what they knew of time and groups is worth nothing. */
function forgetDead(sql: Sql, me: string, isDead: (runner: string) => boolean): void {
  const known = sql.all(
    textRow,
    'SELECT runner AS value FROM runners UNION SELECT runner FROM actions WHERE outcome IS NULL',
  );
  for (const { value: runner } of known) {
    if (runner === me || !isDead(runner)) continue;
    sql.run("UPDATE actions SET outcome = 'unknown' WHERE outcome IS NULL AND runner = ?", runner);
    sql.run('DELETE FROM readings WHERE runner = ?', runner);
    sql.run('DELETE FROM runners WHERE runner = ?', runner);
  }
}

function beginIn(sql: Sql, jobId: string, begin: Begin): Result<Attempt, NotBegun> {
  const { now, sender } = begin;
  const job = readJob(sql, jobId);
  if (!job || job.sender !== sender) return err({ is: 'moved-on' });
  const obstacle = findObstacle(sql, job, begin);
  if (obstacle) return err(obstacle);

  if (!moveIn(sql, job, { is: 'begun', atMs: now.wallMs }).ok) return err({ is: 'moved-on' });
  const chatIds = job.people.map((person) => person.chatId);
  const row = sql.get(
    numberRow,
    `INSERT INTO attempts (job_id, sender, runner, name, chat_ids, wall_ms, run_ms, server_ms, clock_ok, day, deadline_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id AS value`,
    jobId,
    sender,
    now.runner,
    job.name,
    JSON.stringify(chatIds),
    now.wallMs,
    now.runMs,
    now.serverMs,
    now.clockOk ? 1 : 0,
    now.day,
    begin.deadlineMs,
  );
  if (!row) return err({ is: 'moved-on' });
  const { wallMs, serverMs } = now;
  const overMs = serverMs + begin.deadlineMs;
  return ok({ id: row.value, jobId, name: job.name, chatIds, wallMs, serverMs, overMs });
}

function findObstacle(sql: Sql, job: Job, begin: Begin): NotBegun | null {
  const { sender, now } = begin;
  if (inFlight(sql, sender) !== null) return { is: 'in-flight' };
  const stopped = sql.get(stoppedRow, 'SELECT stopped FROM senders WHERE sender = ?', sender)?.stopped;
  if (stopped) return { is: 'stopped', failure: stopped };
  const twin = unsettledTwin(sql, job.id);
  if (twin) return { is: 'blocked', failure: twin };
  const readAt = 'SELECT run_ms AS value FROM readings WHERE sender = ? AND runner = ?';
  const readRunMs = sql.get(numberRow, readAt, sender, now.runner)?.value ?? -1;
  if (readRunMs < begin.freshSinceRunMs) return { is: 'stale-groups' };
  const waitMs = waitOf(sql, sender, begin);
  return waitMs > 0 ? { is: 'wait', waitMs } : null;
}

/** Another job for the very same group, of which nobody knows yet whether it was made. */
function unsettledTwin(sql: Sql, jobId: string): Failure | null {
  const [twin] = readJobs(
    sql,
    `WHERE id <> ?1 AND at IN ('unknown', 'sending') AND (sender, key) = (SELECT sender, key FROM jobs WHERE id = ?1)`,
    jobId,
  );
  if (!twin) return null;
  const madeAtMs = twin.state.at === 'unknown' ? twin.state.sentAtMs : twin.askedAtMs;
  return { code: 'duplicate', exact: true, state: 'unknown', jobId: twin.id, madeAtMs };
}

function close(sql: Sql, attemptId: number, end: AttemptEnd): Result<Job> {
  const attempt = sql.get(closingRow, 'SELECT job_id, sender, wall_ms, outcome FROM attempts WHERE id = ?', attemptId);
  const job = attempt && readJob(sql, attempt.job_id);
  if (!job) return err({ code: 'not-found' });
  const outcome = plausible(sql, attempt, end.outcome);
  // It was given up as unknown meanwhile: only the group itself can still change that.
  if (attempt.outcome !== null && outcome.at !== 'created') return ok(job);

  const moved = moveIn(sql, job, eventOf(outcome, attempt.wall_ms, end));
  if (!moved.ok && attempt.outcome !== null) return ok(job);
  const failure = 'failure' in outcome ? outcome.failure : null;
  sql.run(
    'UPDATE attempts SET outcome = ?, failure = ?, evidence = ?, ended_at_ms = ?, over_ms = ? WHERE id = ?',
    outcome.at,
    failure && JSON.stringify(failure),
    JSON.stringify(end.evidence),
    end.atMs,
    end.serverMs,
    attemptId,
  );
  brake(sql, attempt.sender, outcome.at, end.stop);
  countRefusals(sql, job.id, outcome.at);
  const ended = moved.ok ? moved.value : job;
  if (outcome.at !== 'created') return ok(ended);
  sql.run('UPDATE jobs SET link = ? WHERE id = ?', outcome.link, job.id);
  return ok({ ...ended, link: outcome.link });
}

/** One group, one job: an answer that names the group of another job proves nothing. */
function plausible(sql: Sql, attempt: { job_id: string; sender: string }, outcome: AttemptEnd['outcome']) {
  if (outcome.at !== 'created') return outcome;
  const owner = ownerOf(sql, attempt.sender, outcome.chatId);
  return owner === null || owner === attempt.job_id
    ? outcome
    : ({ at: 'unknown', failure: { code: 'unknown' } } as const);
}

function eventOf(outcome: AttemptEnd['outcome'], sentAtMs: number, { atMs, firstReadInMs }: AttemptEnd) {
  switch (outcome.at) {
    case 'created':
      return { is: 'answered', chatId: outcome.chatId, atMs } as const;
    case 'never-sent':
    case 'put-back':
      return { is: 'put-back' } as const;
    case 'refused':
      return { is: 'refused', failure: outcome.failure, atMs } as const;
    case 'unknown':
      return { is: 'lost', failure: outcome.failure, sentAtMs, atMs, nextReadAtMs: atMs + firstReadInMs } as const;
  }
}

const unknownsToStop = 2;

/** Counts unknown ends in a row and stops the sender at the second, or at once with a reason. */
function brake(sql: Sql, sender: string, at: AttemptEnd['outcome']['at'], stop: Failure | null): void {
  if (at === 'never-sent' && !stop) return;
  const unknowns = at === 'unknown' ? 'senders.unknowns + 1' : at === 'never-sent' ? 'senders.unknowns' : '0';
  sql.run(
    `INSERT INTO senders (sender, unknowns) VALUES (?, ?) ON CONFLICT (sender) DO UPDATE SET unknowns = ${unknowns}`,
    sender,
    at === 'unknown' ? 1 : 0,
  );
  const row = sql.get(numberRow, 'SELECT unknowns AS value FROM senders WHERE sender = ?', sender);
  const reason = stop ?? ((row?.value ?? 0) >= unknownsToStop ? ({ code: 'unknown' } as const) : null);
  if (reason) sql.run('UPDATE senders SET stopped = ? WHERE sender = ?', JSON.stringify(reason), sender);
}
