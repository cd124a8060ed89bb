import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Emit, Payload } from '../core/contract/events.ts';
import type { EventName } from '../core/contract/names.ts';
import type { Language } from '../core/language.ts';
import { countryOf } from '../core/phone.ts';
import type { RecordPeriod } from '../core/record-period.ts';
import type { RunPlan } from '../core/run-plan.ts';
import { openPeopleIn } from './contacts/open-people.ts';
import { createPeople, type People } from './contacts/people.ts';
import type { FileJobs } from './file-worker.ts';
import { isOfTheAccount, obstacleOf } from './groups/attempt.ts';
import { createBackground } from './groups/background.ts';
import { createGroups, type GroupsDeps } from './groups/create-groups.ts';
import type { Groups } from './groups/groups.ts';
import { createWorker } from './groups/worker.ts';
import { createKeeping, type Keeping } from './history/keeping.ts';
import type { Removed } from './history/record-store.ts';
import { createRuns } from './runs/create-runs.ts';
import type { RunFiles } from './runs/files.ts';
import { createRunWords } from './runs/run-words.ts';
import type { Runs } from './runs/runs.ts';
import { createSheetsInWorker } from './runs/sheets-in-worker.ts';
import type { InWorker } from './spreadsheet/in-worker.ts';
import { createCopies, type RecordCopy } from './storage/copies.ts';
import { createCopying } from './storage/copying.ts';
import { openDatabase, type Replaced } from './storage/database.ts';
import { createSqliteContacts } from './storage/sqlite-contacts.ts';
import { createSqliteDrafts, type Drafts } from './storage/sqlite-drafts.ts';
import { type RecordFacts, readRecordFacts } from './storage/sqlite-facts.ts';
import { createSqliteHelp } from './storage/sqlite-help.ts';
import { createSqliteJournal } from './storage/sqlite-journal.ts';
import { createSqliteQuota } from './storage/sqlite-quota.ts';
import { createSqliteRecord } from './storage/sqlite-record.ts';
import { createSqliteRedo } from './storage/sqlite-redo.ts';
import { createSqliteResults } from './storage/sqlite-results.ts';
import { createSqliteRuns } from './storage/sqlite-runs.ts';

/** One world: its record, its people, its queue. The real accounts share one, practice has its own. */
export type Engine = {
  readonly groups: Groups;
  readonly runs: Runs;
  readonly people: People;
  readonly drafts: Drafts;
  /** What became of the record before this one, if it was not simply opened. */
  readonly replaced: Replaced | null;
  /** The newest first; empty where none are kept. */
  copies(): RecordCopy[];
  /** At the next start this copy takes the record's place. False: there is no such copy any more. */
  putBack(name: string): boolean;
  readonly countOld: Keeping['count'];
  /** For whoever supports the app. */
  facts(): RecordFacts;
  /** `open`: being sent or unknown; `queued`: in the queue, or rows of runs that wait for their turn. */
  openJobs(accountId: string): Promise<{ open: number; queued: number }>;
  /** Groups that are still to be made as things go on now. */
  waiting(accountId: string): Promise<number>;
  /** Nothing more is made for this account. */
  cancelQueued(accountId: string): Promise<void>;
  /** The account was removed: what belongs to it goes. */
  forget(accountId: string): Promise<void>;
  /** The network is back, the computer awake, a setting changed. */
  wake(): void;
  /** The same for one account, which can make groups again. */
  wakeAccount(accountId: string): void;
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
  readonly files: RunFiles;
  readonly language: () => Language;
  /** What a run begins with. */
  readonly newPlan: () => RunPlan;
  /** How long after the start a copy of the record may be made; null: none is kept, as practice has nothing that would be missed. */
  readonly copyAfterMs: number | null;
  /** How long the record is kept; null: nothing may be removed now. */
  readonly keepRecordsFor: () => RecordPeriod | null;
  /** The time that the service vouches for too, or null. */
  readonly surelyNow: () => number | null;
};

