import { digitsOf } from '../../../core/chat-id.ts';
import type { Args } from '../../../core/contract/calls.ts';
import { err } from '../../../core/result.ts';
import { createGreenApi } from '../../../main/green-api/client.ts';
import type { GreenApi } from '../../../main/green-api/green-api.ts';
import type { Journal } from '../../../main/groups/journal.ts';
import { realTimings } from '../../../main/groups/timings.ts';
import { createPractice, type Practice } from '../../../main/practice/practice.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { accountId, draft, openEngine, type TestEngine } from '../../support/groups-engine.ts';
import { bend, type Rule } from '../broken-rules.ts';
import { type Found, nothing, sumUp } from '../found.ts';
import { type BrokenWays, openBrokenWays } from './broken-ways.ts';
import { failureKinds, type Kind } from './kinds.ts';
import { createTraffic, type Traffic } from './traffic.ts';

type Draft = Args<'groups.create'>;

/** A way in which groups come into an engine that has not begun. Answers their jobs in order; null: not taken. */
export type Feed = (engine: TestEngine, drafts: readonly Draft[]) => Promise<readonly (string | null)[]>;

/** One after the other, as from the window. */
export const feedSingly: Feed = async (engine, drafts) => {
  const ids: (string | null)[] = [];
  for (const one of drafts) {
    const asked = await engine.groups.create(one);
    ids.push(asked.ok ? asked.value.id : null);
  }
  return ids;
};

const minute = 60_000;
const names = ['One', 'Two', 'Three'];
const timings = { ...realTimings, membershipDelaysMs: [], groupsMaxAgeMs: minute };
const patient = { connectMs: 30_000, headersMs: 30_000, bodyMs: 30_000 };
const hasty = { connectMs: 150, headersMs: 150, bodyMs: 150 };
const waitsForSilence = /silence|sleep|body without|end of the app/;

/** What comes of a case within this time is what comes of it. */
const watchedForMs = 3 * 60 * minute;

type Options = { readonly kinds?: readonly Kind[]; readonly feed?: Feed; readonly rule?: Rule };

/** Every kind of failure at the first, the middle and the last of three groups: it ends where the table says. */
export async function playFailures({
  kinds = failureKinds,
  feed = feedSingly,
  rule = 'sound',
}: Options): Promise<Found> {
  const ways = await openBrokenWays();
  const cases = kinds.flatMap((kind) => names.map((_, place) => ({ kind, place, ways, feed, rule })));
  const found: Found[] = [];
  const work = async (): Promise<void> => {
    for (let next = cases.shift(); next; next = cases.shift()) found.push(await playCase(next));
  };
  // Some of them wait for silence.
  await Promise.all([work(), work(), work(), work()]);
  ways.close();
  return sumUp(found);
}

type Case = {
  readonly kind: Kind;
  /** Of the group that is struck: 0, 1 or 2. */
  readonly place: number;
  readonly ways: BrokenWays;
  readonly feed: Feed;
  readonly rule: Rule;
};

async function playCase({ kind, place, ways, feed, rule }: Case): Promise<Found> {
  const traffic = createTraffic();
  const clock = createFakeClock(undefined, traffic.settled);
  const practice = await createPractice({ seed: 7, clock });
  practice.world.calls.createGroup('Known before', []);
  practice.world.lag.contactsMs = 2 * minute;
  if (kind.blow.strikes) practice.faults.nth(kind.blow.strikes, kind.blow.fault ?? '502', place + 1);
  const struck = strike({ kind, place, ways, clock, practice, traffic });
  const sender = digitsOf(practice.world.me.chatId);
  const bent = bend(rule, sender);
  let engine = openEngine({
    ...{ clock, timings },
    api: bent.api(struck.api),
    around: (journal) => struck.around(bent.journal(journal)),
  });
  Object.assign(engine.account, { sender, phone: sender });
  const engines = [engine];
  struck.onDeath(() => engine.crash());

  const drafts = names.map((name, at) => draft(kind.blow.hasNoName && at === place ? '' : name));
  const ids = await feed(engine, drafts);
  await engine.groups.start();
  await clock.advance(watchedForMs);
  if (kind.blow.dies) {
    engine = engine.restart();
    engines.push(engine);
    await engine.groups.start();
    await clock.advance(watchedForMs);
  }
  const hasStruck = struck.hasStruck() || practice.calls.some(({ fault }) => fault === kind.blow.fault && fault);
  const judged = await judge({ kind, place, ids, engines, practice });
  engine.crash();
  engine.database.close();
  await practice.close();
  const wrong = [...judged.wrong, ...(hasStruck || kind.blow.hasNoName ? [] : ['it never struck'])];
  return { ...judged, violations: wrong.length, wrong: wrong.map((what) => `${kind.name}, at ${place + 1}: ${what}`) };
}

