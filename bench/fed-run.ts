import type { Person } from '../core/contact.ts';
import type { Emit, Payload } from '../core/contract/events.ts';
import { ok } from '../core/result.ts';
import { defaultPlan } from '../core/run-plan.ts';
import { createGreenApi } from '../main/green-api/client.ts';
import { endpoints } from '../main/green-api/endpoints.ts';
import type { GreenApi } from '../main/green-api/green-api.ts';
import { createMethods } from '../main/green-api/methods.ts';
import { createGroups } from '../main/groups/create-groups.ts';
import { newRunner } from '../main/groups/runner.ts';
import { realTimings } from '../main/groups/timings.ts';
import type { Runs } from '../main/runs/runs.ts';
import type { Database, Sql } from '../main/storage/database.ts';
import { createSqliteJournal } from '../main/storage/sqlite-journal.ts';
import { createTraffic } from '../test/faults/failure-cases/traffic.ts';
import { createFakeClock } from '../test/support/fake-clock.ts';
import { testRow, testRun } from '../test/support/run-samples.ts';
import { createTestRuns, createTestStore } from '../test/support/test-runs.ts';
import type { PracticeThread } from './practice-in-worker.ts';
import { sure } from './record.ts';

/** A request as it went over the wire, and when. */
export type Sent = {
  readonly verb: string;
  /** Behind the token. */
  readonly method: string;
  readonly query: string;
  readonly body: string | null;
  readonly at: { readonly wallMs: number; readonly runMs: number };
};

/** A run of a spreadsheet that goes on by itself, as the app puts it together. */
export type FedRun = {
  /** Until so many of its groups are made. */
  goOnTo(made: number): Promise<void>;
  /** What it has sent and how many durable changes it has made since it was asked last. */
  taken(): { readonly sent: readonly Sent[]; readonly changes: number };
  stop(): Promise<void>;
};

const accountId = 'bench';
const ofRun = { accountId, runId: 'run' };
const peopleEach = 12;

export async function startFedRun(database: Database, service: PracticeThread, rows: number): Promise<FedRun> {
  const traffic = createTraffic();
  const clock = createFakeClock(undefined, traffic.settled);
  let sent: Sent[] = [];
  let changes = 0;
  const note = (one: Omit<Sent, 'at'>): void => {
    const at = { wallMs: clock.now(), runMs: clock.monotonic() };
    service.setTime(at);
    sent.push({ ...one, at });
  };
  const counted = countChanges(database, () => {
    changes += 1;
  });
  const pacer = { turn: async () => {} };
  const api = noting(traffic.watch(createGreenApi(service, { pacer, clock: traffic.clock(clock) })), note);
  let runs: Runs | null = null;
  const emit: Emit = (name, payload) => {
    if (name === 'queue.changed') runs?.queueMoved();
    if (name === 'groups.changed') runs?.noticed(payload as Payload<'groups.changed'>); // its name has just said so
  };
  const parts = {
    ...{ clock, emit, timings: realTimings, runner: newRunner(), journal: createSqliteJournal(counted) },
    accounts: {
      api: () => ok(api),
      senderOf: () => service.phone,
      stateOf: () => ({ at: 'not-checked' }) as const,
      phoneOf: () => service.phone,
      report: () => {},
    },
    log: {
      ...{ info: () => {}, warn: () => {} },
      error: (_: string, error: unknown) => {
        throw error;
      },
    },
  };
  const groups = createGroups({ ...parts, pace: () => ({ paceMs: realTimings.paceMs, perDay: 1000 }) });
  const store = createTestStore(counted);
  runs = createTestRuns({ ...parts, groups, store });

  const plan = defaultPlan('UTC', true);
  sure(await store.add(testRun(ofRun.runId, { accountId, plan, madeAtMs: clock.now() }), rowsOf(rows, service)));
  await groups.start();
  await runs.open();
  sure(await runs.start(ofRun));

  return {
    async goOnTo(made) {
      for (let counts = await store.counts(ofRun.runId); counts.created < made; ) {
        await clock.advance(realTimings.paceMs);
        counts = await store.counts(ofRun.runId);
        if (counts.created + counts.waiting + counts.sending < counts.all) throw new Error(JSON.stringify(counts));
      }
    },
    taken() {
      const took = { sent, changes };
      sent = [];
      changes = 0;
      return took;
    },
    async stop() {
      await runs?.close();
      await groups.stop();
    },
  };
}

/** Notes each request before it goes out. */
function noting(api: GreenApi, note: (sent: Omit<Sent, 'at'>) => void): GreenApi {
  const noted = createMethods((method, { query = {}, body }) => {
    const { verb } = endpoints[method];
    note({ verb, method, query: String(new URLSearchParams(query)), body: body ? JSON.stringify(body) : null });
    return new Promise(() => {});
  });
  return new Proxy(api, {
    get(target, name, receiver) {
      const [call, notes] = [Reflect.get(target, name, receiver), Reflect.get(noted, name)];
      if (typeof call !== 'function' || typeof notes !== 'function') return call;
      return (...args: unknown[]) => {
        notes(...args);
        return call(...args);
      };
    },
  });
}

/** Transactions that have changed something: those are written through. */
const countChanges = (database: Database, changed: () => void): Database => ({
  ...database,
  write: (run) =>
    database.write((sql) => {
      let rows = 0;
      const counting: Sql = {
        ...sql,
        run(...args) {
          const now = sql.run(...args);
          rows += now;
          return now;
        },
      };
      const answer = run(counting);
      if (rows > 0) changed();
      return answer;
    }),
});

function rowsOf(count: number, { chatIds }: PracticeThread) {
  return Array.from({ length: count }, (_, row) => {
    const entries = Array.from({ length: peopleEach }, (_, place) => {
      const chatId = chatIds[(row * 7 + place) % chatIds.length] ?? '';
      const person: Person = { chatId, name: `Person ${place}`, phone: '' };
      return { at: 'ready' as const, text: '', person };
    });
    return testRow(`Group ${row + 1}`, { line: row + 2, entries });
  });
}
