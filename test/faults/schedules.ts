import fc from 'fast-check';
import { err } from '../../core/result.ts';
import { whatHappened } from '../../main/groups/attempt.ts';
import { createRunTime } from '../../main/groups/run-time.ts';
import { realTimings } from '../../main/groups/timings.ts';
import { openDatabase } from '../../main/storage/database.ts';
import { createSqliteJournal } from '../../main/storage/sqlite-journal.ts';
import { createFakeClock, settle } from '../support/fake-clock.ts';
import { createFakeGreenApi, type FakeFault, failures } from '../support/fake-green-api.ts';
import { draft, openEngine, person, type TestEngine } from '../support/groups-engine.ts';
import type { Rule } from './broken-rules.ts';
import { type Found, sumUp } from './found.ts';
import { tryCases } from './property.ts';

const minute = 60_000;
const hour = 60 * minute;
const paceMs = 5 * minute;
const perDay = 4;
/** What is read after an attempt has no part in this. */
const timings = { ...realTimings, reconcileForMs: 0, membershipDelaysMs: [] };

type Step =
  | { readonly do: 'create'; readonly fault: FakeFault | null }
  | { readonly do: 'advance' | 'sleep' | 'jump'; readonly ms: number }
  | { readonly do: 'crash' | 'wake' | 'date-goes' | 'date-comes' };

const span = fc.oneof(
  fc.integer({ min: 1, max: paceMs }),
  fc.constantFrom(paceMs - 1, paceMs, paceMs + 1),
  fc.integer({ min: paceMs, max: 26 * hour }),
);
const fault = fc.constantFrom(
  null,
  null,
  null,
  failures.noAnswer,
  failures.madeWithoutAnswer,
  failures.neverSent,
  failures.notAccepted,
  failures.tooFast,
  failures.starting,
  failures.hangs,
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('create' as const), fault }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('advance' as const), ms: span }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sleep' as const), ms: span }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('jump' as const), ms: span.chain((ms) => fc.constantFrom(ms, -ms)) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('crash' as const, 'crash', 'wake', 'date-goes', 'date-comes') }),
  },
);

/** Where and when a schedule begins: half of them a day or two before the clocks of the country are changed. */
const begin = fc.constantFrom(
  ...[
    ['UTC', '2026-11-23T09:00Z'],
    ['Europe/Berlin', '2026-10-24T16:00Z'],
    ['Europe/Berlin', '2027-03-27T20:00Z'],
    ['America/New_York', '2026-10-31T22:00Z'],
    // Where midnight itself is skipped, and where half an hour is.
    ['Africa/Cairo', '2026-04-23T12:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T08:00Z'],
    ['Asia/Kathmandu', '2026-12-31T12:00Z'],
  ].map(([zone = '', from = '']) => ({ zone, startMs: Date.parse(from) })),
);
const schedule = fc.record({ begin, steps: fc.array(step, { minLength: 3, maxLength: 25 }) });
type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never;

/** The true times at which the service met CreateGroup, in order; what never left does not count. */
async function sendByEngine({ begin: { startMs }, steps }: Schedule): Promise<Sent> {
  const clock = createFakeClock(startMs);
  const api = createFakeGreenApi({ clock, serverNow: clock.truth });
  api.make('Known before');
  const sent: number[] = [];
  const watched = {
    ...api,
    createGroup: async (group: Parameters<typeof api.createGroup>[0]) => {
      const atMs = clock.truth();
      const answer = await api.createGroup(group);
      if (answer.ok || answer.failure.proof !== 'never-sent') sent.push(atMs);
      return answer;
    },
  };
  let engine: TestEngine = openEngine({ clock, api: watched, timings, paceMs, perDay });
  await engine.groups.start();
  let names = 0;

  for (const now of steps) {
    if (now.do === 'create') {
      if (now.fault) api.fault('createGroup', now.fault);
      names += 1;
      await engine.groups.create(draft(`Group ${names}`));
    } else if (now.do === 'advance') await clock.advance(now.ms);
    else if (now.do === 'sleep') clock.sleep(now.ms);
    else if (now.do === 'jump') clock.jump(now.ms);
    else if (now.do === 'wake') engine.groups.wake();
    else if (now.do === 'crash') {
      engine = engine.restart();
      await engine.groups.start();
    } else api.hasDate = now.do === 'date-comes';
    await settle();
  }
  await clock.advance(paceMs);
  const { errors } = engine;
  engine.crash();
  engine.database.close();
  return { sent, errors };
}

type Sent = { readonly sent: readonly number[]; readonly errors: readonly unknown[] };

const database = openDatabase(':memory:', { machine: 'here' });
const journal = createSqliteJournal(database);
let asked = 0;

