import { z } from 'zod';
import type { Failure } from '../../core/failure.ts';
import type { Moment } from '../../core/pace.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { AttemptEnd, Job, Journal } from '../groups/journal.ts';
import type { Database, Sql } from './database.ts';
import { numberRow, readJob, readJobs, textRow } from './job-rows.ts';
import { countRefusals, pauseRuns } from './row-ties.ts';
import { beginIn, lastAttempt } from './sqlite-begin.ts';
import { flat, moveIn, ownerOf } from './sqlite-jobs.ts';

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

    lastAttempt: async (jobId) => database.read((sql) => lastAttempt(sql, jobId)),
  };
}

const openRow = z.object({ id: z.number(), runner: z.string(), until: z.number() });
const closingRow = z.object({
  job_id: z.string(),
  sender: z.string(),
  wall_ms: z.number(),
  outcome: z.string().nullable(),
  gave_back: z.number(),
  unknowns: z.number(),
});

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

function close(sql: Sql, attemptId: number, end: AttemptEnd): Result<Job> {
  const attempt = sql.get(
    closingRow,
    `SELECT job_id, sender, wall_ms, outcome, gave_back,
       coalesce((SELECT unknowns FROM senders WHERE sender = attempts.sender), 0) AS unknowns
     FROM attempts WHERE id = ?`,
    attemptId,
  );
  const job = attempt && readJob(sql, attempt.job_id);
  if (!job) return err({ code: 'not-found' });
  const outcome = plausible(sql, attempt, end.outcome);
  // It was given up as unknown meanwhile: only the group itself can still change that.
  if (attempt.outcome !== null && outcome.at !== 'created') return ok(job);

  const link = outcome.at === 'created' ? outcome.link : null;
  const moved = moveIn(sql, job, eventOf(outcome, attempt.wall_ms, end), link);
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
  if ((outcome.at === 'never-sent') !== attempt.gave_back > 0) {
    sql.run('UPDATE attempts SET gave_back = 1 - gave_back WHERE id = ?', attemptId);
  }
  brake(sql, attempt, outcome.at, end.stop);
  countRefusals(sql, job.id, outcome.at);
  return ok(moved.ok ? moved.value : job);
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
function brake(
  sql: Sql,
  { sender, unknowns: before }: z.infer<typeof closingRow>,
  at: AttemptEnd['outcome']['at'],
  stop: Failure | null,
): void {
  const unknowns = at === 'unknown' ? before + 1 : at === 'never-sent' ? before : 0;
  const reason = stop ?? (unknowns >= unknownsToStop ? ({ code: 'unknown' } as const) : null);
  // Most ends change nothing here, and every page that is written makes the commit slower.
  if (unknowns === before && !reason) return;
  sql.run(
    `INSERT INTO senders (sender, unknowns, stopped) VALUES (?, ?, ?) ON CONFLICT (sender)
     DO UPDATE SET unknowns = excluded.unknowns, stopped = coalesce(excluded.stopped, stopped)`,
    sender,
    unknowns,
    reason && JSON.stringify(reason),
  );
}
