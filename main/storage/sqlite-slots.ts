import { z } from 'zod';
import { longestDayMs, type Moment, paceWaitMs, type Slot } from '../../core/pace.ts';
import type { Slots } from '../groups/journal.ts';
import type { Sql } from './database.ts';
import { flag, numberRow } from './job-rows.ts';

/** When the attempt on the wire ends at the latest, or null when none is. */
export const inFlight = (sql: Sql, sender: string): number | null =>
  sql.get(numberRow, 'SELECT wall_ms + deadline_ms AS value FROM attempts WHERE sender = ? AND outcome IS NULL', sender)
    ?.value ?? null;

const slotRow = z
  .object({ runner: z.string(), wall_ms: z.number(), run_ms: z.number(), clock_ok: flag, before: flag })
  .transform((row) => ({
    runner: row.runner,
    wallMs: row.wall_ms,
    runMs: row.run_ms,
    clockOk: row.clock_ok,
    before: row.before,
  }));

// A proved non-send gives its slot back; everything else was or may have been sent.
const holdsSlot = 'gave_back = 0';

/** The attempt that holds the pace, as the run `runner` sees it. */
export const lastSlot = (sql: Sql, sender: string, runner: string): Slot | null =>
  sql.get(
    slotRow,
    `SELECT runner, wall_ms, run_ms, clock_ok,
       id <= coalesce((SELECT after_attempt FROM runners WHERE runner = ?), 0) AS before
     FROM attempts WHERE sender = ? AND ${holdsSlot} ORDER BY id DESC LIMIT 1`,
    runner,
    sender,
  );

/**
 * Attempts of this calendar day. Where the day of one of the two is not known, an attempt counts until it is certain
 * to be a whole day old.
 */
export function sentToday(sql: Sql, sender: string, { day, runner, runMs, wallMs }: Moment): number {
  const ofDay = `(SELECT count(*) FROM attempts WHERE sender = ?1 AND day = ?6 AND ${holdsSlot})`;
  return (
    sql.get(
      numberRow,
      `SELECT ${day === null ? '0' : ofDay} + count(*) AS value FROM attempts
       WHERE sender = ?1 ${day === null ? '' : 'AND day IS NULL'} AND ${holdsSlot}
         AND ?4 > CASE WHEN runner = ?2 THEN ?3 - run_ms
           WHEN id <= coalesce((SELECT after_attempt FROM runners WHERE runner = ?2), 0) THEN ?3
           ELSE ?5 - wall_ms END`,
      sender,
      runner,
      runMs,
      longestDayMs,
      wallMs,
      ...(day === null ? [] : [day]),
    )?.value ?? 0
  );
}

/** Attempts since the day of a plan began. */
export function sentSince(sql: Sql, sender: string, { now, sinceServerMs }: Slots): number {
  if (sinceServerMs === undefined) return 0;
  return (
    sql.get(
      numberRow,
      `SELECT count(*) AS value FROM attempts WHERE sender = ? AND server_ms BETWEEN ? AND ? AND ${holdsSlot}`,
      sender,
      sinceServerMs,
      now.serverMs,
    )?.value ?? 0
  );
}

/** Attempts put back in a row. One that was never sent says nothing; anything else ends the row. */
export const putBack = (sql: Sql, sender: string): number =>
  sql.get(
    numberRow,
    `SELECT count(*) AS value FROM attempts WHERE sender = ?1 AND outcome = 'put-back' AND id > coalesce((SELECT id
       FROM attempts WHERE sender = ?1 AND outcome NOT IN ('put-back', 'never-sent') ORDER BY id DESC LIMIT 1), 0)`,
    sender,
  )?.value ?? 0;

/** Until pace and daily limit allow the next attempt. */
export const waitOf = (sql: Sql, sender: string, slots: Slots): number =>
  waitAfter(lastSlot(sql, sender, slots.now.runner), sentToday(sql, sender, slots.now), slots);

/** The same after this one, and so many of today. */
export function waitAfter(last: Slot | null, today: number, { now, paceMs, perDay }: Slots): number {
  const waitMs = paceWaitMs(last, now, paceMs);
  return today >= perDay ? Math.max(waitMs, now.dayEndsInMs) : waitMs;
}
