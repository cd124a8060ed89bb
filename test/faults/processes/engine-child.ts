import { createGreenApi } from '../../../main/green-api/client.ts';
import { createGroups, type Groups } from '../../../main/groups/groups.ts';
import { newRunner } from '../../../main/groups/runner.ts';
import { realTimings } from '../../../main/groups/timings.ts';
import { openDatabase } from '../../../main/storage/database.ts';
import { createSqliteJournal } from '../../../main/storage/sqlite-journal.ts';
import { accountId, draft } from '../../support/groups-engine.ts';
import { createHurriedClock } from '../../support/hurried-clock.ts';
import { bend, type Rule } from '../broken-rules.ts';

/** What an engine is told when it begins; it goes over to another process, so it is plain data. */
export type Life = {
  readonly file: string;
  readonly sender: string;
  /** What a person has asked for; groups of an earlier life stay. */
  readonly names: readonly string[];
  readonly service: { readonly apiUrl: string; readonly idInstance: string; readonly apiTokenInstance: string };
  readonly proxy: string | null;
  readonly factor: number;
  readonly startMs: number;
  readonly paceMs: number;
  readonly rule: Rule;
};

export type Order = { readonly do: 'start'; readonly life: Life } | { readonly do: 'stop' };
export type Word =
  | { readonly is: 'loaded' | 'started' | 'stopped' }
  /** What the engine could not explain. */
  | { readonly is: 'error'; readonly what: string };

/** A stall of this computer counts a thousandfold here, and no request of a killed process is that late in earnest. */
const timings = { ...realTimings, windowAfterMs: 12 * realTimings.windowAfterMs };
const deadlines = { connectMs: 2_000, headersMs: 150, bodyMs: 150 };
const goOnEveryMs = 50;

function tell(word: Word): string {
  process.send?.(word);
  return word.is;
}

/** A person who says go on whenever the queue asks, and never that a group should be made again. */
async function goOn(groups: Groups): Promise<void> {
  const found = await groups.find({ accountId, text: '', offset: 0, limit: 200 });
  const stopped = found.ok
    ? found.value.rows.find(({ state }) => state.at === 'queued' && personMayGoOn.includes(state.waiting?.code ?? ''))
    : undefined;
  if (stopped) await groups.goOn({ accountId });
}
const personMayGoOn: readonly string[] = ['unknown', 'rate-overlimit', 'too-fast', 'quota', 'wrong-account'];

/** The engine as the app puts it together, over a record that may be another process's too. Answers how to end it. */
async function live({ rule, ...life }: Life): Promise<() => Promise<void>> {
  const clock = createHurriedClock(life.factor, life.startMs);
  const database = openDatabase(life.file, { machine: 'here' });
  const bent = bend(rule, life.sender);
  const proxyFor = async () => life.proxy;
  const service = { pacer: { turn: async () => {} }, clock, deadlines: () => deadlines, proxyFor };
  const api = bent.api(createGreenApi(life.service, service));
  const groups = createGroups({
    journal: bent.journal(createSqliteJournal(database)),
    accounts: {
      api: () => ({ ok: true, value: api }),
      senderOf: () => life.sender,
      stateOf: () => ({ at: 'not-checked' }),
      phoneOf: () => life.sender,
      report: () => {},
    },
    clock,
    timings,
    pace: () => ({ paceMs: bent.paceMs(life.paceMs), perDay: 100_000 }),
    emit: () => {},
    log: { info: () => {}, warn: () => {}, error: (_, error) => tell({ is: 'error', what: String(error) }) },
    runner: newRunner(),
  });

  await groups.start();
  tell({ is: 'started' });
  const asked = await groups.find({ accountId, text: '', offset: 0, limit: 1 });
  for (const name of life.names.slice(asked.ok ? asked.value.total : 0)) await groups.create(draft(name));
  const person = setInterval(() => void goOn(groups), goOnEveryMs);
  return async () => {
    clearInterval(person);
    await groups.stop();
    database.close();
  };
}

let end: Promise<() => Promise<void>> | null = null;
process.on('message', async (order: Order) => {
  if (order.do === 'start') {
    end = live(order.life);
    return;
  }
  await (await end)?.();
  tell({ is: 'stopped' });
});
// Nobody outlives whoever started us.
process.on('disconnect', () => process.exit());
tell({ is: 'loaded' });
