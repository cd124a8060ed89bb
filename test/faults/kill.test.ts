import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { digitsOf } from '../../core/chat-id.ts';
import type { JobState } from '../../core/group-job.ts';
import type { FaultName } from '../../main/practice/fault-table.ts';
import { createPractice, type Practice } from '../../main/practice/practice.ts';
import { openDatabase } from '../../main/storage/database.ts';
import { createSqliteJournal } from '../../main/storage/sqlite-journal.ts';
import { createHurriedClock } from '../support/hurried-clock.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { ChildOptions } from './engine-child.ts';

/** 1,000 for the promise. */
const kills = Number(process.env.KILLS ?? 25);
/** Five minutes of pace take 0.3 s. */
const factor = 1000;
const minute = 60_000;

const troubles: readonly FaultName[] = [
  'lost-before-effect',
  'lost-after-effect',
  'hang-after-effect',
  'created-but-500',
  'not-created-500',
  'cut-json',
  '429',
  '502',
];

// One file starts four times as fast as the sources, and most of this test is starting.
const bundle = mkdtempSync(path.join(tmpdir(), 'engine-child-'));
beforeAll(async () => {
  const ssr = path.join(import.meta.dirname, 'engine-child.ts');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr, outDir: bundle, target: 'node24' },
    ssr: { noExternal: true },
  });
});
afterAll(() => rmSync(bundle, { recursive: true }));

type Ledger = { readonly practice: Practice; readonly file: string; readonly options: ChildOptions };

async function openLedger(rule: ChildOptions['rule'], rows: number): Promise<Ledger> {
  const startMs = Date.now();
  const practice = await createPractice({ seed: 3, clock: createHurriedClock(factor, startMs) });
  onTestFinished(() => practice.close());
  practice.world.calls.createGroup('Known before', []);
  practice.world.lag.contactsMs = 2 * minute;
  const file = path.join(tempFolder(), 'record.db');
  const { apiUrl, idInstance, apiTokenInstance } = practice;
  const options: ChildOptions = {
    ...{ file, rule, factor, startMs },
    sender: digitsOf(practice.world.me.chatId),
    names: Array.from({ length: rows }, (_, row) => `Group ${row}`),
    service: { apiUrl, idInstance, apiTokenInstance },
  };
  return { practice, file, options };
}

/** The engine in a process of its own, when it has begun; `errors` are what it could not explain. */
async function startEngine(options: ChildOptions): Promise<{ child: ChildProcess; errors: string[] }> {
  const script = path.join(bundle, 'engine-child.js');
  const child = spawn(process.execPath, [script, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const errors: string[] = [];
  await new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'started') resolve();
      else errors.push(line);
    });
    child.once('exit', () => resolve());
  });
  return { child, errors };
}

/** Kills the engine so many times at any moment, with troubles on the way, then lets it come to rest. */
async function campaign(ledger: Ledger, times: number, random: () => number): Promise<string[]> {
  const { practice, options } = ledger;
  for (let kill = 0; kill < times; kill += 1) {
    const trouble = troubles[Math.floor(random() * troubles.length * 2)];
    if (trouble) practice.faults.next('createGroup', trouble);
    const { child, errors } = await startEngine(options);
    await wait(random() * 400);
    child.kill('SIGKILL');
    await once(child, 'exit');
    if (errors.length > 0) return errors;
  }
  practice.faults.clear();
  const { child } = await startEngine(options);
  await atRest(options.file);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return violations(ledger);
}

type Row = { readonly name: string; readonly state: JobState };

async function readRows(file: string): Promise<readonly Row[]> {
  const database = openDatabase(file, { machine: 'here' });
  const found = await createSqliteJournal(database).find({
    accountId: 'account-1',
    text: '',
    offset: 0,
    limit: 100_000,
  });
  database.close();
  return found.rows;
}

/** Everything is settled, or has been looked for as often as a person needs to decide. */
async function atRest(file: string): Promise<void> {
  const isSettled = ({ state }: Row): boolean =>
    state.at === 'created' || state.at === 'refused' || (state.at === 'unknown' && state.reads >= 4);
  for (let look = 0; look < 600; look += 1) {
    if ((await readRows(file)).every(isSettled)) return;
    await wait(100);
  }
}

/** The service's own count against the record. */
async function violations({ practice, file }: Ledger): Promise<string[]> {
  const rows = await readRows(file);
  const made = practice.world.effects.flatMap((effect) => (effect.what === 'group-created' ? [effect] : [])).slice(1);
  const twice = [...Map.groupBy(made, ({ name }) => name)].flatMap(([name, of]) =>
    of.length > 1 ? [`${name} was made ${of.length} times`] : [],
  );
  const isKept = (chatId: string) =>
    rows.some(
      ({ state }) =>
        (state.at === 'created' && state.chatId === chatId) ||
        (state.at === 'unknown' && state.candidates.some((candidate) => candidate.chatId === chatId)),
    );
  const stateOf = (name: string) => JSON.stringify(rows.find((row) => row.name === name)?.state);
  const bornAt = (chatId: string) => practice.world.groups.find((group) => group.chatId === chatId)?.createdAtMs;
  const lost = made.flatMap(({ name, chatId }) =>
    isKept(chatId) ? [] : [`${name}, born at ${bornAt(chatId)}, is lost: ${stateOf(name)}`],
  );
  const open = rows.flatMap(({ name, state }) =>
    state.at === 'sending' || state.at === 'queued' ? [`${name} is ${state.at} still`] : [],
  );
  return [...twice, ...lost, ...open];
}

/** Numbers that look like chance and are the same every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Short campaigns, two at a time: most of a life is waiting. */
const killsEach = 25;

test(
  `${kills} kills at any moment: no group is made twice, none is lost`,
  async () => {
    const seeds = Array.from({ length: Math.ceil(kills / killsEach) }, (_, place) => place + 11);
    const wrong: string[] = [];
    let made = 0;

    const fight = async (): Promise<void> => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
        const ledger = await openLedger('sound', killsEach);
        wrong.push(...(await campaign(ledger, killsEach, chance(seed))).map((what) => `${what} (seed ${seed})`));
        made += ledger.practice.world.groups.length;
      }
    };
    await Promise.all([fight(), fight()]);

    expect(wrong).toEqual([]);
    expect(made).toBeGreaterThan(kills / 2);
  },
  60_000 + kills * 5_000,
);

const broken: readonly [ChildOptions['rule'], FaultName, string, number][] = [
  ['sends-again', 'created-but-500', 'was made', 3],
  ['writes-after', 'hang-after-effect', 'was made', 12],
  ['takes-silence-for-no', 'lost-after-effect', 'is lost', 3],
];

test.each(broken)(
  'an engine that breaks the rule “%s” is found out',
  async (rule, trouble, what, times) => {
    const ledger = await openLedger(rule, times);
    ledger.practice.faults.always('createGroup', trouble);

    const wrong = await campaign(ledger, times, chance(5));

    expect(wrong.join()).toMatch(what);
  },
  300_000,
);
