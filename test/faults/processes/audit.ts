import { z } from 'zod';
import type { JobState } from '../../../core/group-job.ts';
import type { Practice } from '../../../main/practice/practice.ts';
import { type Database, openDatabase } from '../../../main/storage/database.ts';
import { createSqliteJournal } from '../../../main/storage/sqlite-journal.ts';
import { accountId } from '../../support/groups-engine.ts';
import { type Found, nothing } from '../found.ts';

type Row = { readonly name: string; readonly state: JobState };
type Group = { readonly chatId: string; readonly name: string };

/** A record that another process writes, for looking at. */
export function openRecord(file: string): {
  rows(): Promise<readonly Row[]>;
  gaps(): readonly number[];
  close(): void;
} {
  const database = openDatabase(file, { machine: 'here' });
  const journal = createSqliteJournal(database);
  return {
    rows: async () => (await journal.find({ accountId, text: '', offset: 0, limit: 100_000 })).rows,
    gaps: () => gapsBetweenIntents(database),
    close: () => database.close(),
  };
}

/** Settled, or looked for as often as a person needs to decide. */
export const isAtRest = ({ state }: Row): boolean =>
  state.at === 'created' || state.at === 'refused' || (state.at === 'unknown' && state.reads >= 4);

/** Two clocks of whole milliseconds, hurried a thousandfold. */
const slackMs = 2_000;

/** The service's own count of groups against the record, and the pace between what was sent. */
export async function audit({ world }: Practice, file: string, paceMs: number): Promise<Found> {
  const record = openRecord(file);
  const rows = await record.rows();
  const early = record.gaps().filter((gapMs) => gapMs < paceMs - slackMs);
  record.close();

  const made = world.effects.flatMap((effect) => (effect.what === 'group-created' ? [effect] : [])).slice(1);
  const twice = [...Map.groupBy(made, ({ name }) => name).values()].filter((of) => of.length > 1);
  const lost = made.filter((group) => !rows.some((row) => keeps(row, group)));
  const wrong = [
    ...rows.filter((row) => !isAtRest(row)).map(({ name, state }) => `${name} is ${state.at} still`),
    ...rows
      .filter((row) => isMistaken(row, made))
      .map(({ name }) => `${name} is recorded as a group that is not its own`),
    ...early.map((gapMs) => `an attempt began ${gapMs} ms after the one before`),
  ];
  return {
    ...nothing,
    duplicates: twice.reduce((sum, of) => sum + of.length - 1, 0),
    lost: lost.length,
    unknown: rows.filter(({ state }) => state.at === 'unknown').length,
    violations: wrong.length,
    wrong: [
      ...twice.map((of) => `${of[0]?.name} was made ${of.length} times`),
      ...lost.map(({ name }) => `${name} is lost: ${JSON.stringify(rows.find((row) => row.name === name)?.state)}`),
      ...wrong,
    ],
  };
}

const keeps = ({ state }: Row, { chatId }: Group): boolean =>
  (state.at === 'created' && state.chatId === chatId) ||
  (state.at === 'unknown' && state.candidates.some((candidate) => candidate.chatId === chatId));

const isMistaken = ({ name, state }: Row, made: readonly Group[]): boolean =>
  state.at === 'created' && !made.some((group) => group.chatId === state.chatId && group.name === name);

const intentRow = z.object({ value: z.number() });

/** Ms between attempts that were or may have been sent; one that was never sent gives its place back. */
const gapsBetweenIntents = (database: Database): readonly number[] =>
  database
    .read((sql) =>
      sql.all(
        intentRow,
        `SELECT wall_ms - lag(wall_ms, 1, -1e9) OVER (ORDER BY id) AS value
         FROM attempts WHERE coalesce(outcome, '') <> 'never-sent' ORDER BY id`,
      ),
    )
    .map(({ value }) => value);
