import { expect, test } from 'vitest';
import { createAllowance } from '../../../main/runs/allowance.ts';
import { failures } from '../../support/fake-green-api.ts';
import { accountId } from '../../support/groups-engine.ts';
import { type MadeRun, madeRun, sure } from './made-run.ts';

const allowanceOf = ({ store, clock }: MadeRun, checks: number | null = null) =>
  createAllowance({ store, now: clock.now, checksAllowed: async () => checks })(accountId);

const dayMs = 86_400_000;

test('nothing is known of a tariff until the service has said something', async () => {
  const run = await madeRun();

  expect(await allowanceOf(run)).toBeNull();
  expect(await allowanceOf(run, 30_000)).toBeNull();
});

test('the free tariff is known by its number of checks', async () => {
  expect(await allowanceOf(await madeRun(), 100)).toEqual({ is: 'free', checks: 100 });
});

test('a refusal tells how many groups a month has: none is left until it ends, then those that were not sent since', async () => {
  const run = await madeRun({ rows: [{}], answers: [failures.quota] });
  const saidAtMs = run.clock.now();

  const now = await allowanceOf(run, 100);
  await run.clock.advance(31 * dayMs);
  const next = await allowanceOf(run);

  expect(now).toMatchObject({ is: 'told', total: 100, left: 0 });
  expect(next).toMatchObject({ is: 'told', total: 100, left: 100 });
  expect(now?.is === 'told' && now.saidAtMs <= saidAtMs && now.resetsAtMs > saidAtMs).toBe(true);
});

test('what was sent this month is taken off, except what was refused', async () => {
  const run = await madeRun({ rows: [{}, {}, {}], answers: [failures.notAccepted, failures.madeWithoutAnswer] });
  // The service said so last month.
  const refusal = JSON.stringify({ code: 'quota', used: 10, total: 10, resetsAtMs: run.clock.now() - 1 });
  sure(
    run.engine.database.write((sql) => sql.run("UPDATE attempts SET failure = ? WHERE outcome = 'refused'", refusal)),
  );

  const told = await allowanceOf(run);

  expect(told).toMatchObject({ is: 'told', total: 10, left: 8 });
});
