import { randomBytes } from 'node:crypto';
import tls from 'node:tls';
import { inspect } from 'node:util';
import got from 'got';
import { beforeAll, expect, test } from 'vitest';
import type { GreenApi } from '../../../main/green-api/green-api.ts';
import { clientOf } from './call-service.ts';
import { type Act, closedPort, goodCertificate, json, openHttp, openHttps, openProxy, openTcp } from './servers.ts';

beforeAll(() => tls.setDefaultCACertificates([...tls.getCACertificates('default'), goodCertificate]));

const canary = randomBytes(25).toString('hex');
const account = { idInstance: '1101000001', apiTokenInstance: canary };
const choir = { groupName: 'Choir', chatIds: ['79000000101@c.us'] };

/** Every way that an error or an answer is put into words. */
const inWords = (thing: unknown): string =>
  [
    inspect(thing, { depth: 10, showHidden: true, getters: true }),
    JSON.stringify(thing),
    String(thing),
    thing instanceof Error ? `${thing.message} ${thing.stack} ${inWords(thing.cause)}` : '',
  ].join('\n');

/** Bodies that say the token, as the service's do. */
const echo =
  (status: number): Act =>
  (response, _raw, call) =>
    json(response, { statusCode: status, path: call.path, message: `Cannot POST ${call.path}` }, status);

const onServer = (act: Act) => async () => (await openHttps(act)).apiUrl;

const faults: Record<string, () => Promise<string>> = {
  'nobody listens': async () => `https://127.0.0.1:${await closedPort()}`,
  'the name is not known': async () => 'https://service.invalid',
  'the address is none': async () => 'https://not an address',
  'the handshake is reset': async () =>
    `https://127.0.0.1:${await openTcp((socket) => socket.once('data', () => socket.resetAndDestroy()))}`,
  'the certificate is wrong': async () => (await openHttps(echo(200), 'other-name-certificate')).apiUrl,
  'the connection is reset': onServer((_, raw) => raw.resetAndDestroy()),
  'nothing comes': onServer(() => {}),
  'the body is cut': onServer((response, _raw, call) => {
    response.writeHead(200, { 'Content-Length': 1000 }).write(call.path, () => response.destroy());
  }),
  'the body is no JSON': onServer((response, _raw, call) => void response.end(`{"path":"${call.path}`)),
  'the body is a text': onServer((response, _raw, call) => void response.end(`Error: ${call.path}`)),
  'the body is too big': onServer((response, _raw, call) => void response.end(call.path.repeat(20_000))),
  'the service sends us elsewhere': onServer((response, _raw, call) => {
    response.writeHead(302, { Location: `https://service.invalid${call.path}` }).end();
  }),
  ...Object.fromEntries(
    [200, 400, 401, 403, 404, 429, 466, 500, 502].map((status) => [`it answers ${status}`, onServer(echo(status))]),
  ),
};

const methods: Record<string, (api: GreenApi) => Promise<unknown>> = {
  createGroup: (api) => api.createGroup(choir),
  getStateInstance: (api) => api.getStateInstance(),
  getGroupData: (api) => api.getGroupData('120363043968066561@g.us'),
  setGroupPicture: (api) => api.setGroupPicture('120363043968066561@g.us', new Uint8Array(300_000)),
  addContact: (api) => api.addContact({ chatId: '79000000101@c.us', firstName: 'Masha' }),
};

test.each(Object.entries(faults))('no answer of ours knows the token when %s', async (_what, prepare) => {
  const apiUrl = await prepare();

  for (const call of Object.values(methods)) {
    const answer = await call(clientOf({ ...account, apiUrl }));

    expect(answer).toMatchObject({ ok: false });
    expect(inWords(answer)).not.toContain(canary);
    expect(inWords(answer)).not.toContain(account.idInstance);
  }
});

test('no answer of ours knows the token when a proxy refuses', async () => {
  const proxy = await openProxy((socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));

  const answer = await clientOf(
    { ...account, apiUrl: 'https://service.invalid' },
    { proxyFor: async () => proxy },
  ).createGroup(choir);

  expect(inWords(answer)).not.toContain(canary);
});

test('the client itself does not show the token', () => {
  expect(inWords(clientOf({ ...account, apiUrl: 'https://service.invalid' }))).not.toContain(canary);
});

test('the same search finds the token in what got throws', async () => {
  const { apiUrl } = await openHttp(echo(404));
  const url = `${apiUrl}/waInstance${account.idInstance}/createGroup/${canary}`;

  const refused: unknown = await got.post(url, { json: choir, retry: { limit: 0 } }).catch((error: unknown) => error);
  const unheard: unknown = await got
    .post(`https://127.0.0.1:${await closedPort()}/${canary}`, { retry: { limit: 0 } })
    .catch((error: unknown) => error);

  expect(inWords(refused)).toContain(canary);
  expect(inWords(unheard)).toContain(canary);
});
