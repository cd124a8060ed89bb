import fc from 'fast-check';
import type { JobEvent } from '../../core/job-machine.ts';
import type { Moment } from '../../core/pace.ts';
import type { Journal, Outcome } from '../../main/groups/journal.ts';
import { openDatabase } from '../../main/storage/database.ts';
import { createSqliteJournal } from '../../main/storage/sqlite-journal.ts';
import { person } from '../support/groups-engine.ts';
import type { Found } from './found.ts';
import { tryCases } from './property.ts';

type At = 'queued' | 'held' | 'sending' | 'unknown' | 'created' | 'refused' | 'cancelled';

/** What may happen to a job, written down once more and independently of the machine. */
const model: Readonly<Record<At, Readonly<Record<string, At>>>> = {
  queued: { begin: 'sending', hold: 'held', requeue: 'queued', cancel: 'cancelled' },
  held: { hold: 'held', requeue: 'queued', cancel: 'cancelled' },
  sending: { created: 'created', refused: 'refused', 'never-sent': 'queued', unknown: 'unknown', crash: 'unknown' },
  unknown: {
    search: 'unknown',
    read: 'unknown',
    'may-deny': 'unknown',
    found: 'created',
    confirm: 'created',
    deny: 'queued',
  },
  refused: { requeue: 'queued' },
  created: {},
  cancelled: {},
};

const outcomes: Readonly<Record<string, (id: string) => Outcome>> = {
  created: (id) => ({ at: 'created', chatId: `${id}@g.us`, link: null }),
  refused: () => ({ at: 'refused', failure: { code: 'not-accepted' } }),
  'never-sent': () => ({ at: 'never-sent', failure: { code: 'offline' } }),
  unknown: () => ({ at: 'unknown', failure: { code: 'unknown' } }),
};
const reading = { reads: 1, nextReadAtMs: null, candidates: [], search: null };
const events: Readonly<Record<string, (id: string) => JobEvent>> = {
  hold: () => ({ is: 'held' }),
  cancel: () => ({ is: 'cancelled', atMs: 0 }),
  search: () => ({ is: 'searched', search: { runner: 'this', runMs: 0, forMs: 0, reads: 0, lastReadForMs: null } }),
  read: () => ({ is: 'read', reading: { ...reading, mayDeny: 'no' } }),
  'may-deny': () => ({ is: 'read', reading: { ...reading, mayDeny: 'yes' } }),
  found: (id) => ({ is: 'found', group: { chatId: `${id}@g.us`, name: '', createdAtMs: 0, people: 1 }, atMs: 0 }),
  confirm: () => ({ is: 'confirmed', chatId: '', atMs: 0 }),
  deny: () => ({ is: 'denied', lookedOnPhone: false }),
};

