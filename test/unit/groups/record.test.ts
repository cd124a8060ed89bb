import { expect, test } from 'vitest';
import { failures } from '../../support/fake-green-api.ts';
import { accountId, draft } from '../../support/groups-engine.ts';
import { scene } from '../../support/scene.ts';

const minute = 60_000;

async function record() {
  const all = await scene({ start: false });
  all.api.fault('createGroup', null);
  all.api.fault('createGroup', failures.noAnswer);
  await all.create('Хор «Ёлка»');
  await all.engine.groups.create({
    ...draft('Chess 100%'),
    people: [{ chatId: '79161234567@c.us', name: 'Иванова Пётра', phone: '+7 916 123-45-67' }],
  });
  await all.create('Football');
  await all.engine.groups.start();
  await all.clock.advance(6 * minute);
  const find = async (text: string) => {
    const found = await all.engine.groups.find({ accountId, text, offset: 0, limit: 50 });
    return found.ok ? found.value.rows.map((row) => row.name) : [];
  };
  return { ...all, find };
}

test('unknown groups stand on top, then the newest', async () => {
  const { find, clock, create } = await record();
  await clock.advance(minute);
  await create('Newest');

  expect(await find('')).toEqual(['Chess 100%', 'Newest', 'Football', 'Хор «Ёлка»']);
});

test.each([
  ['ЕЛКА', ['Хор «Ёлка»']],
  ['петра иван', ['Chess 100%']],
  ['8 916', ['Chess 100%']],
  ['+8 916', []],
  ['+7 (916) 123-45', ['Chess 100%']],
  ['%', ['Chess 100%']],
  ['100_', []],
  ['23.11.2026', ['Chess 100%', 'Football', 'Хор «Ёлка»']],
  ['2026-11-23', ['Chess 100%', 'Football', 'Хор «Ёлка»']],
  ['23 ноября', ['Chess 100%', 'Football', 'Хор «Ёлка»']],
  ['23 november chess', ['Chess 100%']],
  ['24.11.2026', []],
])('“%s” finds its groups', async (text, names) => {
  const { find } = await record();

  expect(await find(text)).toEqual(names);
});

test('pages follow each other and the total counts all', async () => {
  const { engine } = await record();

  const page = await engine.groups.find({ accountId, text: '', offset: 1, limit: 1 });

  expect(page).toMatchObject({ value: { total: 3, rows: [{ name: 'Football' }] } });
});

test('a queued group shows when it starts', async () => {
  const { clock, engine, create, show } = await scene();
  await create('One');
  await clock.advance(minute);
  const [second, third] = [await create('Two'), await create('Three')];

  expect((await show(second)).startsAtMs).toBe(clock.now() + 4 * minute);
  expect((await show(third)).startsAtMs).toBe(clock.now() + 9 * minute);
  expect(await engine.groups.queue(accountId)).toEqual({
    waiting: 2,
    sending: false,
    nextStartAtMs: clock.now() + 4 * minute,
    lastSentAtMs: clock.now() - minute,
    pleaseCheck: 0,
  });
});

test('a cancelled group is not made', async () => {
  const { clock, engine, create, stateOf, sent } = await scene();
  await create('One');
  const jobId = await create('Two');

  await engine.groups.cancel({ accountId, jobId });
  await clock.advance(20 * minute);

  expect(await stateOf(jobId)).toMatchObject({ at: 'cancelled' });
  expect(sent()).toBe(1);
  expect(await engine.groups.cancel({ accountId, jobId })).toMatchObject({ failure: { code: 'too-late' } });
});

test('every change is told, the last state last; of a group that goes at once, not that it was queued', async () => {
  const { clock, engine, create } = await scene();
  const jobId = await create('Choir');
  await clock.advance(minute);

  const states = engine.events.flatMap(({ name, payload }) =>
    name === 'groups.changed' && 'state' in payload && 'id' in payload && payload.id === jobId
      ? [payload.state.at]
      : [],
  );

  expect(states).toEqual(['sending', 'created', 'created']);
});
