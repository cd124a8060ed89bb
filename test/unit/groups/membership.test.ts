import { expect, test } from 'vitest';
import { failures } from '../../support/fake-green-api.ts';
import { accountId, person } from '../../support/groups-engine.ts';
import { scene } from '../../support/scene.ts';

const minute = 60_000;

test('who is in and who is not yet is read by itself, without ourselves', async () => {
  const { clock, api, create, show } = await scene();
  api.shy.add(person(2).chatId);
  const jobId = await create('Choir', { count: 3 });

  await clock.advance(6_000);

  expect((await show(jobId)).membership).toEqual({
    checkedAtMs: expect.any(Number),
    members: [
      { ...person(1), at: 'in', isAdmin: false, doing: null },
      { ...person(2), at: 'not-yet', isAdmin: false, doing: null },
      { ...person(3), at: 'in', isAdmin: false, doing: null },
    ],
    others: 0,
  });
});

test('while somebody is missing it is read again, then no more', async () => {
  const { clock, api, create, show } = await scene();
  api.shy.add(person(2).chatId);
  const jobId = await create('Choir');
  await clock.advance(30_000);
  api.groups[1]?.members.push({ chatId: person(2).chatId, lid: null, isAdmin: false });

  await clock.advance(60 * minute);

  expect((await show(jobId)).membership?.members.map(({ at }) => at)).toEqual(['in', 'in']);
  expect(api.callsOf('getGroupData')).toHaveLength(2);
});

test('the link of the group itself comes before the one of the answer', async () => {
  const { clock, api, create, show } = await scene();
  const createGroup = api.createGroup;
  api.createGroup = async (group) => {
    const answer = await createGroup(group);
    return answer.ok
      ? { ok: true, value: { ...answer.value, link: 'https://chat.whatsapp.com/WrongWrongWrong1' } }
      : answer;
  };
  const jobId = await create('Choir');
  await clock.advance(1_000);
  expect((await show(jobId)).link).toBe('https://chat.whatsapp.com/WrongWrongWrong1');

  await clock.advance(10_000);

  expect((await show(jobId)).link).toBe(api.groups[1]?.link);
});

test('members known by both ids, by the lid alone, or as strangers are told apart', async () => {
  const { clock, api, engine, create } = await scene();
  const jobId = await create('Choir', { count: 3 });
  await clock.advance(1_000);
  const made = api.groups[1];
  if (made) {
    made.owner = '90000000000001@lid';
    made.members = [
      { chatId: '90000000000001@lid', lid: null, isAdmin: true },
      { chatId: '90000000000002@lid', lid: person(1).chatId, isAdmin: false },
      { chatId: `9${person(2).chatId.slice(0, 11)}@lid`, lid: null, isAdmin: true },
      { chatId: '79995550000@c.us', lid: null, isAdmin: false },
    ];
  }

  const checked = await engine.groups.check({ accountId, jobId });

  expect(checked).toMatchObject({
    value: { membership: { members: [{ at: 'in' }, { at: 'in', isAdmin: true }, { at: 'not-yet' }], others: 1 } },
  });
});

test('a group that the service does not show is not found; a failed read changes nothing', async () => {
  const { clock, api, engine, create, show } = await scene();
  const jobId = await create('Choir');
  await clock.advance(10_000);
  const before = await show(jobId);

  api.fault('getGroupData', failures.readFailed);
  expect(await engine.groups.check({ accountId, jobId })).toMatchObject({ failure: { code: 'no-answer' } });
  if (api.groups[1]) api.groups[1].isReadable = false;
  expect(await engine.groups.check({ accountId, jobId })).toMatchObject({ failure: { code: 'not-found' } });
  expect(await show(jobId)).toEqual(before);
});

test('a group whose people were not read before the end is read after the next start', async () => {
  const { clock, engine, create } = await scene();
  const jobId = await create('Choir');
  await clock.advance(1_000);

  const next = engine.restart();
  await next.groups.start();
  await clock.advance(10_000);

  expect(await next.groups.show({ accountId, jobId })).toMatchObject({ value: { membership: { others: 0 } } });
});
