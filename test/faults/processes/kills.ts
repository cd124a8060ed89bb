import { setTimeout as wait } from 'node:timers/promises';
import type { FaultName } from '../../../main/practice/fault-table.ts';
import { createRandom, type Random } from '../../../main/practice/random.ts';
import type { Rule } from '../broken-rules.ts';
import { breaksPromise, type Found, sumUp, withViolations } from '../found.ts';
import { audit, openRecord, wrongRows } from './audit.ts';
import type { Child } from './children.ts';
import { type Field, ways } from './field.ts';

/** What goes wrong with CreateGroup on the way; half of the calls are spared. */
const troubles: readonly [FaultName, ...FaultName[]] = [
  'lost-before-effect',
  'lost-after-effect',
  'hang-before-effect',
  'hang-after-effect',
  'created-but-500',
  'not-created-500',
  'cut-json',
  '429',
  '502',
];

export type Plan = {
  readonly kills: number;
  readonly seed: number;
  readonly rule: Rule;
  readonly paceMs: number;
  /** Strikes every CreateGroup, instead of any trouble now and then. */
  readonly always?: FaultName;
};

/** The longer a campaign, the more a record has been through; the shorter, the sooner a broken rule is noticed. */
const killsEach = { sound: 25, broken: 8 };

/** Kills engines at any moment, `kills` times, and compares what the service made with what the record says of it. */
export async function playKills(fields: readonly Field[], { kills, ...plan }: Plan): Promise<Found> {
  const most = plan.rule === 'sound' ? killsEach.sound : killsEach.broken;
  const each = Math.min(most, Math.ceil(kills / fields.length));
  const portions = Array.from({ length: Math.ceil(kills / each) }, (_, place) => ({
    ...plan,
    kills: Math.min(each, kills - place * each),
    seed: plan.seed + place,
    byRun: place % 2 === 1,
  }));
  const found: Found[] = [];
  const fight = async (field: Field): Promise<void> => {
    for (let portion = portions.shift(); portion; portion = portions.shift()) {
      found.push(await campaign(field, portion));
      // A rule that is broken on purpose has been noticed.
      if (plan.rule !== 'sound' && breaksPromise(sumUp(found))) return;
    }
  };
  await Promise.all(fields.map(fight));
  return sumUp(found);
}

/** So many groups are left for the last life even where every death met another one. */
const spared = 2;

type Campaign = Plan & { readonly byRun: boolean };

/** One record from its first life to its rest. */
async function campaign(field: Field, { kills, seed, rule, paceMs, always, byRun }: Campaign): Promise<Found> {
  const { practice } = field;
  const random = createRandom(seed, 'kills');
  const file = field.newFile();
  const names = Array.from({ length: kills + spared }, (_, row) => `Group ${row}`);
  field.reset();
  if (always) practice.faults.always('createGroup', always);

  const start = (): Child => {
    const child = field.children.open();
    child.start(field.life({ file, names, byRun, rule, paceMs, way: random.pick(ways) }));
    return child;
  };
  const wrong: string[] = [];
  const end = async (child: Child): Promise<void> => {
    wrong.push(...child.errors, ...(child.isGone() ? ['the engine ended by itself'] : []));
    await child.kill();
  };

  for (let kill = 0; kill < kills; kill += 1) {
    if (random.int(2) === 0) practice.faults.next('createGroup', random.pick(troubles));
    const child = start();
    await momentToDie(field, child, { random, byRun });
    await end(child);
  }
  if (!always) practice.faults.clear();
  const last = start();
  await untilRest(last, { file, groups: names.length });
  await end(last);

  const found = withViolations(await audit(practice, file, { paceMs }), [
    ...wrong,
    ...(byRun ? await wrongRows(file) : []),
  ]);
  return { ...found, kills, wrong: found.wrong.map((what) => `${what} (seed ${seed})`) };
}

const longestLifeMs = 900;

type Death = { readonly random: Random; readonly byRun: boolean };

/**
 * Two of three die around a CreateGroup, where it matters, or where a row of a run gets its job; the others at any time
 * from the opening of the record on.
 */
async function momentToDie(field: Field, child: Child, { random, byRun }: Death): Promise<void> {
  await child.said('loaded');
  if (random.int(3) === 0) return wait(random.int(300));
  await child.said('started');
  let takeBack = () => {};
  const sends = new Promise<void>((resolve) => {
    takeBack = field.onCreate(resolve);
  });
  const comes = byRun && random.int(2) === 0 ? child.said('fed') : sends;
  await Promise.race([comes, wait(longestLifeMs)]);
  takeBack();
  await wait(random.int(random.pick([12, 12, 100])));
}

const longestRestMs = 60_000;

async function untilRest(child: Child, of: { readonly file: string; readonly groups: number }): Promise<void> {
  await child.said('started');
  const record = openRecord(of.file);
  const untilMs = Date.now() + longestRestMs;
  while (Date.now() < untilMs && !child.isGone() && !(await record.isAtRest(of.groups))) await wait(50);
  record.close();
}
