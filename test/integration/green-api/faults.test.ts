import tls from 'node:tls';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ClientDeps } from '../../../main/green-api/client.ts';
import { choir, clientOf, deadlines, madeGroup } from './call-service.ts';
import {
  type Act,
  closedPort,
  goodCertificate,
  json,
  openHttp,
  openHttps,
  openProxy,
  openTcp,
  type ProxyAct,
} from './servers.ts';

beforeAll(() => tls.setDefaultCACertificates([...tls.getCACertificates('default'), goodCertificate]));

const MiB = 1024 * 1024;

/** What a server may do after it has read the whole request: nobody can tell whether the group was made. */
const afterSending: Record<string, Act> = {
  'resets the connection': (_, raw) => raw.resetAndDestroy(),
  'closes the connection': (response) => response.destroy(),
  'says nothing': () => {},
  'sends the headers and then nothing': (response) =>
    void response.writeHead(200, { 'Content-Length': 100 }).write('{'),
  'closes in the middle of the body': (response) => {
    response.writeHead(200, { 'Content-Length': 100 });
    response.write('{"created":true', () => response.destroy());
  },
  'closes in the middle of a chunked body': (response) => {
    response.write('{"created":true', () => response.destroy());
  },
  'sends half of the JSON as if it were all': (response) => void response.end('{"created":true'),
  'sends a page': (response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Hello</html>'),
  'sends an empty body': (response) => void response.end(),
  'sends null': (response) => json(response, null),
  'says that nothing was created': (response) => json(response, { created: false, chatId: '', groupInviteLink: '' }),
  'sends no group id': (response) => json(response, { created: true }),
  'sends the id of a person': (response) => json(response, { ...madeGroup, chatId: '79000000101@c.us' }),
  'sends more than a mebibyte': (response) => json(response, { ...madeGroup, more: 'x'.repeat(MiB) }),
  // We ask for `identity`: whoever packs all the same is not the service that we know.
  'packs the answer': (response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(JSON.stringify(madeGroup)));
  },
  'sends us elsewhere': (response) => void response.writeHead(307, { Location: '/elsewhere' }).end(),
  'answers 201': (response) => json(response, madeGroup, 201),
  'answers 400 in words that nobody knows': (response) => json(response, { message: 'computer says no' }, 400),
  'answers 408': (response) => json(response, {}, 408),
  'answers 500': (response) => json(response, { message: 'Internal Server Error' }, 500),
  'answers 502': (response) => void response.writeHead(502).end('<html>Bad Gateway</html>'),
  'answers 503': (response) => json(response, {}, 503),
  'answers 504': (response) => json(response, {}, 504),
};

/** The three ways to the service. */
const ways = {
  'over http': async (act: Act) => ({ ...(await openHttp(act)), deps: {} }),
  'over https': async (act: Act) => ({ ...(await openHttps(act)), deps: {} }),
  'over https through a proxy': async (act: Act) => {
    const proxy = await openProxy();
    return { ...(await openHttps(act)), deps: { proxyFor: async () => proxy } };
  },
} satisfies Record<string, (act: Act) => Promise<unknown>>;

describe.each(Object.entries(ways))('%s', (_way, open) => {
  test.each(Object.entries(afterSending))('nothing is proved when the service %s', async (_what, act) => {
    const { apiUrl, calls, deps } = await open(act);

    const answer = await clientOf(apiUrl, deps).createGroup(choir);

    expect(answer).toMatchObject({ ok: false, failure: { failure: { code: 'unknown' }, proof: 'none' } });
    expect(calls).toHaveLength(1);
  });

  test('a group that was made comes back with its evidence', async () => {
    const { apiUrl, calls, deps } = await open((response) => json(response, madeGroup));
    const beforeMs = Date.now();

    const answer = await clientOf(apiUrl, deps).createGroup(choir);

    expect(answer).toMatchObject({
      ok: true,
      value: { chatId: madeGroup.chatId, link: madeGroup.groupInviteLink, evidence: { status: 200 } },
    });
    const { startedAtMs, endedAtMs, serverDateMs } = answer.ok ? answer.value.evidence : expect.fail();
    expect(startedAtMs).toBeGreaterThanOrEqual(beforeMs);
    expect(endedAtMs).toBeGreaterThanOrEqual(startedAtMs);
    expect(Math.abs((serverDateMs ?? 0) - beforeMs)).toBeLessThan(5_000);
    expect(calls).toHaveLength(1);
  });
});

type NotSent = { readonly apiUrl: string; readonly calls?: readonly unknown[]; readonly deps?: Partial<ClientDeps> };

