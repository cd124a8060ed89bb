import { expect, test } from 'vitest';
import type { Practice } from '../../../main/practice/practice.ts';
import { openPractice } from './open-practice.ts';

async function steer(practice: Practice, verb: string, path: string, body?: unknown) {
  const response = await fetch(`${practice.apiUrl}/practice/${path}`, {
    method: verb,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, value: await response.json() };
}

test('without leave there is no control', async () => {
  const { practice } = await openPractice();

  expect((await fetch(`${practice.apiUrl}/practice/world`)).status).toBe(403);
});

test('another process sees the world, its groups, what was done and what was called', async () => {
  const { practice, createGroup } = await openPractice({ control: true });
  await createGroup();

  const { value } = await steer(practice, 'GET', 'world');

  expect(value).toMatchObject({
    state: 'authorized',
    suspendedUntilMs: null,
    lag: { contactsMs: 0, chatsMs: 0 },
    people: 240,
    groups: [{ name: 'Choir', chatId: practice.world.groups[0]?.chatId }],
    effects: [{ what: 'group-created' }],
    faults: [],
    calls: [{ method: 'createGroup', status: 200 }],
  });
});

test('another process orders troubles and takes them back', async () => {
  const { practice, createGroup } = await openPractice({ control: true });

  const ordered = await steer(practice, 'POST', 'faults', { method: 'creategroup', fault: '502', times: null });
  const struck = await createGroup();
  const cleared = await steer(practice, 'DELETE', 'faults');
  const well = await createGroup();

  expect(ordered.value).toEqual([{ method: 'createGroup', fault: '502', skip: 0, times: null }]);
  expect(struck.status).toBe(502);
  expect(cleared.value).toEqual([]);
  expect(well.status).toBe(200);
});

test('another process sets the state and the lag', async () => {
  const { practice } = await openPractice({ control: true });
  const wish = { state: 'suspended', suspendedUntilMs: Date.UTC(2027, 0), contactsLagMs: 300_000, chatsLagMs: 60_000 };

  const { value } = await steer(practice, 'POST', 'state', wish);

  expect(value).toMatchObject({
    state: 'suspended',
    suspendedUntilMs: Date.UTC(2027, 0),
    lag: { contactsMs: 300_000, chatsMs: 60_000 },
  });
});

test('reset begins anew: no groups, no troubles, no calls', async () => {
  const { practice, createGroup } = await openPractice({ control: true });
  await createGroup();
  practice.faults.always('every', '401');
  practice.world.instance.set('blocked');

  const { value } = await steer(practice, 'POST', 'reset');

  expect(value).toMatchObject({ state: 'authorized', groups: [], effects: [], faults: [], calls: [] });
  expect((await createGroup()).status).toBe(200);
  expect(practice.world.groups).toHaveLength(1);
});

test.each([
  ['faults', { method: 'createGroup', fault: 'no-such-trouble' }],
  ['faults', { method: 'noSuchMethod', fault: '502' }],
  ['faults', { method: 'createGroup', fault: '502', times: -1 }],
  ['faults', { method: 'createGroup', fault: '502', skip: 'one' }],
  ['state', { state: 'happy' }],
  ['state', { suspendedUntilMs: 'tomorrow' }],
  ['state', { state: 'suspended', contactsLagMs: -1 }],
])('POST %s with %j changes nothing and says why', async (path, body) => {
  const { practice } = await openPractice({ control: true });

  const { status, value } = await steer(practice, 'POST', path, body);

  expect(status).toBe(400);
  expect(value).toEqual({ message: expect.stringMatching(/\.$/) });
  expect(practice.faults.pending()).toEqual([]);
  expect(practice.world.instance.state()).toBe('authorized');
});

test('another path of control is not there', async () => {
  const { practice } = await openPractice({ control: true });

  expect((await steer(practice, 'GET', 'nothing')).status).toBe(404);
});
