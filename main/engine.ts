import type { Clock } from '../core/clock.ts';
import type { Emit } from '../core/contract/events.ts';
import type { Accounts } from './accounts/accounts.ts';
import { createPeople, type People } from './contacts/people.ts';
import { createGroups, type Groups } from './groups/groups.ts';
import type { Timings } from './groups/timings.ts';
import type { Log } from './log/log.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { createSqliteContacts } from './storage/sqlite-contacts.ts';
import { createSqliteDrafts, type Drafts } from './storage/sqlite-drafts.ts';
import { createSqliteJournal } from './storage/sqlite-journal.ts';

/** One world: its record, its people, its queue. The real accounts share one, practice has its own. */
export type Engine = {
  readonly groups: Groups;
  readonly people: People;
  readonly drafts: Drafts;
  stop(): Promise<void>;
};

export type EngineDeps = {
  readonly file: string;
  readonly accounts: Pick<Accounts, 'api' | 'senderOf' | 'phoneOf' | 'report'>;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly pace: () => { readonly paceMs: number; readonly perDay: number };
  readonly emit: Emit;
  readonly log: Log;
  readonly locale: string;
  readonly runner: string;
};

/** Opens the database, looks after what an earlier run left open, and starts the queue. */
export async function createEngine({ file, ...deps }: EngineDeps): Promise<Engine> {
  const database: Database = openDatabase(file);
  const groups = createGroups({ ...deps, journal: createSqliteJournal(database) });
  const people = createPeople({ ...deps, store: createSqliteContacts(database) });
  await groups.start();
  return {
    groups,
    people,
    drafts: createSqliteDrafts(database),
    async stop() {
      await groups.stop();
      database.close();
    },
  };
}
