import { expect, test } from 'vitest';
import { err } from '../../../core/result.ts';
import { failures } from '../../support/fake-green-api.ts';
import { scene } from '../../support/scene.ts';

const minute = 60_000;
const full = { code: 'disk-full' } as const;

test('nothing is sent before what earlier runs left open is in the record', async () => {
  let isFull = true;
  const { clock, engine, create, stateOf, sent } = await scene({
    around: (journal) => ({ ...journal, enlist: async (run) => (isFull ? err(full) : journal.enlist(run)) }),
  });
  const jobId = await create('Choir');
  await clock.advance(60 * minute);
  expect(await stateOf(jobId)).toMatchObject({ at: 'queued', waiting: full });
  expect(sent()).toBe(0);

  isFull = false;
  engine.groups.wake();
  await clock.advance(minute);

  expect((await stateOf(jobId)).at).toBe('created');
});

test('a reading that the record does not take is not repeated without a pause', async () => {
  const { clock, api, create } = await scene({
    around: (journal) => ({
      ...journal,
      move: async (jobId, event) => (event.is === 'read' ? err(full) : journal.move(jobId, event)),
    }),
  });
  api.fault('createGroup', failures.noAnswer);
  await create('Choir');
  await clock.advance(1000);

  await clock.advance(20 * minute);

  expect(api.callsOf('getChats').length).toBeLessThanOrEqual(3);
});