const names = ['Choir', 'Chess'];
const step = fc.record({
  act: fc.constantFrom(
    'add',
    'add',
    'add-again',
    'begin',
    'begin',
    'requeue',
    'crash',
    ...Object.keys(outcomes),
    ...Object.keys(events),
  ),
  on: fc.nat({ max: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

type Job = { readonly id: string; readonly name: string; at: At; mayDeny: boolean };
type World = {
  readonly jobs: Job[];
  readonly journal: Journal;
  readonly sender: string;
  time: number;
  attempt: number;
};

const isUnsettled = (job: Job): boolean => job.at === 'sending' || job.at === 'unknown';
const twins = (world: World, job: Pick<Job, 'id' | 'name'>): Job[] =>
  world.jobs.filter((other) => other.id !== job.id && other.name === job.name);

/** Does a step in both worlds and answers how they differ. */
async function act(world: World, { act: what, on }: Step): Promise<readonly string[]> {
  if (what === 'add' || what === 'add-again') return add(world, names[on % 2] ?? '', what === 'add-again');
  const job = world.jobs[on];
  if (what === 'crash') return crash(world);
  if (!job) return [];
  const expected = expectedOf(world, job, what);
  const was = job.at;
  const isDone = await done(world, job, what);
  if (expected !== null) {
    job.mayDeny = what === 'may-deny' || (job.mayDeny && what === 'search');
    job.at = expected;
  }
  return isDone === (expected !== null) ? [] : [`${what} while ${was} was ${isDone ? 'possible' : 'not possible'}`];
}

function expectedOf(world: World, job: Job, what: string): At | null {
  const next = model[job.at][what] ?? null;
  const isBlocked = twins(world, job).some(isUnsettled);
  if (what === 'begin' && (isBlocked || world.jobs.some((other) => other.at === 'sending'))) return null;
  if (what === 'requeue' && isBlocked) return null;
  if (what === 'requeue' && job.at === 'refused' && twins(world, job).some(({ at }) => at === 'created')) return null;
  return what === 'deny' && !job.mayDeny ? null : next;
}

async function add(world: World, name: string, again: boolean): Promise<readonly string[]> {
  const id = `${world.sender}/${world.jobs.length}`;
  const others = twins(world, { id, name });
  const isFree =
    !others.some(isUnsettled) && (again || others.every(({ at }) => at === 'refused' || at === 'cancelled'));
  const job = {
    id,
    accountId: 'account',
    sender: world.sender,
    name,
    people: [person(1)],
    askedAtMs: 0,
    fromPhone: null,
  };
  const added = await world.journal.add(job, { again, sinceMs: 0 });
  if (added.ok) world.jobs.push({ id, name, at: 'queued', mayDeny: false });
  return added.ok === isFree ? [] : [`${name} was ${added.ok ? '' : 'not '}added${again ? ' again' : ''}`];
}

async function crash(world: World): Promise<readonly string[]> {
  const now = moment(world);
  await world.journal.enlist({
    now: { ...now, runner: 'next' },
    isDead: (runner) => runner === now.runner,
    firstReadInMs: 0,
  });
  await world.journal.go(world.sender);
  for (const job of world.jobs) if (job.at === 'sending') job.at = 'unknown';
  return [];
}

async function done(world: World, job: Job, what: string): Promise<boolean> {
  const { journal, sender } = world;
  if (what === 'begin') {
    const now = moment(world);
    await journal.see(sender, [{ chatId: '0@g.us', name: 'Known' }], now);
    const slots = { now, paceMs: 1, perDay: 1_000 };
    const begun = await journal.begin(job.id, { ...slots, sender, freshSinceRunMs: 0, deadlineMs: 1 });
    if (begun.ok) world.attempt = begun.value.id;
    return begun.ok;
  }
  if (what === 'requeue') {
    const change = { sender, name: job.name, people: [person(1)], fromPhone: null };
    return (await journal.requeue(job.id, change, { again: false, sinceMs: 0 })).ok;
  }
  const outcome = outcomes[what];
  if (outcome) {
    if (job.at !== 'sending') return false;
    await journal.end(world.attempt, { ...ending, outcome: outcome(job.id) });
    return (await journal.go(sender)).ok;
  }
  const event = events[what];
  return event !== undefined && (await journal.move(job.id, event(job.id))).ok;
}

const evidence = { startedAtMs: 0, endedAtMs: 0, status: null, serverDateMs: null };
const ending = { evidence, atMs: 0, serverMs: 0, firstReadInMs: 0, stop: null };

function moment(world: World): Moment {
  world.time += 10;
  const { time } = world;
  const day = '2026-11-23';
  return { runner: 'this', wallMs: time, runMs: time, serverMs: time, clockOk: true, day, dayEndsInMs: 1 };
}

const shownAs = (state: { at: string; held?: boolean }): string => (state.held ? 'held' : state.at);

type Plan = {
  readonly sequences: number;
  readonly seed: number;
  /** Stands between the steps and the record. */
  readonly around?: (journal: Journal) => Journal;
};

/** The record and a model of a few lines take the same steps, and must agree after each of them. */
export async function playSequences({
  sequences,
  seed,
  around,
}: Plan): Promise<Found & { readonly met: ReadonlySet<At> }> {
  const database = openDatabase(':memory:', { machine: 'here' });
  const sound = createSqliteJournal(database);
  const journal = around ? around(sound) : sound;
  const met = new Set<At>();
  let worlds = 0;

  const found = await tryCases(
    fc.array(step, { minLength: 5, maxLength: 40 }),
    { count: sequences, seed },
    async (steps) => {
      worlds += 1;
      const world: World = { jobs: [], journal, sender: `sender-${worlds}`, time: 0, attempt: 0 };
      const wrong: string[] = [];
      for (const next of steps) {
        wrong.push(...(await act(world, next)));
        for (const job of world.jobs) {
          met.add(job.at);
          const shown = shownAs((await journal.job(job.id))?.state ?? { at: 'gone' });
          if (shown !== job.at) wrong.push(`${next.act} left it ${shown}, not ${job.at}`);
        }
      }
      database.write((sql) => {
        for (const table of ['members', 'attempts', 'jobs']) sql.run(`DELETE FROM ${table}`);
      });
      return wrong;
    },
  );
  database.close();
  return { ...found, met };
}
