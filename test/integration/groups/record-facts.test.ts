import { expect, test } from 'vitest';
import { readRecordFacts } from '../../../main/storage/sqlite-facts.ts';
import { scene } from '../../support/scene.ts';

test('the record tells how many groups there are in each state, and of the newest what came of it', async () => {
  const { engine, create, clock } = await scene();
  const first = await create('Choir');
  await clock.advance(10_000);
  const second = await create('Drivers');

  const facts = readRecordFacts(engine.database);

  expect(facts.jobs).toEqual({ created: 1, queued: 1 });
  expect(facts.lately.map(({ id, at }) => [id, at])).toEqual([
    [second, 'queued'],
    [first, 'created'],
  ]);
  expect(facts.lately[1]?.chatId).toMatch(/@g\.us$/);
  expect(facts.lately[1]?.numbers.length).toBeGreaterThan(0);
  expect(facts.version).toBeGreaterThanOrEqual(4);
  expect(facts.bytes).toBeGreaterThan(4096);
  expect(JSON.stringify(facts)).not.toMatch(/Choir|Drivers/);
});
