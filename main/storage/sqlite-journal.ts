import type { Journal } from '../groups/journal.ts';
import type { Database } from './database.ts';
import { createActions } from './sqlite-actions.ts';
import { createAttempts } from './sqlite-attempts.ts';
import { createFind } from './sqlite-find.ts';
import { createJobs } from './sqlite-jobs.ts';
import { createSeen } from './sqlite-seen.ts';
import { createSenders } from './sqlite-senders.ts';

/** The record in SQLite. Everything here is synchronous inside; the interface is not, for the sake of servers to come. */
export const createSqliteJournal = (database: Database): Journal => ({
  ...createJobs(database),
  ...createFind(database),
  ...createAttempts(database),
  ...createSenders(database),
  ...createSeen(database),
  ...createActions(database),
});
