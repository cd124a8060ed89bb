import { groups } from './migrations/groups.ts';
import { people } from './migrations/people.ts';
import { runs } from './migrations/runs.ts';
import { slots } from './migrations/slots.ts';

/** The database's versions, oldest first: entry n leads from `user_version` n to n + 1. Never change one that shipped. */
export const migrations: readonly string[] = [
  groups,
  'CREATE INDEX attempts_by_sender ON attempts (sender)',
  people,
  runs,
  'CREATE INDEX actions_by_job ON actions (job_id)',
  slots,
];
