import { digitsOf } from '../../../core/chat-id.ts';
import { realTimings } from '../../../main/groups/timings.ts';
import { createPractice } from '../../../main/practice/practice.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { draft } from '../../support/groups-engine.ts';
import { bend, type Rule } from '../broken-rules.ts';
import { type Found, sumUp, withViolations } from '../found.ts';
import { type BrokenWays, openBrokenWays } from './broken-ways.ts';
import type { Feed } from './feeds.ts';
import { judge } from './judge.ts';
import { failureKinds, type Kind } from './kinds.ts';
import { strike } from './strike.ts';
import { createTraffic } from './traffic.ts';

const minute = 60_000;
const names = ['One', 'Two', 'Three'];
const timings = { ...realTimings, membershipDelaysMs: [], groupsMaxAgeMs: minute };

export type Case = { readonly kind: Kind; readonly place: number; readonly feed: Feed; readonly rule: Rule };

/** Every kind of failure at the first, the middle and the last of three groups. */
export const failureCases = (feed: Feed, rule: Rule): readonly Case[] =>
  failureKinds.flatMap((kind) => names.map((_, place) => ({ kind, place, feed, rule })));

/** Each of them ends where the table says. */
export async function playFailures(cases: readonly Case[]): Promise<Found> {
  const ways = await openBrokenWays();
  const left = [...cases];
  const found: Found[] = [];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) found.push(await playCase(next, ways));
  };
  // Some of them wait for silence.
  await Promise.all([work(), work(), work(), work()]);
  ways.close();
  return sumUp(found);
}

/** What comes of a case within this time is what comes of it. */
const watchedForMs = 180 * minute;

async function playCase({ kind, place, feed, rule }: Case, ways: BrokenWays): Promise<Found> {
  const traffic = createTraffic();
  const clock = createFakeClock(undefined, traffic.settled);
  const practice = await createPractice({ seed: 7, clock });
  practice.world.calls.createGroup('Known before', []);
  practice.world.lag.contactsMs = 2 * minute;
  const sender = digitsOf(practice.world.me.chatId);
  const struck = strike({ blow: kind.blow, place, ways, clock, practice, traffic });
  const bent = bend(rule, sender);
  const first = feed({
    ...{ clock, timings },
    api: bent.api(struck.api),
    around: (journal) => struck.around(bent.journal(journal)),
  });
  Object.assign(first.engine.account, { sender, phone: sender });
  struck.onDeath(first.engine.crash);

  await first.ask(names.map((name, at) => draft(kind.blow.hasNoName && at === place ? '' : name)));
  await first.begin();
  await clock.advance(watchedForMs);
  const next = kind.blow.dies ? [first.restart()] : [];
  for (const life of next) {
    await life.begin();
    await clock.advance(watchedForMs);
  }

  const judged = await judge({ kind, place, lives: [first, ...next], practice });
  for (const { engine } of [first, ...next]) engine.crash();
  first.engine.database.close();
  await practice.close();
  const found = withViolations(judged, struck.hasStruck() || kind.blow.hasNoName ? [] : ['nothing struck it']);
  return { ...found, wrong: found.wrong.map((what) => `${kind.name}, at ${place + 1}: ${what}`) };
}
