import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { closedPort, type LocalServer, listen, openProxy, openTcp, pem } from '../../support/local-servers.ts';

/** An address, and the proxy to it, that lead elsewhere than to the service. */
export type Way = { readonly apiUrl: string; readonly proxy: string | null };

export type WayName =
  | 'unknown name'
  | 'refused'
  | 'reset in handshake'
  | 'silent handshake'
  | 'no TLS'
  | 'no proxy'
  | 'proxy refuses'
  | 'proxy hangs up'
  | 'wrong certificate'
  | 'answers 400'
  | 'answers 408'
  | 'answers no chatId';

export type BrokenWays = Readonly<Record<WayName, Way>> & { close(): void };

const secure = (port: number): string => `https://127.0.0.1:${port}`;
const proxied = (port: number): Way => ({ apiUrl: 'https://service.invalid', proxy: `http://127.0.0.1:${port}` });
const direct = (apiUrl: string): Way => ({ apiUrl, proxy: null });

/** Opens everything that can be wrong between here and the service, or that answers in its place. */
export async function openBrokenWays(): Promise<BrokenWays> {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), pem('certificate')]);
  const servers: LocalServer[] = [];
  const keep = async (opening: Promise<LocalServer>): Promise<number> => {
    const server = await opening;
    servers.push(server);
    return server.port;
  };
  const answers = async (status: number, body: unknown): Promise<Way> => {
    const server = http.createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(status).end(JSON.stringify(body)));
    });
    return direct(`http://127.0.0.1:${await keep(listen(server))}`);
  };
  const otherHost = https.createServer({ key: pem('key'), cert: pem('other-name-certificate') });
  const resets = openTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
  const password = openProxy((socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));

  return {
    'unknown name': direct('https://service.invalid'),
    refused: direct(secure(await closedPort())),
    'reset in handshake': direct(secure(await keep(resets))),
    'silent handshake': direct(secure(await keep(openTcp(() => {})))),
    'no TLS': direct(secure(await keep(openTcp((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))))),
    'no proxy': proxied(await closedPort()),
    'proxy refuses': proxied(await keep(password)),
    'proxy hangs up': proxied(await keep(openProxy((socket) => socket.destroy()))),
    'wrong certificate': direct(secure(await keep(listen(otherHost)))),
    'answers 400': await answers(400, { message: 'computer says no' }),
    'answers 408': await answers(408, {}),
    'answers no chatId': await answers(200, { created: true }),
    close() {
      for (const server of servers) server.close();
    },
  };
}
