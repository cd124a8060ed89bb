import type { Break, Rule } from './broken-rules.ts';
import { runLives, singleLives } from './crash-lives.ts';
import { playCrashPoints } from './crash-points.ts';
import { feeds } from './failure-cases/feeds.ts';
import { failureCases, playFailures } from './failure-cases/play.ts';
import { type Found, sumUp } from './found.ts';
import { withFields } from './processes/field.ts';
import { playKills } from './processes/kills.ts';
import { playRaces } from './processes/races.ts';
import { playSchedules } from './schedules.ts';
import { playSequences } from './sequences.ts';

export type Plan = { readonly kills: number; readonly seed: number; readonly rule: Rule };

/** A promise that is tried until it would have broken. */
export type Proof = {
  readonly id: string;
  readonly about: string;
  /** The rules whose breaking it must notice. */
  readonly notices: readonly Break[];
  play(plan: Plan): Promise<Found>;
};

const minute = 60_000;
/** With a short pace much is sent in a life, with a long one at most one group, and an hour is longer than any life. */
const paces = { short: minute, long: 10 * minute, hour: 60 * minute };
/** One of so many kills is spent on the long pace. */
const longOf = 20;

const kills: Proof = {
  id: 'R1, R2',
  about: 'engines killed at any moment, over http, TLS and CONNECT',
  notices: ['resend', 'late-write', 'pace'],
  play: ({ kills, seed, rule }) =>
    withFields(2, async (fields) => {
      if (rule === 'pace') return playKills(fields, { kills, seed, rule, paceMs: paces.hour });
      const long = Math.floor(kills / longOf);
      return sumUp([
        await playKills(fields, { kills: kills - long, seed, rule, paceMs: paces.short }),
        await playKills(fields, { kills: long, seed, rule, paceMs: paces.long }),
      ]);
    }),
};

const crashPoints: Proof = {
  id: 'R3',
  about: 'deaths before and after each step of three groups, and again while it recovers',
  notices: ['resend', 'late-write'],
  play: ({ rule }) => playCrashPoints(singleLives, rule, { stride: 2, recovery: 1, later: 30 }),
};

const crashPointsOfRuns: Proof = {
  id: 'R3',
  about: 'the same with the three rows of a run, which is started, fed, paused, resumed and ended',
  notices: ['resend', 'late-write'],
  play: ({ rule }) => playCrashPoints(runLives, rule, { stride: 2, recovery: 1, later: 30 }),
};

const failures: Proof = {
  id: 'R4',
  about: 'every kind of failure at the first, middle and last group',
  notices: ['resend', 'late-write'],
  play: ({ rule }) => playFailures(feeds.flatMap((feed) => failureCases(feed, rule))),
};

const schedules: Proof = {
  id: 'R5',
  about: 'schedules of restarts, sleep, clock jumps and summer time',
  notices: ['pace'],
  play: ({ seed, rule }) => playSchedules({ schedules: 10_000, seed, rule }),
};

const races: Proof = {
  id: 'R9',
  about: 'starts of two processes on one record',
  notices: ['late-write'],
  play: ({ seed, rule }) =>
    withFields(1, ([field]) => playRaces(field, { races: rule === 'sound' ? 200 : 10, seed, rule })),
};

const sequences: Proof = {
  id: 'R10',
  about: 'sequences that a model and the record go through',
  notices: [],
  play: ({ seed }) => playSequences({ sequences: 5_000, seed }),
};

export const proofs: readonly Proof[] = [kills, crashPoints, crashPointsOfRuns, failures, schedules, races, sequences];
