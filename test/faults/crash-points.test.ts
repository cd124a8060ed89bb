import { expect, test } from 'vitest';
import type { GroupRow } from '../../core/group-job.ts';
import type { Journal } from '../../main/groups/journal.ts';
import { realTimings } from '../../main/groups/timings.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createFakeGreenApi, type FakeGreenApi } from '../support/fake-green-api.ts';
import { accountId, draft, openEngine } from '../support/groups-engine.ts';

const hour = 3_600_000;
const names = ['One', 'Two', 'Three'];
const timings = { ...realTimings, membershipDelaysMs: [] };

type Broken = { readonly around?: (journal: Journal) => Journal; readonly api?: (api: FakeGreenApi) => FakeGreenApi };
type Ending = {
  readonly steps: number;
  readonly rows: readonly GroupRow[];
  readonly groups: readonly { readonly name: string; readonly chatId: string }[];
  readonly errors: readonly unknown[];
};

/** Three groups are asked for; the process dies at each of these steps, counted from its own start, and is started again. */
async function live(deaths: readonly number[], { around, api: wrap = (api) => api }: Broken = {}): Promise<Ending> {
  const clock = createFakeClock();
  const api = createFakeGreenApi({ clock });
  api.make('Known before');
  let left = [...deaths];
  let steps = 0;
  const step = (): boolean => {
    steps += 1;
    const dies = steps === left[0];
    if (dies) left = left.slice(1);
    return !dies;
  };
  const options = { clock, api: wrap(api), timings, step, ...(around ? { around } : {}) };
  let engine = openEngine(options);
  let total = 0;

  for (let life = 0; life <= deaths.length; life += 1) {
    steps = 0;
    void engine.groups.start();
    await clock.advance(1);
    for (const name of names) void engine.groups.create(draft(name));
    await clock.advance(hour);
    total = steps;
    if (life < deaths.length) engine = engine.restart();
  }
  left = [];
  const found = await engine.groups.find({ accountId, text: '', offset: 0, limit: 10 });
  const { errors } = engine;
  engine.crash();
  engine.database.close();
  return { steps: total, rows: found.ok ? found.value.rows : [], groups: api.groups.slice(1), errors };
}

/** What must never be, wherever the process dies. */
function violations({ rows, groups, errors }: Ending): string[] {
  const wrong: string[] = errors.map(String);
  for (const name of names) {
    const times = groups.filter((group) => group.name === name).length;
    if (times > 1) wrong.push(`${name} was made ${times} times`);
  }
  for (const { name, chatId } of groups) {
    const isKept = rows.some(
      ({ state }) =>
        (state.at === 'created' && state.chatId === chatId) ||
        (state.at === 'unknown' && state.candidates.some((candidate) => candidate.chatId === chatId)),
    );
    if (!isKept) wrong.push(`${name} is lost`);
  }
  for (const { name, state } of rows) if (state.at === 'sending') wrong.push(`${name} is sent for ever`);
  return wrong;
}

test('without a death three groups are made', async () => {
  const ending = await live([]);

  expect(violations(ending)).toEqual([]);
  expect(ending.rows.map(({ state }) => state.at)).toEqual(['created', 'created', 'created']);
  expect(ending.steps).toBeGreaterThan(60);
});

test('a death before or after any step makes nothing twice and loses nothing', async () => {
  const { steps } = await live([]);
  const wrong: string[] = [];

  for (let at = 1; at <= steps; at += 1) {
    const ending = await live([at]);
    wrong.push(...violations(ending).map((what) => `dead at ${at}: ${what}`));
  }

  expect(wrong).toEqual([]);
}, 120_000);

test('nor does another death while it recovers', async () => {
  const { steps } = await live([]);
  const wrong: string[] = [];

  // Strides without a common measure: the pairs spread over the whole length.
  for (let at = 1; at <= steps; at += 3) {
    for (let again = 1; again <= steps; again += 11) {
      const ending = await live([at, again]);
      wrong.push(...violations(ending).map((what) => `dead at ${at} and ${again}: ${what}`));
    }
  }

  expect(wrong).toEqual([]);
}, 240_000);

async function firstWrong(broken: Broken): Promise<string | null> {
  const { steps } = await live([], broken);
  for (let at = 1; at <= steps; at += 1) {
    const [what] = violations(await live([at], broken));
    if (what) return what;
  }
  return null;
}

test('an engine that writes its intent after sending is found out', async () => {
  /** Begins in memory alone, and writes intent and end together when the answer is there. */
  const writeAfter = (journal: Journal): Journal => ({
    ...journal,
    async begin(jobId, begin) {
      const job = await journal.job(jobId);
      const { waitMs } = await journal.sender(begin.sender, begin);
      if (waitMs > 0) return { ok: false, failure: { is: 'wait', waitMs } };
      later = () => journal.begin(jobId, begin);
      const chatIds = job?.people.map((person) => person.chatId) ?? [];
      return {
        ok: true,
        value: { id: -1, jobId, name: job?.name ?? '', chatIds, wallMs: 0, serverMs: 0, overMs: 0 },
      };
    },
    async end(_, end) {
      const begun = await later();
      if (!begun.ok) throw new Error(begun.failure.is);
      return journal.end(begun.value.id, end);
    },
  });
  let later: () => ReturnType<Journal['begin']> = () => Promise.reject(new Error('nothing begun'));

  expect(await firstWrong({ around: writeAfter })).toMatch('was made 2 times');
}, 60_000);

test('an engine that sends an open attempt again is found out', async () => {
  /** Puts back into the queue what it finds open, instead of looking for it. */
  const sendAgain = (journal: Journal): Journal => ({
    ...journal,
    async enlist(run) {
      for (const job of await journal.jobs('79000000001', 'sending')) {
        const attempt = await journal.lastAttempt(job.id);
        await journal.end(attempt?.id ?? 0, { ...neverSent, atMs: run.now.wallMs });
      }
      return journal.enlist(run);
    },
  });

  expect(await firstWrong({ around: sendAgain })).toMatch('was made 2 times');
}, 60_000);

const neverSent = {
  outcome: { at: 'never-sent', failure: { code: 'offline' } },
  evidence: { startedAtMs: 0, endedAtMs: 0, status: null, serverDateMs: null },
  serverMs: 0,
  firstReadInMs: 0,
  stop: null,
} as const;
