import { createGreenApi } from '../../main/green-api/client.ts';
import type { GreenApi } from '../../main/green-api/green-api.ts';
import { createGroups, type Groups } from '../../main/groups/groups.ts';
import type { Journal } from '../../main/groups/journal.ts';
import { newRunner } from '../../main/groups/runner.ts';
import { realTimings } from '../../main/groups/timings.ts';
import { openDatabase } from '../../main/storage/database.ts';
import { createSqliteJournal } from '../../main/storage/sqlite-journal.ts';
import { accountId, draft } from '../support/groups-engine.ts';
import { createHurriedClock } from '../support/hurried-clock.ts';

export type ChildOptions = {
  readonly file: string;
  readonly sender: string;
  readonly names: readonly string[];
  readonly service: { readonly apiUrl: string; readonly idInstance: string; readonly apiTokenInstance: string };
  readonly factor: number;
  readonly startMs: number;
  /** `sound`, or the rule that this engine breaks. */
  readonly rule: 'sound' | 'sends-again' | 'takes-silence-for-no' | 'writes-after';
};

/** Sends once more whatever did not succeed, as GREEN-API's advice on 502 has it. */
const sendsAgain = (api: GreenApi): GreenApi => ({
  ...api,
  async createGroup(group) {
    const first = await api.createGroup(group);
    return first.ok ? first : api.createGroup(group);
  },
});

/** Believes that what was not confirmed did not happen. */
const takesSilenceForNo = (api: GreenApi): GreenApi => ({
  ...api,
  async createGroup(group) {
    const answer = await api.createGroup(group);
    return answer.ok ? answer : { ok: false, failure: { ...answer.failure, proof: 'refused' } };
  },
});

const same = (api: GreenApi): GreenApi => api;
const wrappings = {
  sound: same,
  'sends-again': sendsAgain,
  'takes-silence-for-no': takesSilenceForNo,
  'writes-after': same,
};

/** A stall of this computer counts a thousandfold here, and no request of a killed process is that late in earnest. */
const timings = { ...realTimings, windowAfterMs: 12 * realTimings.windowAfterMs };

/** Keeps the intent in memory until the answer is there. */
function writesAfter(journal: Journal): Journal {
  let later: () => ReturnType<Journal['begin']> = () => Promise.reject(new Error('nothing begun'));
  return {
    ...journal,
    async begin(jobId, begin) {
      const job = await journal.job(jobId);
      const { waitMs, stopped } = await journal.sender(begin.sender, begin);
      if (stopped) return { ok: false, failure: { is: 'stopped', failure: stopped } };
      if (waitMs > 0) return { ok: false, failure: { is: 'wait', waitMs } };
      later = () => journal.begin(jobId, begin);
      const chatIds = job?.people.map((person) => person.chatId) ?? [];
      const { wallMs, serverMs } = begin.now;
      return { ok: true, value: { id: -1, jobId, name: job?.name ?? '', chatIds, wallMs, serverMs, overMs: serverMs } };
    },
    async end(_, end) {
      const begun = await later();
      if (!begun.ok) throw new Error(begun.failure.is);
      return journal.end(begun.value.id, end);
    },
  };
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

async function live(options: ChildOptions): Promise<void> {
  const clock = createHurriedClock(options.factor, options.startMs);
  const journal = createSqliteJournal(openDatabase(options.file, { machine: 'here' }));
  const deadlines = () => ({ connectMs: 2_000, headersMs: 150, bodyMs: 150 });
  const client = createGreenApi(options.service, { pacer: { turn: async () => {} }, clock, deadlines });
  const api = wrappings[options.rule](client);
  const groups = createGroups({
    journal: options.rule === 'writes-after' ? writesAfter(journal) : journal,
    accounts: {
      api: () => ({ ok: true, value: api }),
      senderOf: () => options.sender,
      stateOf: () => ({ at: 'not-checked' }),
      phoneOf: () => options.sender,
      report: () => {},
    },
    clock,
    timings,
    pace: () => ({ paceMs: timings.paceMs, perDay: 100_000 }),
    emit: () => {},
    log: { info: () => {}, warn: () => {}, error: (_, error) => tell(`error ${String(error)}`) },
    runner: newRunner(),
  });

  await groups.start();
  tell('started');
  // An earlier life may have asked for some of them.
  const asked = await groups.find({ accountId, text: '', offset: 0, limit: 1 });
  for (const name of options.names.slice(asked.ok ? asked.value.total : 0)) await groups.create(draft(name));
  setInterval(() => void goOn(groups), 50);
}

function tell(line: string): string {
  process.stdout.write(`${line}\n`);
  return line;
}

await live(JSON.parse(process.argv[2] ?? '{}'));
