import { expect, test, vi } from 'vitest';
import { type FaultName, faultNames } from '../../../main/practice/fault-table.ts';
import { openPractice, threePeople } from './open-practice.ts';

const group = { groupName: 'Choir', chatIds: threePeople };

test.each([
  ['created-but-500', 500, 'Internal Server Error', 1],
  ['not-created-500', 500, 'Internal Server Error', 0],
  ['rate-overlimit', 500, 'rate-overlimit', 0],
  ['rate-overlimit-created', 500, 'rate-overlimit', 1],
  ['bad-number', 500, 'bad-request', 0],
  ['starting', 400, 'instance in starting process try later', 0],
  ['not-authorized', 400, 'instance account not authorized', 0],
  ['starting-or-not-authorized', 400, 'instance is starting or not authorized', 0],
  ['expired', 400, 'Instance account is expired. Renew your instance from personal area', 0],
  ['deleted', 400, 'Instance is deleted', 0],
  ['validation', 400, "Validation failed. Details: 'groupName' is required", 0],
  ['404', 404, 'Cannot POST', 0],
] as const)('%s answers %i “%s” and makes %i groups', async (fault, status, message, made) => {
  const { practice, createGroup } = await openPractice();
  practice.faults.next('createGroup', fault);

  const got = await createGroup();

  expect(got.status).toBe(status);
  expect(got.value).toMatchObject({ statusCode: status, message: expect.stringContaining(message) });
  expect(got.value).toMatchObject({ path: expect.stringContaining(practice.apiTokenInstance) });
  expect(practice.world.groups).toHaveLength(made);
});

test.each([
  ['429', 429, ''],
  ['469', 469, ''],
  ['401', 401, ''],
  ['403', 403, '403 Forbidden'],
  ['502', 502, '502 Bad Gateway'],
  ['503', 503, '503 Service Temporarily Unavailable'],
  ['504', 504, '504 Gateway Time-out'],
  ['html-page', 200, '<html>'],
] as const)('%s answers %i without JSON and makes no group', async (fault, status, text) => {
  const { practice, createGroup } = await openPractice();
  practice.faults.next('createGroup', fault);

  const got = await createGroup();

  expect(got).toMatchObject({ status, text: text === '' ? '' : expect.stringContaining(text), value: undefined });
  expect(practice.world.groups).toEqual([]);
});

test.each([
  ['quota', { invokeStatus: { method: 'creategroup', status: 'QUOTE_EXCEEDED', used: 100, total: 100 } }],
  ['chat-quota', { correspondentsStatus: { status: 'CORRESPONDENTS_QUOTE_EXCEEDED', used: 3, total: 3 } }],
] as const)('%s answers 466 with its figures and makes no group', async (fault, value) => {
  const { practice, createGroup } = await openPractice();
  practice.faults.next('createGroup', fault);

  expect(await createGroup()).toMatchObject({ status: 466, value });
  expect(practice.world.groups).toEqual([]);
});

test.each([
  ['lost-before-effect', 0],
  ['lost-after-effect', 1],
] as const)('%s closes the socket and makes %i groups', async (fault, made) => {
  const { practice, createGroup } = await openPractice();
  practice.faults.next('createGroup', fault);

  await expect(createGroup()).rejects.toThrow('fetch failed');
  expect(practice.world.groups).toHaveLength(made);
  expect(practice.calls).toMatchObject([{ method: 'createGroup', status: null, fault }]);
});

test.each([
  ['hang-before-effect', 0],
  ['hang-after-effect', 1],
] as const)('%s answers nothing for as long as anybody waits and makes %i groups', async (fault, made) => {
  const { practice, clock, callNow } = await openPractice();
  practice.faults.next('createGroup', fault);
  const patience = new AbortController();

  const answer = callNow('createGroup', { body: group, signal: patience.signal });
  await vi.waitUntil(() => practice.calls.length === 1);
  await clock.advance(600_000);
  patience.abort();

  await expect(answer).rejects.toThrow('aborted');
  expect(practice.world.groups).toHaveLength(made);
});

test('slow-body gives the headers at once and the body a byte a second', async () => {
  const { practice, clock, url } = await openPractice();
  practice.faults.next('createGroup', 'slow-body');

  const response = await fetch(url('createGroup'), { method: 'POST', body: JSON.stringify(group) });
  let text: string | null = null;
  const reading = response.text().then((whole) => {
    text = whole;
  });
  const length = Number(response.headers.get('content-length'));
  await clock.advance((length - 1) * 1000);
  expect(text).toBeNull();
  await clock.advance(1000);
  await reading;

  expect(JSON.parse(String(text))).toMatchObject({ created: true, chatId: practice.world.groups[0]?.chatId });
});

test('cut-json promises more than it sends', async () => {
  const { practice, createGroup } = await openPractice();
  practice.faults.next('createGroup', 'cut-json');

  await expect(createGroup()).rejects.toThrow('terminated');
  expect(practice.world.groups).toHaveLength(1);
});

test.each([
  ['malformed-json', /^\{"created":true.*[^}]$/],
  ['null-body', /^null$/],
] as const)('%s is a whole 200 of no use, and the group is there', async (fault, text) => {
  const { practice, createGroup } = await openPractice();
  practice.faults.next('createGroup', fault);

  expect(await createGroup()).toMatchObject({ status: 200, text: expect.stringMatching(text) });
  expect(practice.world.groups).toHaveLength(1);
});