/** The same, with nothing but the store and its sense of time: every step asks whether a group may be sent. */
async function sendByStore({ begin: { startMs }, steps }: Schedule, rule: Rule): Promise<Sent> {
  const clock = createFakeClock(startMs);
  asked += 1;
  const sender = `sender-${asked}`;
  const sent: number[] = [];
  let hasDate = true;
  let waiting: string | null = null;
  let runs = 0;
  let time = createRunTime(clock, `${sender}/0`);
  const enlist = () =>
    journal.enlist({ now: time.moment(), isDead: (runner) => runner.startsWith(sender), firstReadInMs: 0 });
  await enlist();

  for (const [place, now] of steps.entries()) {
    if (now.do === 'advance') clock.pass(now.ms);
    else if (now.do === 'sleep') clock.sleep(now.ms);
    else if (now.do === 'jump') clock.jump(now.ms);
    else if (now.do === 'wake') time.unsettle();
    else if (now.do === 'crash') {
      runs += 1;
      time = createRunTime(clock, `${sender}/${runs}`);
      if (rule === 'pace') database.write((sql) => sql.run('DELETE FROM attempts WHERE sender = ?', sender));
      else await enlist();
    } else if (now.do !== 'create') hasDate = now.do === 'date-comes';
    const serverDateMs = hasDate ? Math.floor(clock.truth() / 1000) * 1000 : null;
    time.heard({ startedAtMs: clock.now(), endedAtMs: clock.now(), status: 200, serverDateMs });
    await journal.see(sender, [], time.moment());
    if (!waiting) {
      waiting = `${sender}/${place}`;
      await journal.add({ ...job, id: waiting, sender, name: waiting }, { again: true, sinceMs: 0 });
    }
    const begun = await journal.begin(waiting, { ...slots, sender, now: time.moment() });
    if (!begun.ok) continue;
    waiting = null;
    const fault = now.do === 'create' ? now.fault : null;
    if (fault?.proof !== 'never-sent') sent.push(clock.truth());
    if (!(fault && 'hangs' in fault)) await end(begun.value.id, fault, time.moment().wallMs);
    await journal.go(sender);
  }
  database.write((sql) => {
    // What one schedule leaves behind makes every later one slower.
    for (const table of ['members', 'attempts', 'jobs', 'runners', 'readings', 'senders', 'seen_groups']) {
      sql.run(`DELETE FROM ${table}`);
    }
  });
  return { sent, errors: [] };
}

const job = { accountId: 'account-1', people: [person(1)], askedAtMs: 0, fromPhone: null };
const slots = { paceMs, perDay, freshSinceRunMs: 0, deadlineMs: 0 };

const end = (attemptId: number, fault: FakeFault | null, atMs: number) =>
  journal.end(attemptId, {
    outcome: fault
      ? whatHappened(err({ ...fault, evidence }), 0)
      : { at: 'created', chatId: `${attemptId}@g.us`, link: null },
    evidence,
    atMs,
    serverMs: 0,
    firstReadInMs: 0,
    stop: null,
  });
const evidence = { startedAtMs: 0, endedAtMs: 0, status: null, serverDateMs: null };

/** By the calendar of the country that the schedule is set in. */
function violations({ sent, errors }: Sent): string[] {
  const early = sent.flatMap((atMs, place) => {
    const gapMs = atMs - (sent[place - 1] ?? Number.NEGATIVE_INFINITY);
    return gapMs < paceMs ? [`${gapMs} ms after the one before`] : [];
  });
  const days = Map.groupBy(sent, (atMs) => new Date(atMs).toDateString());
  const crowded = [...days].flatMap(([day, of]) => (of.length > perDay ? [`${of.length} on ${day}`] : []));
  return [...errors.map(String), ...early, ...crowded];
}

type Plan = { readonly schedules: number; readonly seed: number; readonly rule: Rule };

/** How many of a hundred schedules drive the whole engine; the others ask the store alone, as often as they can. */
const ofEngine = 0.06;

/** Schedules of restarts, sleep and changed clocks: nothing is sent too early or too often. */
export async function playSchedules({ schedules, seed, rule }: Plan): Promise<Found & { readonly sent: number }> {
  const zoneBefore = process.env.TZ;
  let sent = 0;
  const judge = (send: (one: Schedule) => Promise<Sent>) => async (one: Schedule) => {
    process.env.TZ = one.begin.zone;
    const what = await send(one);
    sent += what.sent.length;
    return violations(what);
  };
  // The engine keeps its pace in the store alone: the rule is broken there.
  const byEngine = { count: rule === 'pace' ? 0 : Math.ceil(schedules * ofEngine), seed };
  const byStore = { count: Math.floor(schedules * (1 - ofEngine)), seed };
  const found = [
    await tryCases(schedule, byEngine, judge(sendByEngine)),
    await tryCases(
      schedule,
      byStore,
      judge((one) => sendByStore(one, rule)),
    ),
  ];
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
  return { ...sumUp(found), sent };
}
