import type { JobEvent } from '../../core/job-machine.ts';
import type { Moment } from '../../core/pace.ts';
import type { Result } from '../../core/result.ts';
import type { AttemptEnd, NewJob, Outcome } from '../../main/groups/journal.ts';
import { openDatabase } from '../../main/storage/database.ts';
import { createSqliteJournal } from '../../main/storage/sqlite-journal.ts';
import { createSqliteRecord } from '../../main/storage/sqlite-record.ts';
import { person } from './groups-engine.ts';
import { testRow, testRun } from './run-samples.ts';
import { createTestStore } from './test-runs.ts';

export const dayMs = 86_400_000;

/** A record that grew over the years, made by the journal itself; days count from the first of it. */
export async function oldRecord(file = ':memory:') {
  const database = openDatabase(file, { machine: 'here' });
  const journal = createSqliteJournal(database);
  const runs = createTestStore(database);
  const moment = (day: number): Moment => ({
    ...{ runner: 'run', wallMs: day * dayMs, runMs: day * dayMs, serverMs: day * dayMs, clockOk: true },
    ...{ day: `day ${day}`, dayEndsInMs: dayMs },
  });
  await journal.enlist({ now: moment(0), isDead: () => false, firstReadInMs: 0 });
  await journal.see('sender', [{ chatId: '0@g.us', name: 'Known before' }], moment(0));

  async function asked(name: string, day: number, change: Partial<NewJob> = {}): Promise<void> {
    const job = { id: name, accountId: 'account-1', sender: 'sender', name, people: [person(1), person(2)] };
    sure(
      await journal.add({ ...job, askedAtMs: day * dayMs, fromPhone: null, ...change }, { again: true, sinceMs: 0 }),
    );
  }

  /** One CreateGroup and what came of it; null: it is on the wire. */
  async function sent(name: string, day: number, outcome: Outcome | null, change: Partial<NewJob> = {}): Promise<void> {
    await asked(name, day, change);
    await again(name, day, outcome);
  }

  async function again(name: string, day: number, outcome: Outcome | null): Promise<void> {
    const begin = { now: moment(day), sender: 'sender', freshSinceRunMs: 0, deadlineMs: 130_000 };
    const attempt = sure(await journal.begin(name, { ...begin, paceMs: 0, perDay: 1000 }));
    if (outcome) sure(await journal.end(attempt.id, endOf(outcome, day)));
  }

  const move = async (name: string, event: JobEvent) => sure(await journal.move(name, event));

  /** A run of these groups, each made on its day, that ended on this one. */
  async function run(id: string, made: Readonly<Record<string, number>>, endDay: number | null): Promise<void> {
    const names = Object.keys(made);
    sure(
      await runs.add(
        testRun(id, { madeAtMs: 0 }),
        names.map((name) => testRow(name)),
      ),
    );
    sure(await runs.start(id, { sender: 'sender', atMs: 0 }));
    for (const [place, [name, day]] of Object.entries(made).entries())
      await sent(name, day, created(name), { row: { runId: id, rowId: place + 1 } });
    if (endDay !== null) sure(await runs.change(id, { state: { at: 'ended', how: 'done', atMs: endDay * dayMs } }));
  }

  /** What is still there. */
  async function left() {
    const { rows } = await journal.find({ accountId: 'account-1', text: '', offset: 0, limit: 1000 });
    const kept = await runs.runs('account-1', { offset: 0, limit: 100 });
    return { groups: rows.map(({ name }) => name).sort(), runs: kept.map(({ id }) => id).sort() };
  }

  return { database, journal, runs, record: createSqliteRecord(database), asked, sent, again, move, run, left, moment };
}

export const created = (name: string): Outcome => ({ at: 'created', chatId: `${name}@g.us`, link: null });

const endOf = (outcome: Outcome, day: number): AttemptEnd => ({
  ...{ outcome, atMs: day * dayMs, serverMs: day * dayMs, firstReadInMs: 30_000, stop: null },
  evidence: { startedAtMs: day * dayMs, endedAtMs: day * dayMs, status: null, serverDateMs: null },
});

export function sure<T, F>(result: Result<T, F>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
