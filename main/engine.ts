import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createPeople, type People } from './contacts/people.ts';
import { createGroups, type Groups, type GroupsDeps } from './groups/groups.ts';
import { openDatabase } from './storage/database.ts';
import { createSqliteContacts } from './storage/sqlite-contacts.ts';
import { createSqliteDrafts, type Drafts } from './storage/sqlite-drafts.ts';
import { createSqliteJournal } from './storage/sqlite-journal.ts';

/** One world: its record, its people, its queue. The real accounts share one, practice has its own. */
export type Engine = {
  readonly groups: Groups;
  readonly people: People;
  readonly drafts: Drafts;
  /** The record was damaged: it lies beside under another name, and this one was begun anew. */
  readonly recordWasSetAside: boolean;
  /** Looks after what an earlier run left open, then starts the queue. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

export type EngineDeps = Omit<GroupsDeps, 'journal'> & { readonly file: string; readonly locale: string };

export function createEngine({ file, ...deps }: EngineDeps): Engine {
  const database = openDatabase(file);
  if (database.setAside !== null) deps.log.warn('record-set-aside', { file: path.basename(database.setAside) });
  const groups = createGroups({ ...deps, journal: createSqliteJournal(database) });
  const people = createPeople({ ...deps, store: createSqliteContacts(database), newId: randomUUID });
  return {
    groups,
    people,
    drafts: createSqliteDrafts(database),
    recordWasSetAside: database.setAside !== null,
    start: groups.start,
    async stop() {
      try {
        await groups.stop();
      } finally {
        database.close();
      }
    },
  };
}
