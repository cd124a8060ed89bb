import { expect, test } from 'vitest';
import { openPractice, threePeople } from './open-practice.ts';

const wrongToken = '0'.repeat(50);

test('another instance, or no instance at all, is refused by the proxy with a page and no CORS header', async () => {
  const { practice } = await openPractice();

  for (const path of ['/waInstance7103/getStateInstance/x', '/waInstanceabc/qr/x', '/', '//', '/practice/world']) {
    const response = await fetch(practice.apiUrl + path);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await response.text()).toContain('403 Forbidden');
  }
});

test('a preflight is answered before anything else is looked at', async () => {
  const { callNow } = await openPractice();

  const { status, headers } = await callNow('createGroup', { verb: 'OPTIONS', token: wrongToken });

  expect(status).toBe(200);
  expect(headers.get('access-control-allow-methods')).toContain('POST');
});

test('the name of a method is read in any case', async () => {
  const { callNow } = await openPractice();

  const body = { groupName: 'Choir', chatIds: threePeople };
  expect((await callNow('CreateGroup', { body })).status).toBe(200);
  expect((await callNow('GETSTATEINSTANCE')).status).toBe(200);
});

test.each([
  ['GET', 'createGroup', undefined],
  ['POST', 'getStateInstance', {}],
  ['GET', 'noSuchMethod', undefined],
])('%s %s is no route: 404, and the error repeats the token', async (verb, method, body) => {
  const { practice, callNow } = await openPractice();

  const { status, value } = await callNow(method, body === undefined ? { verb } : { verb, body });

  const path = `/waInstance${practice.idInstance}/${method}/${practice.apiTokenInstance}`;
  expect(status).toBe(404);
  expect(value).toEqual({
    statusCode: 404,
    timestamp: '2026-11-23T09:00:00.000Z',
    path,
    message: `Cannot ${verb} ${path}`,
  });
});

test('a second call within the second is too many: empty, without a word of when to come again', async () => {
  const { callNow } = await openPractice();

  const first = await callNow('getStateInstance');
  const second = await callNow('getStateInstance');

  expect(first.status).toBe(200);
  expect(second).toMatchObject({ status: 429, text: '' });
  expect(second.headers.get('content-length')).toBe('0');
  expect(second.headers.get('retry-after')).toBeNull();
  expect(second.headers.get('access-control-allow-origin')).toBe('*');
});

test('calls with a wrong token use up the limit too', async () => {
  const { clock, callNow } = await openPractice();
  const statuses: number[] = [];

  for (const pauseMs of [0, 300, 300, 400]) {
    await clock.advance(pauseMs);
    statuses.push((await callNow('getStateInstance', { token: wrongToken })).status);
  }

  expect(statuses).toEqual([401, 429, 429, 401]);
});

