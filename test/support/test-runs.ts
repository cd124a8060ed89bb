import { createWords } from '../../core/i18n/words.ts';
import { err, ok } from '../../core/result.ts';
import { isOfTheAccount } from '../../main/groups/attempt.ts';
import { createBackground } from '../../main/groups/background.ts';
import { createWorker } from '../../main/groups/worker.ts';
import { createRuns, type RunsDeps } from '../../main/runs/create-runs.ts';
import type { Runs } from '../../main/runs/runs.ts';
import type { Database } from '../../main/storage/database.ts';
import { createSqliteHelp } from '../../main/storage/sqlite-help.ts';
import { createSqliteQuota } from '../../main/storage/sqlite-quota.ts';
import { createSqliteRedo } from '../../main/storage/sqlite-redo.ts';
import { createSqliteResults } from '../../main/storage/sqlite-results.ts';
import { createSqliteRuns } from '../../main/storage/sqlite-runs.ts';
import { noRunFiles } from './no-run-files.ts';
import { testPlan } from './run-samples.ts';

type Given = 'store' | 'accounts' | 'runner' | 'groups' | 'clock' | 'journal' | 'timings' | 'emit' | 'log';

/** Runs over an engine of groups as the app has them; files are not what is tested there. */
export function createTestRuns(given: Pick<RunsDeps, Given>, written: (path: string) => void = () => {}): Runs {
  const { clock, log } = given;
  const noFile = async () => err({ code: 'not-saved' } as const);
  let ids = 0;
  return createRuns({
    ...given,
    newId: () => `id-${ids++}`,
    newPlan: () => testPlan,
    workerOf: (step) => createWorker({ clock, step }),
    background: createBackground({ clock, log }),
    stopsAll: (failure) => failure.code === 'offline' || isOfTheAccount(failure),
    countryFor: () => null,
    checksAllowed: async () => null,
    people: { whoIsOff: async () => () => false, checkPeople: async () => ok({ queued: 0 }) },
    files: {
      ...noRunFiles,
      async writeBeside(path) {
        written(path);
        return ok('Groups - results.xlsx');
      },
    },
    openSheet: noFile,
    writeTemplate: noFile,
    writeProblems: noFile,
    write: async () => ok(new Uint8Array()),
    say: () => createWords('en'),
    sayFailure: ({ code }) => code,
    sayProblem: ({ is }) => is,
  });
}

/** The store of runs as the app puts it together. */
export const createTestStore = (database: Database): RunsDeps['store'] => ({
  ...createSqliteRuns(database),
  ...createSqliteHelp(database),
  ...createSqliteRedo(database),
  ...createSqliteQuota(database),
  ...createSqliteResults(database),
});