const throughProxy = (act?: ProxyAct, certificate?: string) => async (): Promise<NotSent> => {
  const { apiUrl, calls } = await openHttps((response) => json(response, madeGroup), certificate);
  const proxy = await openProxy(act);
  return { apiUrl, calls, deps: { proxyFor: async () => proxy } };
};

const established = 'HTTP/1.1 200 Connection established\r\n\r\n';

/** What may happen before the request can leave. */
const beforeSending: Record<string, () => Promise<NotSent>> = {
  'nobody listens over http': async () => ({ apiUrl: `http://127.0.0.1:${await closedPort()}` }),
  'nobody listens over https': async () => ({ apiUrl: `https://127.0.0.1:${await closedPort()}` }),
  'the name is not known': async () => ({ apiUrl: 'https://service.invalid' }),
  'the connection is reset in the handshake': async () => ({
    apiUrl: `https://127.0.0.1:${await openTcp((socket) => socket.once('data', () => socket.resetAndDestroy()))}`,
  }),
  'the connection is closed in the handshake': async () => ({
    apiUrl: `https://127.0.0.1:${await openTcp((socket) => socket.once('data', () => socket.end()))}`,
  }),
  'the connection is reset at once': async () => ({
    apiUrl: `https://127.0.0.1:${await openTcp((socket) => socket.resetAndDestroy())}`,
  }),
  'nothing comes in the handshake': async () => ({ apiUrl: `https://127.0.0.1:${await openTcp(() => {})}` }),
  'the other side speaks no TLS': async () => ({
    apiUrl: `https://127.0.0.1:${await openTcp((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))}`,
  }),
  'nobody is where the proxy should be': async () => {
    const proxy = `http://127.0.0.1:${await closedPort()}`;
    return { apiUrl: 'https://service.invalid', deps: { proxyFor: async () => proxy } };
  },
  "the proxy's address is none": async () => ({
    apiUrl: 'https://service.invalid',
    deps: { proxyFor: async () => 'no address' },
  }),
  'nobody can tell the proxy': async () => ({
    apiUrl: 'https://service.invalid',
    deps: { proxyFor: () => Promise.reject(new Error('no proxy settings')) },
  }),
  'the proxy wants a password': throughProxy((socket) =>
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
  ),
  'the proxy does not answer': throughProxy(() => {}),
  'the proxy closes the connection': throughProxy((socket) => socket.destroy()),
  'the proxy resets the handshake': throughProxy((socket) => {
    socket.write(established);
    socket.once('data', () => socket.resetAndDestroy());
  }),
  'nothing comes through the tunnel in the handshake': throughProxy((socket) => {
    socket.write(established);
    socket.resume();
  }),
};

test.each(Object.entries(beforeSending))('nothing was sent when %s', async (_what, prepare) => {
  const { apiUrl, calls = [], deps = {} } = await prepare();

  const answer = await clientOf(apiUrl, deps).createGroup(choir);

  expect(answer).toMatchObject({
    ok: false,
    failure: { failure: { code: 'offline' }, proof: 'never-sent', evidence: { status: null, serverDateMs: null } },
  });
  expect(calls).toHaveLength(0);
});

const wrongCertificates: Record<string, () => Promise<NotSent>> = {
  'of another host': () => openHttps((response) => json(response, madeGroup), 'other-name-certificate'),
  'of another host behind a proxy': throughProxy(undefined, 'other-name-certificate'),
};

test.each(Object.entries(wrongCertificates))(
  'a certificate %s is not trusted and nothing was sent',
  async (_what, prepare) => {
    const { apiUrl, calls, deps = {} } = await prepare();

    const answer = await clientOf(apiUrl, deps).createGroup(choir);

    expect(answer).toMatchObject({ ok: false, failure: { failure: { code: 'certificate' }, proof: 'never-sent' } });
    expect(calls).toHaveLength(0);
  },
);

test('a body that does not end is cut off while it comes', async () => {
  let sentMiB = 0;
  const { apiUrl } = await openHttp((response) => {
    const block = Buffer.alloc(MiB, ' ');
    const pour = (): void => {
      do sentMiB += 1;
      while (!response.destroyed && response.write(block));
    };
    response.on('drain', pour).writeHead(200);
    pour();
  });

  const answer = await clientOf(apiUrl, { deadlines: () => ({ ...deadlines(), bodyMs: 10_000 }) }).createGroup(choir);

  expect(answer).toMatchObject({ ok: false, failure: { failure: { code: 'unknown' }, evidence: { status: 200 } } });
  expect(sentMiB).toBeLessThan(20);
});
