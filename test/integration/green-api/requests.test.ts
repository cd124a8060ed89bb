import { expect, test } from 'vitest';
import type { GreenApi } from '../../../main/green-api/green-api.ts';
import { account, choir, clientOf, madeGroup } from './call-service.ts';
import { type Call, json, openHttp } from './servers.ts';

const groupId = madeGroup.chatId;
const person = choir.chatIds[0] ?? '';

type Row = {
  readonly call: (api: GreenApi) => Promise<unknown>;
  readonly verb: 'GET' | 'POST';
  /** With the query. */
  readonly method: string;
  readonly query?: string;
  readonly body?: object;
};

const rows: readonly Row[] = [
  { call: (api) => api.createGroup(choir), verb: 'POST', method: 'createGroup', body: choir },
  { call: (api) => api.getStateInstance(), verb: 'GET', method: 'getStateInstance' },
  { call: (api) => api.getWaSettings(), verb: 'GET', method: 'getWaSettings' },
  { call: (api) => api.qr(), verb: 'GET', method: 'qr' },
  {
    call: (api) => api.getAuthorizationCode('79001234567'),
    verb: 'POST',
    method: 'getAuthorizationCode',
    body: { phoneNumber: 79001234567 },
  },
  { call: (api) => api.getContacts(), verb: 'GET', method: 'getContacts' },
  { call: (api) => api.getContacts({ groupsOnly: true }), verb: 'GET', method: 'getContacts', query: '?group=true' },
  { call: (api) => api.getChats(50), verb: 'GET', method: 'getChats', query: '?count=50' },
  { call: (api) => api.getGroupData(groupId), verb: 'POST', method: 'getGroupData', body: { groupId } },
  { call: (api) => api.checkWhatsapp(person), verb: 'POST', method: 'checkWhatsapp', body: { chatId: person } },
  {
    call: (api) => api.addContact({ chatId: person, firstName: 'Маша Петрова' }),
    verb: 'POST',
    method: 'addContact',
    body: { chatId: person, firstName: 'Маша Петрова', saveInAddressbook: true },
  },
  {
    call: (api) => api.addGroupParticipant(groupId, person),
    verb: 'POST',
    method: 'addGroupParticipant',
    body: { groupId, participantChatId: person },
  },
  {
    call: (api) => api.updateGroupName(groupId, 'Choir 2'),
    verb: 'POST',
    method: 'updateGroupName',
    body: { groupId, groupName: 'Choir 2' },
  },
  {
    call: (api) => api.setGroupAdmin(groupId, person),
    verb: 'POST',
    method: 'setGroupAdmin',
    body: { groupId, participantChatId: person },
  },
  {
    call: (api) => api.updateGroupSettings(groupId, { onlyAdminsWrite: true }),
    verb: 'POST',
    method: 'updateGroupSettings',
    body: { groupId, allowParticipantsSendMessages: false },
  },
  {
    call: (api) => api.sendMessage(person, 'Join us'),
    verb: 'POST',
    method: 'sendMessage',
    body: { chatId: person, message: 'Join us' },
  },
];

test.each(rows)(
  '$method$query is sent as documented, on a connection of its own',
  async ({ call, verb, method, query = '', body }) => {
    const { apiUrl, calls } = await openHttp((response) => json(response, {}, 401));

    await call(clientOf(apiUrl));

    expect(calls).toHaveLength(1);
    const sent = calls[0] ?? expect.fail();
    expect(sent.verb).toBe(verb);
    expect(sent.path).toBe(`/waInstance${account.idInstance}/${method}/${account.apiTokenInstance}${query}`);
    expect(sent.body).toBe(body ? JSON.stringify(body) : '');
    expect(sent.headers).toMatchObject({ 'accept-encoding': 'identity', connection: 'close' });
    expect(sent.headers['content-type']).toBe(body ? 'application/json' : undefined);
    expect(sent.headers.authorization).toBeUndefined();
  },
);

test('setGroupPicture is sent as a form with a file that is called .jpg', async () => {
  const { apiUrl, calls } = await openHttp((response) => json(response, {}, 401));

  await clientOf(apiUrl).setGroupPicture(groupId, Buffer.from('a picture'));

  const sent = calls[0] ?? expect.fail();
  expect(sent.verb).toBe('POST');
  expect(sent.path).toBe(`/waInstance${account.idInstance}/setGroupPicture/${account.apiTokenInstance}`);
  expect(sent.headers).toMatchObject({ 'accept-encoding': 'identity', connection: 'close' });
  const form = await new Response(sent.body, {
    headers: { 'content-type': sent.headers['content-type'] ?? '' },
  }).formData();
  const file = form.get('file');
  expect([...form.keys()].sort()).toEqual(['file', 'groupId']);
  expect(form.get('groupId')).toBe(groupId);
  expect(file).toMatchObject({ name: 'picture.jpg', type: 'image/jpeg' });
  expect(file instanceof File && (await file.text())).toBe('a picture');
});

