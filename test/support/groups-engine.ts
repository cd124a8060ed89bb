import type { AccountState } from '../../core/account.ts';
import type { Clock } from '../../core/clock.ts';
import type { Args } from '../../core/contract/calls.ts';
import type { Emit, Payload } from '../../core/contract/events.ts';
import type { EventName } from '../../core/contract/names.ts';
import type { Failure } from '../../core/failure.ts';
import { err, ok } from '../../core/result.ts';
import type { GreenApi } from '../../main/green-api/green-api.ts';
import { createGroups, type GroupsDeps } from '../../main/groups/create-groups.ts';
import type { Groups } from '../../main/groups/groups.ts';
import type { Journal } from '../../main/groups/journal.ts';
import { realTimings, type Timings } from '../../main/groups/timings.ts';
import { type Database, openDatabase } from '../../main/storage/database.ts';
import { createSqliteJournal } from '../../main/storage/sqlite-journal.ts';

export const accountId = 'account-1';

export type EngineOptions = {
  readonly clock: Clock;
  readonly api: GreenApi;
  readonly file?: string;
  readonly timings?: Timings;
  readonly paceMs?: number;
  readonly perDay?: number;
  /** Stands between the engine and its journal. */
  readonly around?: (journal: Journal) => Journal;
  /** Called with its name before and after every call of the journal and the service; false: the process dies there. */
  readonly step?: (call: string) => boolean;
  /** Whoever listens beside the test. */
  readonly onEvent?: Emit;
};

type TestAccount = {
  sender: string;
  phone: string | null;
  isThere: boolean;
  /** Accounts that were removed. */
  readonly gone: Set<string>;
  hasToken: boolean;
  state: AccountState;
  /** Other accounts beside this one, by their ids. */
  readonly others: Map<string, { sender: string; readonly api: GreenApi; state: AccountState }>;
};

export type TestEngine = {
  readonly groups: Groups;
  readonly database: Database;
  readonly events: { readonly name: EventName; readonly payload: Payload<EventName> }[];
  readonly errors: unknown[];
  readonly reports: Failure[];
  /** What the account says of itself; tests change it. */
  readonly account: TestAccount;
  readonly accounts: GroupsDeps['accounts'];
  /** This process. */
  readonly runner: string;
  /** A part of this process, which dies with it. */
  mortal<J extends object>(part: J): J;
  /** The process dies without a word: nothing of it writes any more. */
  crash(): void;
  /** The same database and account, another process. */
  restart(change?: Partial<EngineOptions>): TestEngine;
};

let runs = 0;

/** The real engine over the real database, with a service and an account that the test gives. */
export function openEngine(options: EngineOptions, kept?: Pick<TestEngine, 'database' | 'account'>): TestEngine {
  const { clock, api, timings = realTimings, paceMs = timings.paceMs, perDay = 25 } = options;
  const database = kept?.database ?? openDatabase(options.file ?? ':memory:', { machine: 'here', now: clock.now });
  const account: TestAccount = kept?.account ?? {
    ...{ sender: '79000000001', phone: '79000000001', isThere: true, hasToken: true, gone: new Set() },
    ...{ state: { at: 'not-checked' }, others: new Map() },
  };
  const events: TestEngine['events'] = [];
  const errors: unknown[] = [];
  const reports: Failure[] = [];
  const life: Life = { isOver: false, step: options.step ?? (() => true) };
  const service = mortal(api, life);
  runs += 1;

  const runner = `run-${runs}`;
  const accounts: GroupsDeps['accounts'] = {
    api: (id) => {
      if (!account.isThere || account.gone.has(id)) return err({ code: 'not-found' });
      const other = account.others.get(id);
      if (other) return ok(mortal(other.api, life));
      return account.hasToken ? ok(service) : err({ code: 'token-missing' });
    },
    senderOf: (id) => account.others.get(id)?.sender ?? account.sender,
    phoneOf: (id) => account.others.get(id)?.sender ?? account.phone,
    stateOf: (id) => account.others.get(id)?.state ?? account.state,
    report: (_, failure) => void reports.push(failure),
  };

  const groups = createGroups({
    journal: mortal((options.around ?? same)(createSqliteJournal(database)), life),
    accounts,
    clock: { ...clock, after: (delayMs, run) => clock.after(delayMs, () => (life.isOver ? undefined : run())) },
    timings,
    pace: () => ({ paceMs, perDay }),
    emit: (name, payload) => {
      events.push({ name, payload });
      if (!life.isOver) options.onEvent?.(name, payload);
    },
    log: {
      info: () => {},
      warn: () => {},
      error: (_, error) => `LOG-${errors.push(error)}`,
    },
    runner,
    random: () => 0,
  } satisfies GroupsDeps);

  const crash = () => {
    life.isOver = true;
  };
  return {
    groups,
    database,
    events,
    errors,
    reports,
    account,
    accounts,
    runner,
    mortal: (part) => mortal(part, life),
    crash,
    restart(change) {
      crash();
      return openEngine({ ...options, ...change }, { database, account });
    },
  };
}

type Life = { isOver: boolean; readonly step: (call: string) => boolean };

const same = (journal: Journal): Journal => journal;
const never = new Promise<never>(() => {});

/** What a dead process can reach no more; it may die before and after every call. */
function mortal<J extends object>(part: J, life: Life): J {
  const survives = (call: string): boolean => {
    if (!life.isOver && !life.step(call)) life.isOver = true;
    return !life.isOver;
  };
  return new Proxy(part, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (!survives(String(name))) return never;
        const answer = await value.apply(target, args);
        return survives(String(name)) ? answer : never;
      };
    },
  });
}

/** The arguments of `groups.create` for a group of `count` people. */
export const draft = (name: string, { count = 2, again = false } = {}): Args<'groups.create'> => ({
  accountId,
  name,
  people: Array.from({ length: count }, (_, place) => person(place + 1)),
  again,
});

export const person = (number: number) => ({
  chatId: `7900123${String(number).padStart(4, '0')}@c.us`,
  name: `Person ${number}`,
  phone: `+7 900 123-${String(number).padStart(4, '0')}`,
});
