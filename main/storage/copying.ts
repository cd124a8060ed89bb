import type { Clock } from '../../core/clock.ts';
import type { Log } from '../log/log.ts';
import type { Copies } from './copies.ts';
import type { Database } from './database.ts';

type CopyingDeps = {
  readonly copies: Copies;
  readonly database: Pick<Database, 'backup'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** The first look waits until the start is over. */
  readonly afterMs: number;
};

const minuteMs = 60_000;
const everyMs = 60 * minuteMs;
/** A little less than a day, so that who starts work a bit earlier has a copy of that day, too. */
const ageMs = 20 * 60 * minuteMs;

/** Keeps a copy of the record for every day on which the app runs, however short. What fails is tried again an hour later. */
export function createCopying({ copies, database, clock, log, afterMs }: CopyingDeps) {
  let cancel = (): void => {};

  async function look(): Promise<void> {
    const age = clock.now() - (copies.list()[0]?.atMs ?? Number.NEGATIVE_INFINITY);
    // A clock that was put back leaves copies from the future: those count as old.
    if (age >= ageMs || age < 0) {
      try {
        await copies.keep(database.backup, clock.now());
        log.info('copy-kept');
      } catch {
        log.warn('copy-failed'); // a full disk, a folder that is not ours: the record itself goes on
      }
    }
    cancel = clock.after(everyMs, () => void look());
  }

  return {
    start(): void {
      cancel = clock.after(afterMs, () => void look());
    },
    stop: (): void => cancel(),
  };
}