type Striking = Omit<Case, 'feed' | 'rule'> & {
  readonly clock: FakeClock;
  readonly practice: Practice;
  readonly traffic: Traffic;
};

/** The service as the engine sees it: the CreateGroup at `place` is struck, all else is sound. */
function strike({ kind: { name, blow }, place, ways, clock, practice, traffic }: Striking) {
  const { apiUrl, idInstance, apiTokenInstance } = practice;
  const way = blow.way ? ways[blow.way] : { apiUrl, proxy: null };
  const deps = { pacer: { turn: async () => {} }, clock: traffic.clock(clock) };
  const open = ({ apiUrl, proxy }: { apiUrl: string; proxy: string | null }, deadlines: typeof patient): GreenApi =>
    createGreenApi(
      { apiUrl, idInstance, apiTokenInstance },
      { ...deps, deadlines, proxyFor: async () => proxy, random: () => 0 },
    );
  const sound = open({ apiUrl, proxy: null }, patient);
  const broken = open(way, waitsForSilence.test(name) ? hasty : patient);
  let calls = 0;
  let intents = 0;
  let hasStruck = false;
  let die = () => {};

  const api = traffic.watch<GreenApi>({
    ...sound,
    createGroup(group) {
      calls += 1;
      const isOurs = calls === place + 1 && !blow.isUnwritable && !blow.strikes && !blow.hasNoName;
      if (!isOurs) return sound.createGroup(group);
      hasStruck = true;
      if (blow.fault) practice.faults.next('createGroup', blow.fault);
      if (blow.phone === 'restarts') practice.world.instance.reboot();
      if (blow.phone === 'unlinks') practice.world.instance.set('notAuthorized');
      const answer = broken.createGroup(group);
      if (blow.asleepForMs) clock.sleep(blow.asleepForMs);
      if (blow.dies) die();
      return answer;
    },
  });
  const around = (journal: Journal): Journal => ({
    ...journal,
    async begin(...args) {
      intents += 1;
      if (!blow.isUnwritable || intents !== place + 1) return journal.begin(...args);
      hasStruck = true;
      return err({ is: 'failed', failure: { code: 'disk-full' } });
    },
  });
  const onDeath = (act: () => void): void => {
    die = act;
  };
  return { api, around, onDeath, hasStruck: () => hasStruck };
}

type Ended = Pick<Case, 'kind' | 'place'> & {
  readonly ids: readonly (string | null)[];
  readonly engines: readonly TestEngine[];
  readonly practice: Practice;
};

async function judge({ kind, place, ids, engines, practice }: Ended): Promise<Found> {
  const engine = engines.at(-1);
  const events = engines.flatMap(({ events }) => events.map(({ payload }) => payload));
  const wrong: string[] = engines.flatMap(({ errors }) => errors.map(String));
  const kept: string[] = [];

  for (const [at, jobId] of ids.entries()) {
    const shown = jobId && engine ? await engine.groups.show({ accountId, jobId }) : null;
    const state = shown?.ok ? shown.value.state : null;
    const path = events.flatMap((payload) =>
      'id' in payload && payload.id === jobId && jobId ? [payload.state.at] : [],
    );
    const expected = at === place ? kind.path : at > place && kind.stops ? '' : 'sending created';
    const actual = shorten(path);
    if (actual !== expected) wrong.push(`group ${at + 1} went “${actual}”, not “${expected}”`);
    if (state?.at === 'created') kept.push(state.chatId);
    if (state?.at === 'unknown') kept.push(...state.candidates.map(({ chatId }) => chatId));
    if (state?.at === 'unknown' && state.mayDeny === 'no') wrong.push(`group ${at + 1} cannot be decided`);
    const waits = state?.at === 'queued' ? (state.waiting?.code ?? 'nothing') : null;
    if (waits !== null && waits !== kind.stops) wrong.push(`group ${at + 1} waits for ${waits}`);
  }
  const made = practice.world.groups.slice(1);
  const twice = names.flatMap((name) => made.filter((group) => group.name === name).slice(1));
  const lost = made.filter(({ chatId }) => !kept.includes(chatId));
  return {
    ...nothing,
    cases: 1,
    duplicates: twice.length,
    lost: lost.length,
    wrong: [
      ...wrong,
      ...twice.map(({ name }) => `${name} is made again`),
      ...lost.map(({ name }) => `${name} is lost`),
    ],
  };
}

/** The states in their order, from the first attempt on. */
function shorten(path: readonly string[]): string {
  const first = path.indexOf('sending');
  if (first < 0) return '';
  return path
    .slice(first)
    .filter((at, place, all) => at !== all[place - 1])
    .join(' ');
}
