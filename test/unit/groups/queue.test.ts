import { expect, test } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFakeGreenApi, failures } from '../../support/fake-green-api.ts';
import { accountId, draft, openEngine } from '../../support/groups-engine.ts';

const minute = 60_000;

function begin() {
  const clock = createFakeClock();
  const api = createFakeGreenApi({ clock });
  const engine = openEngine({ clock, api });
  return { clock, api, engine };
}

test('a group is made, found in the record with its link, and its people are looked up', async () => {
  const { clock, api, engine } = begin();
  await engine.groups.start();

  const asked = await engine.groups.create(draft('Choir'));
  await clock.advance(10_000);

  expect(asked).toMatchObject({ ok: true, value: { name: 'Choir', state: { at: 'created' } } });
  expect(api.groups).toMatchObject([{ name: 'Choir' }]);
  const { value } = (await engine.groups.find({ accountId, text: '', offset: 0, limit: 10 })) as never;
  expect(value).toMatchObject({
    total: 1,
    rows: [{ name: 'Choir', state: { at: 'created', how: 'answered' }, in: 2 }],
  });
  expect(engine.errors).toEqual([]);
});

test('the second group starts five minutes after the first', async () => {
  const { clock, api, engine } = begin();
  await engine.groups.start();

  await engine.groups.create(draft('Choir'));
  await engine.groups.create(draft('Chess'));
  await clock.advance(5 * minute - 1);
  expect(api.callsOf('createGroup')).toHaveLength(1);
  await clock.advance(1);

  expect(api.callsOf('createGroup')).toHaveLength(2);
});

test('an answer that never came leaves the group unknown, and reading finds it', async () => {
  const { clock, api, engine } = begin();
  api.make('Old group');
  api.fault('createGroup', failures.madeWithoutAnswer);
  await engine.groups.start();

  const asked = await engine.groups.create(draft('Choir'));
  await clock.advance(1000);
  const jobId = asked.ok ? asked.value.id : '';
  expect(await engine.groups.show({ accountId, jobId })).toMatchObject({ value: { state: { at: 'unknown' } } });
  await clock.advance(30_000);

  expect(await engine.groups.show({ accountId, jobId })).toMatchObject({
    value: { state: { at: 'created', how: 'found', chatId: api.groups[1]?.chatId } },
  });
  expect(api.callsOf('createGroup')).toHaveLength(1);
  expect(engine.errors).toEqual([]);
});
