import { parseArgs } from 'node:util';
import type { Rule } from './broken-rules.ts';
import { breaksPromise, type Counts, type Found, sumUp } from './found.ts';
import { type Plan, type Proof, proofs } from './proofs.ts';

/** Those that a person may ask for by name; tests break one more. */
const breakable = ['resend', 'late-write', 'pace'] as const;

const usage = `npm run faults -- [--kills N] [--seed S] [--only R1,R5] [--break ${breakable.join('|')}]`;
const linesMost = 20;

type Wishes = Plan & { readonly only: readonly string[] | null };

/** Null when the arguments say something else than the usage. */
function readWishes(): Wishes | null {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      only: { type: 'string' },
      break: { type: 'string' },
    },
  });
  const [kills, seed] = [Number(values.kills), Number(values.seed)];
  const rule = values.break === undefined ? 'sound' : breakable.find((name) => name === values.break);
  if (!Number.isSafeInteger(kills) || kills < 0 || !Number.isInteger(seed) || !rule) return null;
  return { kills, seed, rule, only: values.only?.split(',') ?? null };
}

const isChosen = ({ id, notices }: Proof, { only, rule }: Wishes): boolean =>
  (only === null || id.split(', ').some((one) => only.includes(one))) && (rule === 'sound' || notices.includes(rule));

async function playAll(wishes: Wishes): Promise<Found> {
  const found: Found[] = [];
  for (const proof of proofs.filter((one) => isChosen(one, wishes))) {
    const startMs = performance.now();
    const one = await proof.play(wishes);
    const seconds = (performance.now() - startMs) / 1000;
    say(proof, one, { seconds, rule: wishes.rule });
    found.push(one);
  }
  return sumUp(found);
}

function say({ id, about }: Proof, found: Found, { seconds, rule }: { seconds: number; rule: Rule }): void {
  const { kills, cases, duplicates, lost, violations, wrong } = found;
  const kept = rule === 'sound' ? 'held' : 'NOT NOTICED';
  const tried = kills > 0 ? `${kills} (${(kills / seconds).toFixed(1)} a second)` : `${cases}`;
  const held = breaksPromise(found) ? `BROKEN: ${duplicates} duplicates, ${lost} lost, ${violations} violations` : kept;
  console.log(`${id.padEnd(7)} ${tried} ${about}, ${seconds.toFixed(0)} s: ${held}`);
  for (const what of wrong.slice(0, linesMost)) console.log(`        ${what}`);
  if (wrong.length > linesMost) console.log(`        and ${wrong.length - linesMost} more`);
}

const wishes = readWishes();
if (wishes === null) {
  console.error(usage);
  process.exitCode = 2;
} else {
  console.log(`seed ${wishes.seed}, rule ${wishes.rule}`);
  const { wrong: _, ...counts } = await playAll(wishes);
  console.log(JSON.stringify(counts satisfies Counts));
  process.exitCode = breaksPromise(counts) ? 1 : 0;
}
