import { readFileSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';

/** A server on 127.0.0.1; `close` ends every connection with it. */
export type LocalServer = { readonly port: number; close(): void };

export async function listen(server: net.Server): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port, close };
}

const tlsFolder = path.join(import.meta.dirname, '../fixtures/tls');
const pemFile = (name: string): string => path.join(tlsFolder, `test-only-${name}.pem`);

/** A key or a certificate that is good for nothing but tests. */
export const pem = (name: string): string => readFileSync(pemFile(name), 'utf8');

/** For 127.0.0.1; to be trusted before anybody connects, as a file in NODE_EXTRA_CA_CERTS. */
export const certificateFile = pemFile('certificate');

/** A server that takes connections and does as it likes with them. */
export const openTcp = (act: (socket: Socket) => void): Promise<LocalServer> =>
  listen(
    net.createServer((socket) => {
      socket.on('error', () => {});
      act(socket);
    }),
  );

export type ProxyAct = (socket: Socket, target: { readonly host: string; readonly port: number }) => void;

/** A proxy that knows CONNECT alone; by default it does what it is asked. */
export function openProxy(act: ProxyAct = tunnel): Promise<LocalServer> {
  const server = http.createServer();
  server.on('connect', ({ url = '' }: IncomingMessage, socket: Socket) => {
    socket.on('error', () => {});
    const [host = '', port = ''] = url.split(':');
    act(socket, { host, port: Number(port) });
  });
  return listen(server);
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
  const { port, close } = await listen(net.createServer());
  close();
  return port;
}
