import { z } from 'zod';
import type { GroupRow } from '../../../core/group-job.ts';
import type { Practice } from '../../../main/practice/practice.ts';
import { type Database, openDatabase } from '../../../main/storage/database.ts';
import { createSqliteJournal } from '../../../main/storage/sqlite-journal.ts';
import { createSqliteRuns } from '../../../main/storage/sqlite-runs.ts';
import { accountId } from '../../support/groups-engine.ts';
import { compare, type Row } from '../compare.ts';
import { type Found, withViolations } from '../found.ts';

/** A record that another process writes, for looking at. */
export type OpenRecord = {
  rows(): Promise<readonly GroupRow[]>;
  /** Whether it holds so many groups and nothing more comes of any by itself. */
  isAtRest(groups: number): Promise<boolean>;
  /** For each attempt that was or may have been sent the ms since the one before; one that never was gives its place back. */
  gaps(): readonly number[];
  close(): void;
};

export function openRecord(file: string): OpenRecord {
  const database = openDatabase(file, { machine: 'here' });
  const journal = createSqliteJournal(database);
  const rows = async () => (await journal.find({ accountId, text: '', offset: 0, limit: 100_000 })).rows;
  return {
    rows,
    async isAtRest(groups) {
      const all = await rows();
      return all.length === groups && all.every(isSettled);
    },
    gaps: () => gapsBetweenIntents(database),
    close: () => database.close(),
  };
}

/** Settled, or looked for as often as a person needs to decide. */
const isSettled = ({ state }: Row): boolean =>
  state.at === 'created' || state.at === 'refused' || (state.at === 'unknown' && state.reads >= 4);

/** Two clocks of whole milliseconds, hurried a thousandfold. */
const clockSlackMs = 2_000;

/** The service's own count of groups against the record, and the pace between what was sent, less the slack. */
export async function audit(
  { world }: Practice,
  file: string,
  { paceMs, slackMs = 0 }: { readonly paceMs: number; readonly slackMs?: number },
): Promise<Found> {
  const record = openRecord(file);
  const rows = await record.rows();
  const early = record.gaps().filter((gapMs) => gapMs < paceMs - slackMs - clockSlackMs);
  record.close();

  const made = world.effects.flatMap((effect) => (effect.what === 'group-created' ? [effect] : [])).slice(1);
  return withViolations(compare(made, rows), [
    ...rows.filter((row) => !isSettled(row)).map(({ name, state }) => `${name} is ${state.at} still`),
    ...early.map((gapMs) => `an attempt began ${gapMs} ms after the one before`),
  ]);
}

/** Of the run in the record: rows without a job, and jobs without a row. */
export async function wrongRows(file: string): Promise<string[]> {
  const database = openDatabase(file, { machine: 'here' });
  const rows = await createSqliteRuns(database).allRows('run', { offset: 0, limit: 1000 });
  const tied = new Set(rows.map(({ job }) => job?.jobId));
  database.close();
  const record = openRecord(file);
  const jobs = await record.rows();
  record.close();
  return [
    ...rows.filter(({ job }) => !job).map(({ name, wants }) => `${name} is no job, it wants ${wants}`),
    ...jobs.filter(({ id }) => !tied.has(id)).map(({ name }) => `${name} is a job of no row`),
  ];
}

const gapRow = z.object({ value: z.number() });

const gapsBetweenIntents = (database: Database): readonly number[] =>
  database
    .read((sql) =>
      sql.all(
        gapRow,
        `SELECT wall_ms - lag(wall_ms, 1, -1e9) OVER (ORDER BY id) AS value
         FROM attempts WHERE coalesce(outcome, '') <> 'never-sent' ORDER BY id`,
      ),
    )
    .map(({ value }) => value);