export function createEngine({ file, copyAfterMs, ...deps }: EngineDeps): Engine {
  const copies = copyAfterMs === null ? null : createCopies(file);
  const database = openDatabase(file, { copies });
  const { replaced } = database;
  if (replaced) deps.log.warn('record-replaced', { reason: replaced.why, file: path.basename(replaced.aside ?? '') });
  const copying =
    copies && createCopying({ copies, database, clock: deps.clock, log: deps.log, afterMs: copyAfterMs ?? 0 });
  const emit: Emit = (name, payload) => {
    deps.emit(name, payload);
    if (is('groups.changed', name, payload)) {
      void people.noteGroup(payload);
      runs.noticed(payload);
    }
    if (name === 'queue.changed') runs.queueMoved();
    if (is('people.checking', name, payload)) runs.noticedChecks(payload);
  };
  const contacts = createSqliteContacts(database);
  const people = createPeople({
    ...{ ...deps, emit },
    store: contacts,
    obstacle: (accountId) => obstacleOf(deps.accounts.stateOf(accountId)),
    openFile: openPeopleIn(deps.inWorker),
    newId: randomUUID,
  });
  const journal = createSqliteJournal(database);
  const groups = createGroups({ ...deps, emit, journal });
  const now = deps.clock.now;
  const workerOf = (step: () => Promise<number | null>) => createWorker({ clock: deps.clock, step });
  const runs = createRuns({
    ...{ ...deps, ...createSheetsInWorker({ ...deps, now }), ...createRunWords({ ...deps, now }) },
    ...{ journal, groups, people, newId: randomUUID },
    store: {
      ...{ ...createSqliteRuns(database), ...createSqliteHelp(database) },
      ...{ ...createSqliteRedo(database), ...createSqliteQuota(database), ...createSqliteResults(database) },
    },
    checksAllowed: async (accountId) => (await contacts.checkCount(accountId))?.total ?? null,
    countryFor: (accountId) => countryOf(deps.accounts.phoneOf(accountId), deps.locale),
    workerOf,
    background: createBackground(deps),
    stopsAll: (failure) => failure.code === 'offline' || isOfTheAccount(failure),
    write: (format, rows) => deps.inWorker('sheet.results', { fileName: '', format, rows, language: deps.language() }),
  });

  const keeping = createKeeping({
    ...{ now, workerOf, log: deps.log, surelyNow: deps.surelyNow, period: deps.keepRecordsFor },
    store: createSqliteRecord(database),
    after: deps.clock.after,
    minuteMs: deps.timings.minuteMs,
    removed: noteRemoved,
  });

  /** People are told by the record in how many groups they are. */
  async function noteRemoved(removed: readonly Removed[]): Promise<void> {
    for (const [accountId, groups] of Map.groupBy(removed, (group) => group.accountId)) {
      const chatIds = new Set(groups.flatMap((group) => group.chatIds));
      const gone = [...chatIds].map((chatId) => ({ chatId, name: '', phone: '' }));
      await people.noteGroup({ id: '', accountId, people: gone, state: { at: 'cancelled', atMs: now() } });
    }
  }

  return {
    groups,
    runs,
    people,
    drafts: createSqliteDrafts(database),
    replaced,
    copies: () => copies?.list() ?? [],
    putBack: (name) => copies?.ask(name) ?? false,
    countOld: keeping.count,
    facts: () => readRecordFacts(database),
    async openJobs(accountId) {
      const { open, queued } = await groups.openJobs(accountId);
      return { open, queued: queued + (await runs.waiting(accountId)).all };
    },
    async waiting(accountId) {
      const { waiting, sending } = await groups.queue(accountId);
      return waiting + (sending ? 1 : 0) + (await runs.waiting(accountId)).goingOn;
    },
    async cancelQueued(accountId) {
      await runs.endAll(accountId);
      await groups.cancelQueued(accountId);
    },
    async forget(accountId) {
      await runs.forget(accountId);
      await people.forget(accountId);
    },
    wake() {
      groups.wake();
      runs.wake();
      keeping.periodChanged();
    },
    wakeAccount(accountId) {
      groups.wake();
      runs.wake();
      void people.wake(accountId);
    },
    async start() {
      await groups.start();
      await runs.open();
      await people.start();
      copying?.start();
      keeping.start();
    },
    async stop() {
      copying?.stop();
      people.close();
      try {
        await keeping.stop();
        await runs.close();
        await groups.stop();
      } finally {
        database.close();
      }
    },
  };
}

const is = <N extends EventName>(wanted: N, name: EventName, _payload: unknown): _payload is Payload<N> =>
  name === wanted;
