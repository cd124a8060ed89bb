import { readFileSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export type Call = {
  readonly verb: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** What a server does with a call; `raw` is the TCP socket below TLS. */
export type Act = (response: ServerResponse, raw: Socket, call: Call) => void;

export type TestServer = { readonly apiUrl: string; readonly port: number; readonly calls: readonly Call[] };

const pem = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '../../fixtures/tls', `test-only-${name}.pem`), 'utf8');

/** To be trusted by a test before it connects. */
export const goodCertificate = pem('certificate');

export const openHttp = (act: Act): Promise<TestServer> => serve(http.createServer(), 'http', act);

/** https with a certificate for 127.0.0.1, or with one for another host. */
export const openHttps = (act: Act, certificate = 'certificate'): Promise<TestServer> =>
  serve(https.createServer({ key: pem('key'), cert: pem(certificate) }), 'https', act);

/** A server that takes connections and does as it likes with them. */
export async function openTcp(act: (socket: Socket) => void): Promise<number> {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    act(socket);
  });
  return listen(server);
}

export type ProxyAct = (socket: Socket, target: { readonly host: string; readonly port: number }) => void;

/** A proxy that knows CONNECT alone; by default it does what it is asked. */
export async function openProxy(act: ProxyAct = tunnel): Promise<string> {
  const server = http.createServer();
  server.on('connect', ({ url = '' }: IncomingMessage, socket: Socket) => {
    socket.on('error', () => {});
    const [host = '', port = ''] = url.split(':');
    act(socket, { host, port: Number(port) });
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

export const tunnel: ProxyAct = (socket, { host, port }) => {
  const far = net.connect(port, host, () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.pipe(far).pipe(socket);
  });
  far.on('error', () => socket.destroy());
  far.on('close', () => socket.destroy());
  socket.on('close', () => far.destroy());
};

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = net.createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

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
  const port = await listen(server);
  return { apiUrl: `${scheme}://127.0.0.1:${port}`, port, calls };
}

/** Listens until the test is over; then every connection ends with it. */
async function listen(server: net.Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => void sockets.add(socket));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  return (server.address() as AddressInfo).port;
}

export const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
};
