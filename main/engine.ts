import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Emit, Payload } from '../core/contract/events.ts';
import type { EventName } from '../core/contract/names.ts';
import { openPeopleIn } from './contacts/open-people.ts';
import { createPeople, type People } from './contacts/people.ts';
import type { FileJobs } from './file-worker.ts';
import { obstacleOf } from './groups/attempt.ts';
import { createGroups, type Groups, type GroupsDeps } from './groups/groups.ts';
import type { Runs } from './runs/runs.ts';
import type { InWorker } from './spreadsheet/in-worker.ts';
import { openDatabase } from './storage/database.ts';
import { createSqliteContacts } from './storage/sqlite-contacts.ts';
import { createSqliteDrafts, type Drafts } from './storage/sqlite-drafts.ts';
import { createSqliteJournal } from './storage/sqlite-journal.ts';

/** One world: its record, its people, its queue. The real accounts share one, practice has its own. */
export type Engine = {
  readonly groups: Groups;
  readonly runs: Runs;
  readonly people: People;
  readonly drafts: Drafts;
  /** The record was damaged: it lies beside under another name, and this one was begun anew. */
  readonly recordWasSetAside: boolean;
  /** Looks after what an earlier run left open, then starts the queue. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

export type EngineDeps = Omit<GroupsDeps, 'journal'> & {
  readonly file: string;
  readonly locale: string;
  /** Between two people who are checked, or saved into the phone's contacts. */
  readonly gapMs: number;
  readonly inWorker: InWorker<FileJobs>;
};

export function createEngine({ file, ...deps }: EngineDeps): Engine {
  const database = openDatabase(file);
  if (database.setAside !== null) deps.log.warn('record-set-aside', { file: path.basename(database.setAside) });
  const people = createPeople({
    ...deps,
    store: createSqliteContacts(database),
    obstacle: (accountId) => obstacleOf(deps.accounts.stateOf(accountId)),
    openFile: openPeopleIn(deps.inWorker),
    newId: randomUUID,
  });
  const emit: Emit = (name, payload) => {
    deps.emit(name, payload);
    if (isJob(name, payload)) void people.noteGroup(payload);
  };
  const groups = createGroups({ ...deps, emit, journal: createSqliteJournal(database) });
  return {
    groups,
    people,
    drafts: createSqliteDrafts(database),
    recordWasSetAside: database.setAside !== null,
    async start() {
      await groups.start();
      await people.start();
    },
    async stop() {
      people.close();
      try {
        await groups.stop();
      } finally {
        database.close();
      }
    },
  };
}

const isJob = (name: EventName, _payload: unknown): _payload is Payload<'groups.changed'> => name === 'groups.changed';
