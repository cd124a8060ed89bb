import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Puts a group back in time in the record of an app that does not run: as if it had been asked for and made so long ago. */
export function ageGroup(userData: string, name: string, byMs: number): void {
  const database = new DatabaseSync(path.join(userData, 'groups.db'));
  const job = 'SELECT id FROM jobs WHERE name = ?2';
  database
    .prepare(
      `UPDATE jobs SET asked_at_ms = asked_at_ms - ?1,
         state = json_set(state, '$.madeAtMs', cast((state ->> 'madeAtMs') - ?1 AS INTEGER)) WHERE id IN (${job})`,
    )
    .run(byMs, name);
  database
    .prepare(`UPDATE attempts SET wall_ms = wall_ms - ?1, server_ms = server_ms - ?1 WHERE job_id IN (${job})`)
    .run(byMs, name);
  database.close();
}