test('oversized-body sends more than the endpoint may take', async () => {
  const { practice, createGroup } = await openPractice();
  practice.faults.next('createGroup', 'oversized-body');

  const { text } = await createGroup();

  expect(text.length).toBeGreaterThan(1024 * 1024);
  expect(practice.world.groups).toHaveLength(1);
});

test('a client that hangs up on an oversized body leaves the service well', async () => {
  const { practice, url, call } = await openPractice();
  practice.faults.next('getContacts', 'oversized-body');

  const response = await fetch(url('getContacts'));
  await response.body?.cancel();

  expect((await call('getStateInstance')).status).toBe(200);
});

test('redirect points at the same address, so that following it would be a second attempt', async () => {
  const { practice, createGroup, url } = await openPractice();
  practice.faults.next('createGroup', 'redirect');

  const { status, headers } = await createGroup();

  expect(status).toBe(307);
  expect(practice.apiUrl + headers.get('location')).toBe(url('createGroup'));
  expect(practice.world.groups).toEqual([]);
});

test.each([
  ['wrong-link', expect.stringMatching(/^https:\/\/chat\.whatsapp\.com\/[A-Za-z0-9]{22}$/)],
  ['empty-link', ''],
] as const)('%s: the group is there, its answer has not its link', async (fault, link) => {
  const { practice, createGroup } = await openPractice();
  practice.faults.next('createGroup', fault);

  const { value } = await createGroup();

  expect(value).toMatchObject({ created: true, chatId: practice.world.groups[0]?.chatId, groupInviteLink: link });
  expect(value).not.toMatchObject({ groupInviteLink: practice.world.groups[0]?.link });
});

test('created-false says so in a 200 and makes no group', async () => {
  const { practice, createGroup } = await openPractice();
  practice.faults.next('createGroup', 'created-false');

  expect((await createGroup()).value).toEqual({ created: false, chatId: '', groupInviteLink: '' });
  expect(practice.world.groups).toEqual([]);
});

test('person-not-added leaves the last one out until they are saved', async () => {
  const { practice, call, createGroup } = await openPractice();
  practice.faults.next('createGroup', 'person-not-added');
  const last = threePeople.at(-1);

  await createGroup();
  const missing = practice.world.groups[0]?.members.every(({ chatId }) => chatId !== last);
  await call('addContact', { body: { chatId: last, firstName: 'Ivy' } });
  const added = await call('addGroupParticipant', {
    body: { groupId: practice.world.groups[0]?.chatId, participantChatId: last },
  });

  expect(missing).toBe(true);
  expect(added.value).toEqual({ addParticipant: true });
});

test.each([
  ['not-done', false],
  ['done-in-word-only', true],
] as const)('%s: the flag is %s, nobody is added', async (fault, flag) => {
  const { practice, call, createGroup } = await openPractice();
  await createGroup();
  practice.faults.next('addGroupParticipant', fault);

  const { value } = await call('addGroupParticipant', {
    body: { groupId: practice.world.groups[0]?.chatId, participantChatId: '79161234567@c.us' },
  });

  expect(value).toEqual({ addParticipant: flag });
  expect(practice.world.groups[0]?.members).toHaveLength(4);
});

test.each([
  ['group-forbidden', 'Error: forbidden'],
  ['group-not-found', 'Error: item-not-found'],
  ['group-not-found-quoted', '"Error: item-not-found"'],
] as const)('%s is a 200 with a bare string', async (fault, text) => {
  const { practice, call } = await openPractice();
  const { chatId } = practice.world.phone.createGroup('Choir', threePeople);
  practice.faults.next('getGroupData', fault);

  expect(await call('getGroupData', { body: { groupId: chatId } })).toMatchObject({ status: 200, text });
});

test('empty-list empties a list once', async () => {
  const { practice, call } = await openPractice();
  practice.faults.next('getContacts', 'empty-list');

  expect((await call('getContacts')).value).toEqual([]);
  expect((await call('getContacts')).value).toHaveLength(240);
});

test('yellow-card is the older word of the state', async () => {
  const { practice, call } = await openPractice();
  practice.world.instance.set('suspended');
  practice.faults.here('yellow-card', null);

  expect((await call('getStateInstance')).value).toEqual({ stateInstance: 'yellowCard' });
  expect((await call('getWaSettings')).value).toMatchObject({ stateInstance: 'yellowCard' });
});

test('a call that the service refuses for its own reason is not told differently', async () => {
  const { practice, createGroup } = await openPractice();
  practice.faults.next('createGroup', 'created-but-500');
  practice.world.instance.set('notAuthorized');

  expect((await createGroup()).status).toBe(400);
});

test('neither a wrong token nor a call too many uses a trouble up', async () => {
  const { practice, call, callNow } = await openPractice();
  practice.faults.next('getStateInstance', '502');

  await call('getStateInstance', { token: 'x' });
  await callNow('getStateInstance');

  expect((await call('getStateInstance')).status).toBe(502);
  expect((await call('getStateInstance')).status).toBe(200);
});

test('after any trouble the service is well again', async () => {
  const { practice, clock, url, createGroup } = await openPractice();
  const silent: readonly FaultName[] = ['hang-before-effect', 'hang-after-effect', 'slow-body'];

  for (const fault of faultNames.filter((name) => !silent.includes(name))) {
    practice.faults.next('createGroup', fault);
    await clock.advance(1000);
    const response = await fetch(url('createGroup'), {
      method: 'POST',
      redirect: 'manual',
      body: JSON.stringify(group),
    }).catch(() => null);
    await response?.text().catch(() => null);
    const next = await createGroup();
    expect([fault, next.status]).toEqual([fault, 200]);
  }
});
