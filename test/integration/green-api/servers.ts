import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import * as local from '../../support/local-servers.ts';

export type Call = {
  readonly verb: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** What a server does with a call; `raw` is the TCP socket below TLS. */
export type Act = (response: ServerResponse, raw: Socket, call: Call) => void;

export type TestServer = { readonly apiUrl: string; readonly port: number; readonly calls: readonly Call[] };

/** To be trusted by a test before it connects. */
export const goodCertificate = local.pem('certificate');

export const openHttp = (act: Act): Promise<TestServer> => serve(http.createServer(), 'http', act);

/** https with a certificate for 127.0.0.1, or with one for another host. */
export const openHttps = (act: Act, certificate = 'certificate'): Promise<TestServer> =>
  serve(https.createServer({ key: local.pem('key'), cert: local.pem(certificate) }), 'https', act);

/** A server that takes connections and does as it likes with them. */
export const openTcp = async (act: (socket: Socket) => void): Promise<number> => untilTheEnd(await local.openTcp(act));

export type { ProxyAct } from '../../support/local-servers.ts';
export { closedPort } from '../../support/local-servers.ts';

/** A proxy that knows CONNECT alone; by default it does what it is asked. */
export const openProxy = async (act?: local.ProxyAct): Promise<string> =>
  `http://127.0.0.1:${untilTheEnd(await local.openProxy(act))}`;

async function serve(server: http.Server, scheme: string, act: Act): Promise<TestServer> {
  const calls: Call[] = [];
  const raw = new Map<number | undefined, Socket>();
  server.on('connection', (socket: Socket) => raw.set(socket.remotePort, socket));
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    const call = {
      verb: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: await text(request),
    };
    calls.push(call);
    act(response, raw.get(request.socket.remotePort) ?? request.socket, call);
  });
  const port = untilTheEnd(await local.listen(server));
  return { apiUrl: `${scheme}://127.0.0.1:${port}`, port, calls };
}

/** Until the test is over; then every connection ends with it. */
function untilTheEnd({ port, close }: local.LocalServer): number {
  onTestFinished(close);
  return port;
}

export const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
};
