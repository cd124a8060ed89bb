import type { Clock } from '../../core/clock.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Emit } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import type { GroupJob } from '../../core/group-job.ts';
import { countryOf } from '../../core/phone.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Log } from '../log/log.ts';
import { createAnswersOf, createWhoIsOff, type WhoIsOff } from './answers.ts';
import { type Checks, createChecks } from './checks.ts';
import { createEdits, type Edits } from './edits.ts';
import { createExport, type Export } from './export.ts';
import { createGroupCounts } from './group-counts.ts';
import { createImports, type Imports } from './imports.ts';
import { createLists, type Lists } from './lists.ts';
import type { OpenPeopleFile } from './open-people.ts';
import { createPeopleBook } from './people-book.ts';
import { createReading, type Reading } from './reading.ts';
import { createSetupLists, type SetupLists } from './setup-lists.ts';
import type { ContactStore } from './store.ts';
import { createSync } from './sync.ts';
import { createToPhone } from './to-phone.ts';
import { createUndo } from './undo.ts';

/** The contacts of the accounts: from the phone, from files and typed. */
export type People = Reading &
  Edits &
  Omit<Imports, 'forget'> &
  Pick<Checks, 'checkWhatsapp' | 'stopChecking' | 'checkPeople'> &
  Export & { readonly [C in 'sync' | 'undo']: Api[`people.${C}`] } & {
    readonly whoIsOff: WhoIsOff;
    readonly lists: Lists;
    readonly setupLists: SetupLists;
    /** Goes on with what an earlier run left waiting. */
    start(): Promise<void>;
    /** The account is ready: its contacts are read from the phone when none of them are here yet, and what waits goes on. */
    wake(accountId: string): Promise<void>;
    /** They went into a group: from now on they come first among equals. */
    noteUsed(accountId: string, chatIds: readonly string[]): Promise<void>;
    /** A group was asked for, made, refused or given other people. */
    noteGroup(job: Pick<GroupJob, 'id' | 'accountId' | 'people' | 'state'>): Promise<void>;
    /** The account was removed. */
    forget(accountId: string): Promise<void>;
    /** The app ends: nothing is sent or written any more. */
    close(): void;
  };

export type PeopleDeps = {
  readonly store: ContactStore;
  readonly accounts: Pick<Accounts, 'api' | 'phoneOf' | 'report'>;
  /** Why nothing may be sent from an account now, or null. */
  readonly obstacle: (accountId: string) => Failure | null;
  readonly openFile: OpenPeopleFile;
  readonly emit: Emit;
  readonly clock: Clock;
  readonly log: Log;
  readonly locale: string;
  /** Between two people who are checked, or saved into the phone's contacts. */
  readonly gapMs: number;
  readonly newId: () => string;
};

export function createPeople(deps: PeopleDeps): People {
  const { store, accounts, emit } = deps;
  // The columns for times hold whole ms; not every clock does.
  const now = () => Math.round(deps.clock.now());
  const clock: Clock = { ...deps.clock, now };
  const book = createPeopleBook(store, (accountId) => {
    const api = accounts.api(accountId);
    return api.ok || api.failure.code !== 'not-found';
  });
  const changed = async (accountId: string) =>
    emit('people.changed', { accountId, total: (await book.open(accountId)).index.total() });
  const countryFor = (accountId: string) => countryOf(accounts.phoneOf(accountId), deps.locale);

  const tools = { ...deps, clock, book, changed, countryFor, now };
  const checks = createChecks({ ...tools, answersOf: createAnswersOf(tools) });
  const toPhone = createToPhone(tools);
  const imports = createImports({ ...tools, onQueued: toPhone.wake });
  const sync = createSync(tools);
  const reading = createReading(tools);
  const works = [checks.work, toPhone];

  const workOn = (accountId: string) => {
    for (const work of works) work.wake(accountId);
  };

  return {
    ...reading,
    ...createEdits(tools),
    ...imports,
    ...createExport(tools),
    checkWhatsapp: checks.checkWhatsapp,
    stopChecking: checks.stopChecking,
    checkPeople: checks.checkPeople,
    whoIsOff: createWhoIsOff(tools),
    lists: createLists(tools),
    setupLists: createSetupLists(tools),
    undo: createUndo(tools),
    noteGroup: createGroupCounts(tools),
    sync,

    overview(args) {
      // A window that has just opened hears how far the slow work is.
      for (const work of works) work.tell(args.accountId);
      return reading.overview(args);
    },

    async start() {
      for (const accountId of await store.accountsWithQueues()) workOn(accountId);
    },

    async wake(accountId) {
      workOn(accountId);
      if (await store.isNew(accountId)) await sync({ accountId });
    },

    async noteUsed(accountId, chatIds) {
      const usedAtMs = now();
      // Only the order of a list depends on it: when it cannot be written, nothing else may fail.
      await book.change(accountId, ({ index, idOf }) => {
        const used = [...new Set(chatIds.map(idOf))].flatMap((chatId) => index.get(chatId) ?? []);
        const put = used.map((contact) => ({ ...contact, usedAtMs, uses: contact.uses + 1 }));
        return { ok: true, value: { write: { put }, answer: null } };
      });
    },

    async forget(accountId) {
      for (const work of works) work.forget(accountId);
      imports.forget(accountId);
      await book.forget(accountId);
    },

    close() {
      for (const work of works) work.close();
      book.close();
    },
  };
}
