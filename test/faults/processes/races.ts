import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '../../../main/practice/random.ts';
import type { Rule } from '../broken-rules.ts';
import { type Found, sumUp, withViolations } from '../found.ts';
import { audit, openRecord } from './audit.ts';
import type { Child } from './children.ts';
import { type Field, factor, ways } from './field.ts';

type Plan = { readonly races: number; readonly seed: number; readonly rule: Rule };

const names = ['One', 'Two'];
const paceMs = 120_000;

/**
 * Two processes begin over one record, ask for the same groups and want to send them; each race has a record of its own.
 * The record is there already: who may make a new one is decided by the app's lock, before anything is opened.
 */
export async function playRaces(field: Field, { races, seed, rule }: Plan): Promise<Found> {
  const random = createRandom(seed, 'races');
  const pair = [field.children.open(), field.children.open()];
  await Promise.all(pair.map((child) => child.said('loaded')));
  const found: Found[] = [];

  for (let race = 0; race < races; race += 1) {
    const file = field.newFile();
    field.reset();
    openRecord(file).close();
    const starts: Promise<number>[] = [];
    for (const child of pair) {
      const startMs = performance.now();
      child.start(field.life({ file, names, byRun: false, rule, paceMs, way: random.pick(ways) }));
      starts.push(child.said('started').then(() => performance.now() - startMs));
      // The second of them comes now at once, now when the first is in the middle of something.
      await wait(random.int(random.pick([1, 5, 30])));
    }
    const startTookMs = Math.max(...(await Promise.all(starts)));
    found.push(await watch(field, file, { pair, startTookMs }));
  }
  const wrong = pair.flatMap(({ errors, isGone }) => (isGone() ? [...errors, 'the engine ended by itself'] : errors));
  await Promise.all(pair.map((child) => child.kill()));
  return withViolations(sumUp(found), wrong);
}

const longestRaceMs = 30_000;

type Race = { readonly pair: readonly Child[]; readonly startTookMs: number };

async function watch({ practice }: Field, file: string, { pair, startTookMs }: Race): Promise<Found> {
  const record = openRecord(file);
  const untilMs = Date.now() + longestRaceMs;
  while (Date.now() < untilMs && !(await record.isAtRest(names.length))) await wait(10);
  const attempts = record.gaps().length;
  record.close();
  await Promise.all(pair.map((child) => child.stop()));

  const double = attempts > names.length ? [`${attempts} attempts for ${names.length} groups`] : [];
  // A process counts the pace after what it finds from its own start, which is a little before it looks.
  const slackMs = startTookMs * factor;
  return { ...withViolations(await audit(practice, file, { paceMs, slackMs }), double), cases: 1 };
}
