import { createChildren } from './processes/children.ts';
import { openField } from './processes/field.ts';
import { playKills } from './processes/kills.ts';
import { playRaces } from './processes/races.ts';

const c = await createChildren();
const fields = [await openField(c), await openField(c)] as const;
const t = performance.now();
const n = Number(process.argv[2]);
const rule = process.argv[3] as never;
const f =
  process.argv[4] === 'race'
    ? await playRaces(fields[0], { races: n, seed: 1, rule })
    : await playKills(fields, {
        kills: n,
        paceMs: Number(process.argv[5] ?? 1) * 60_000,
        seed: 1,
        rule,
        ...(process.argv[4] ? { always: process.argv[4] as never } : {}),
      });
console.log(f, (performance.now() - t) / 1000, (n / (performance.now() - t)) * 1000);
for (const x of fields) await x.close();
await c.close();