const failing: readonly (readonly [string, (api: GreenApi) => Promise<unknown>, number])[] = [
  ['createGroup', (api) => api.createGroup(choir), 1],
  ['addGroupParticipant', (api) => api.addGroupParticipant(groupId, person), 1],
  ['sendMessage', (api) => api.sendMessage(person, 'Join us'), 1],
  ['getAuthorizationCode', (api) => api.getAuthorizationCode('79001234567'), 1],
  ['getContacts', (api) => api.getContacts(), 3],
  ['getGroupData', (api) => api.getGroupData(groupId), 3],
  ['updateGroupName', (api) => api.updateGroupName(groupId, 'Choir 2'), 3],
  ['addContact', (api) => api.addContact({ chatId: person, firstName: 'Masha' }), 3],
  ['setGroupPicture', (api) => api.setGroupPicture(groupId, Buffer.from('a picture')), 3],
  ['updateGroupSettings', (api) => api.updateGroupSettings(groupId, { onlyAdminsWrite: true }), 3],
];

test.each(failing)('%s is sent %3$i times when the gateway fails', async (_method, call, times) => {
  const { apiUrl, calls } = await openHttp((response) => void response.writeHead(502).end());

  expect(await call(clientOf(apiUrl))).toMatchObject({ ok: false, failure: { proof: 'none' } });
  expect(calls).toHaveLength(times);
});

test.each(failing)('%s is sent %3$i times when the service asks to slow down', async (_method, call, times) => {
  const { apiUrl, calls } = await openHttp((response) => void response.writeHead(429, { 'Retry-After': '7' }).end());

  expect(await call(clientOf(apiUrl))).toMatchObject({
    ok: false,
    failure: { failure: { code: 'too-fast', waitMs: 7_000 }, proof: 'refused' },
  });
  expect(calls).toHaveLength(times);
});

test('a read that fails once is answered by its second try', async () => {
  let told = 0;
  const { apiUrl, calls } = await openHttp((response, raw) => {
    told += 1;
    if (told === 1) raw.resetAndDestroy();
    else json(response, { stateInstance: 'authorized' });
  });

  expect(await clientOf(apiUrl).getStateInstance()).toEqual({ ok: true, value: 'authorized' });
  expect(calls).toHaveLength(2);
});

test('a big list of contacts is read whole', async () => {
  const contacts = Array.from({ length: 30_000 }, (_, index) => ({
    id: `7900${String(index).padStart(7, '0')}@c.us`,
    name: `Человек ${index}`,
    contactName: '',
    type: 'user',
  }));
  const { apiUrl } = await openHttp((response) => json(response, contacts));

  const answer = await clientOf(apiUrl, {
    deadlines: () => ({ connectMs: 5_000, headersMs: 5_000, bodyMs: 10_000 }),
  }).getContacts();

  expect(answer.ok && answer.value.people).toHaveLength(30_000);
  expect(answer.ok && answer.value.people.at(-1)?.name).toBe('Человек 29999');
});

test.each([
  [400, `Contact ${person} already exists`, { ok: true, value: { onWhatsapp: true } }],
  [404, `${person} is not on WhatsApp`, { ok: true, value: { onWhatsapp: false } }],
  [404, 'Cannot POST', { ok: false, failure: { failure: { code: 'wrong-address' }, proof: 'refused' } }],
])('addContact understands %i %s', async (status, message, expected) => {
  const { apiUrl } = await openHttp((response) => json(response, { message }, status));

  expect(await clientOf(apiUrl).addContact({ chatId: person, firstName: 'Masha' })).toMatchObject(expected);
});

test('calls of one method keep the pace of the service', async () => {
  const sent: Call[] = [];
  const turns: string[] = [];
  const { apiUrl } = await openHttp((response, _raw, call) => {
    sent.push(call);
    json(response, { stateInstance: 'authorized' });
  });
  const pacer = { turn: async (idInstance: string, method: string) => void turns.push(`${idInstance} ${method}`) };

  await clientOf(apiUrl, { pacer }).getStateInstance();

  expect(turns).toEqual([`${account.idInstance} getStateInstance`]);
  expect(sent).toHaveLength(1);
});
