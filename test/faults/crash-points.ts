import type { GroupRow } from '../../core/group-job.ts';
import { realTimings } from '../../main/groups/timings.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createFakeGreenApi } from '../support/fake-green-api.ts';
import { accountId } from '../support/groups-engine.ts';
import { bend, type Rule } from './broken-rules.ts';
import { compare, type Group } from './compare.ts';
import type { CrashFeed } from './crash-lives.ts';
import { breaksPromise, type Found, sumUp, withViolations } from './found.ts';

const timings = { ...realTimings, membershipDelaysMs: [] };
const sender = '79000000001';

type Ending = {
  readonly steps: number;
  readonly rows: readonly GroupRow[];
  readonly groups: readonly Group[];
  /** What is wrong besides. */
  readonly errors: readonly unknown[];
};

/** Three groups are asked for; the process dies at each of these steps, counted from its own start, and is started again. */
export async function live(feed: CrashFeed, deaths: readonly number[], rule: Rule = 'sound'): Promise<Ending> {
  const clock = createFakeClock();
  const api = createFakeGreenApi({ clock, phone: sender });
  api.make('Known before');
  let left = [...deaths];
  let steps = 0;
  const step = (call: string): boolean => {
    if (!feed.isStep(call)) return true;
    steps += 1;
    const dies = steps === left[0];
    if (dies) left = left.slice(1);
    return !dies;
  };
  const bent = bend(rule, sender);
  let life = feed.open({ clock, api: bent.api(api), timings, step, around: bent.journal });
  let total = 0;

  for (let lives = 0; lives <= deaths.length; lives += 1) {
    steps = 0;
    await life.live({ clock, api });
    total = steps;
    if (lives < deaths.length) life = life.restart();
  }
  left = [];
  const { engine } = life;
  const found = await engine.groups.find({ accountId, text: '', offset: 0, limit: 10 });
  const errors = [...engine.errors, ...(await life.wrong())];
  engine.crash();
  engine.database.close();
  return { steps: total, rows: found.ok ? found.value.rows : [], groups: api.groups.slice(1), errors };
}

type Density = {
  /** Every step, or every second one, and so on. */
  readonly stride: number;
  /** Of the second deaths: those of the beginning, where it recovers, and those of the rest. */
  readonly recovery: number;
  readonly later: number;
};

/** Deaths before and after every call of the record and of the service, each alone, and each with another one after it. */
export async function playCrashPoints(feed: CrashFeed, rule: Rule, density: Density): Promise<Found> {
  const { steps } = await live(feed, []);
  const found: Found[] = [];
  for (const deaths of pointsOf(steps, density)) {
    found.push(judge(await live(feed, deaths, rule), deaths));
    if (rule !== 'sound' && breaksPromise(sumUp(found))) break;
  }
  return sumUp(found);
}

/** By so many steps the second life has begun and looked after what the first one left. */
const recoverySteps = 30;

function pointsOf(steps: number, { stride, recovery, later }: Density): readonly number[][] {
  const firsts = range(1, steps, stride);
  const seconds = [...range(1, recoverySteps, recovery), ...range(recoverySteps + 1, steps, later)];
  return [...range(1, steps, 1).map((at) => [at]), ...firsts.flatMap((at) => seconds.map((again) => [at, again]))];
}

const range = (from: number, to: number, by: number): number[] =>
  Array.from({ length: Math.ceil((to - from + 1) / by) }, (_, place) => from + place * by);

/** What must never be, wherever the process dies. */
function judge({ rows, groups, errors }: Ending, deaths: readonly number[]): Found {
  const found = withViolations(compare(groups, rows), [
    ...errors.map(String),
    ...rows.filter(({ state }) => state.at === 'sending').map(({ name }) => `${name} is sent for ever`),
  ]);
  return { ...found, cases: 1, wrong: found.wrong.map((what) => `dead at ${deaths.join(' and ')}: ${what}`) };
}