test('every method has a limit of its own', async () => {
  const { callNow } = await openPractice();

  const checks = Array.from({ length: 11 }, () => callNow('checkWhatsapp', { body: { chatId: threePeople[0] } }));
  const statuses = (await Promise.all(checks)).map(({ status }) => status);

  expect(statuses.filter((status) => status === 200)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  expect((await callNow('getStateInstance')).status).toBe(200);
});

test('a wrong token is an empty 401 that calls itself JSON, whatever the body and the state', async () => {
  const { practice, call } = await openPractice();
  practice.world.instance.set('notAuthorized');

  const { status, text, headers } = await call('createGroup', { token: wrongToken, body: 'no JSON' });

  expect({ status, text }).toEqual({ status: 401, text: '' });
  expect(headers.get('content-type')).toBe('application/json');
  expect(headers.get('content-length')).toBe('0');
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
  expect(headers.get('x-ratelimit-replenish-rate')).toBe('1');
  expect(headers.get('access-control-expose-headers')).toBe('*');
});

test.each([
  ['starting', 'instance in starting process try later'],
  ['notAuthorized', 'instance is starting or not authorized'],
  ['pendingCode', 'instance is starting or not authorized'],
  ['blocked', 'instance is starting or not authorized'],
  ['sleepMode', 'instance is starting or not authorized'],
] as const)('a phone that is %s can make no group, whatever the body', async (state, message) => {
  const { practice, call } = await openPractice();
  practice.world.instance.set(state);

  const { status, value } = await call('createGroup', { body: {} });

  expect(status).toBe(400);
  expect(value).toEqual({
    statusCode: 400,
    timestamp: '2026-11-23T09:00:01.000Z',
    path: `/waInstance${practice.idInstance}/createGroup/${practice.apiTokenInstance}`,
    message,
  });
});

const longName = 'x'.repeat(101);
const name = 'Choir';

test.each([
  [{ chatIds: threePeople }, "'groupName' is required"],
  [{ groupName: '', chatIds: threePeople }, "'groupName' is not allowed to be empty"],
  [{ groupName: 5, chatIds: threePeople }, "'groupName' must be a string"],
  [
    { groupName: longName, chatIds: threePeople },
    "'groupName' length must be less than or equal to 100 characters long",
  ],
  [{ groupName: name }, "'chatIds' is required"],
  [{ groupName: name, chatIds: 'x' }, "'chatIds' must be an array"],
  [{ groupName: name, chatIds: [] }, "'chatIds' must contain at least 1 items"],
  [{ groupName: name, chatIds: [threePeople[0], 5] }, "'chatIds[1]' must be a string"],
  [{ groupName: name, chatIds: threePeople, after: 1 }, "'after' is not allowed"],
  [[name], "'value' must be of type object"],
])('createGroup refuses %j', async (body, detail) => {
  const { practice, call } = await openPractice();

  const { status, value } = await call('createGroup', { body });

  expect(status).toBe(400);
  expect(value).toMatchObject({ statusCode: 400, message: `Validation failed. Details: ${detail}` });
  expect(practice.world.groups).toEqual([]);
});

test.each([
  ['sendMessage', { chatId: 'x', message: 'y' }, "'phone_number@c.us', 'chat_id@lid' or 'group_id@g.us'"],
  ['getGroupData', { groupId: 'x' }, "'group_id@g.us'"],
])('%s names the formats that it takes', async (method, body, formats) => {
  const { call } = await openPractice();

  const { value } = await call(method, { body });

  expect(value).toMatchObject({
    message: expect.stringMatching(/^Validation failed\. Details: '\w+' must be one of the next formats: /),
  });
  expect(value).toMatchObject({ message: expect.stringContaining(formats) });
});

test('a body that is no JSON is refused at its first wrong character', async () => {
  const { call } = await openPractice();

  const { status, value } = await call('createGroup', { body: '{"groupName": Choir}' });

  expect(status).toBe(400);
  expect(value).toMatchObject({ message: 'Unexpected token C in JSON at position 14' });
});

test('a body beyond 100 KB is a 500, also when its letters take more than one byte', async () => {
  const { call } = await openPractice();

  const { status, value } = await call('sendMessage', {
    body: { chatId: threePeople[0], message: 'ж'.repeat(60_000) },
  });

  expect(status).toBe(500);
  expect(value).toMatchObject({ message: 'request entity too large' });
});

test('the Developer tariff ends the checks of the month at 100, until the first of the next', async () => {
  const { practice, clock, call } = await openPractice();
  practice.world.quota.setTariff('developer');
  const check = () => call('checkWhatsapp', { body: { chatId: threePeople[0] } });
  for (let done = 0; done < 100; done += 1) await check();

  const over = await check();
  clock.jump(Date.UTC(2026, 11, 1) - clock.now());
  const anew = await check();

  expect(over.status).toBe(466);
  expect(over.value).toEqual({
    invokeStatus: {
      method: 'checkwhatsapp',
      used: 100,
      total: 100,
      status: 'QUOTE_EXCEEDED',
      description: expect.stringMatching(/^Monthly quota has been exceeded\./),
    },
  });
  expect(anew.status).toBe(200);
});

test('the Developer tariff talks to three chats a month', async () => {
  const { practice, call } = await openPractice();
  practice.world.quota.setTariff('developer');
  const send = (chatId: string) => call('sendMessage', { body: { chatId, message: 'Hello' } });
  for (const chatId of threePeople) await send(chatId);

  const fourth = await send('79000000103@c.us');
  const known = await send(threePeople[0] ?? '');

  expect(fourth.status).toBe(466);
  expect(fourth.value).toMatchObject({
    invokeStatus: { method: 'sendmessage', status: 'QUOTE_ALLOWED' },
    correspondentsStatus: {
      used: 3,
      total: 3,
      status: 'CORRESPONDENTS_QUOTE_EXCEEDED',
      description: expect.stringContaining(threePeople.join(',')),
    },
  });
  expect(known.status).toBe(200);
});

test('the Date of every answer is the clock of the world', async () => {
  const { call } = await openPractice();

  const { headers } = await call('getStateInstance');

  expect(headers.get('date')).toBe('Mon, 23 Nov 2026 09:00:01 GMT');
});

test('every call that met a limiter is kept with its status', async () => {
  const { practice, clock, callNow } = await openPractice();

  await callNow('getStateInstance');
  await callNow('getStateInstance');
  await callNow('qr', { token: wrongToken });
  await callNow('noSuchMethod');

  const atMs = clock.now();
  expect(practice.calls).toEqual([
    { method: 'getStateInstance', atMs, status: 200, fault: null },
    { method: 'getStateInstance', atMs, status: 429, fault: null },
    { method: 'qr', atMs, status: 401, fault: null },
  ]);
});
