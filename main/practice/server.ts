import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../core/clock.ts';
import type { Call } from './layers.ts';
import type { Answer, Reply } from './reply.ts';

export type PracticeServer = {
  readonly port: number;
  /** Nobody can connect, and whoever is connected is not any more; `goOnline` opens the same port again. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  close(): Promise<void>;
};

type Deps = { readonly port: number; readonly clock: Clock; readonly handle: (call: Call) => Reply };

/** The largest request body: GREEN-API documents 100 KB for sendMessage. */
const requestCap = 100 * 1024;
/** Nothing is documented for a picture; WhatsApp's own are far smaller. */
const formCap = 5 * 1024 * 1024;
const dripMs = 1000;
const padding = ' '.repeat(64 * 1024);

/** Listens on 127.0.0.1 only; port 0 takes a free one. */
export async function openServer({ port, clock, handle }: Deps): Promise<PracticeServer> {
  const server = createServer((request, response) => {
    // A client that hangs up while it is written to ends its own answer and nothing else.
    response.on('error', () => response.destroy());
    readBody(request, (body) => {
      const call = { verb: request.method ?? '', url: request.url ?? '/', ...body };
      send(handle(call), response, clock);
    });
  });

  const listen = (on: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(on, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });

  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  await listen(port);
  // A listening TCP server has an address object; only pipes have text.
  const { port: taken } = server.address() as AddressInfo;

  return {
    port: taken,
    close,
    goOffline: close,
    goOnline: async () => {
      if (!server.listening) await listen(taken);
    },
  };
}

/** Keeps no more than is needed to see that a body is too large. */
function readBody(request: IncomingMessage, done: (read: Omit<Call, 'verb' | 'url'>) => void): void {
  const contentType = request.headers['content-type'] ?? '';
  const cap = contentType.startsWith('multipart/') ? formCap : requestCap;
  const parts: Buffer[] = [];
  let size = 0;
  request.on('data', (part: Buffer) => {
    if (size <= cap) parts.push(part);
    size += part.length;
  });
  request.on('end', () => done({ contentType, body: Buffer.concat(parts), isTooLarge: size > cap }));
  // A client that gives up in mid-request gets no answer.
  request.on('error', () => request.destroy());
}

function send(reply: Reply, response: ServerResponse, clock: Clock): void {
  switch (reply.manner) {
    case 'whole':
      writeWhole(reply.answer, response, clock);
      break;
    case 'later':
      response.on(
        'close',
        clock.after(reply.delayMs, () => writeWhole(reply.answer, response, clock)),
      );
      break;
    case 'drip':
      drip(reply.answer, response, clock);
      break;
    case 'cut':
      cut(reply.answer, response, clock);
      break;
    case 'padded':
      writeHead(reply.answer, response, clock, {});
      response.write(reply.answer.body);
      pad(reply.bytes, response);
      break;
    case 'drop':
      response.destroy();
      break;
    case 'hang':
      break;
  }
}

function writeHead(
  answer: Answer,
  response: ServerResponse,
  clock: Clock,
  more: Readonly<Record<string, string>>,
): void {
  // The service's clock is the world's: clients compare it with the times inside the answers.
  response.writeHead(answer.status, { Date: new Date(clock.now()).toUTCString(), ...answer.headers, ...more });
}

function writeWhole(answer: Answer, response: ServerResponse, clock: Clock): void {
  writeHead(answer, response, clock, { 'Content-Length': String(Buffer.byteLength(answer.body)) });
  response.end(answer.body);
}

function cut(answer: Answer, response: ServerResponse, clock: Clock): void {
  const body = Buffer.from(answer.body);
  writeHead(answer, response, clock, { 'Content-Length': String(body.length) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function drip(answer: Answer, response: ServerResponse, clock: Clock): void {
  const body = Buffer.from(answer.body);
  let sent = 0;
  let cancel = clock.after(dripMs, writeOne);
  response.on('close', () => cancel());
  writeHead(answer, response, clock, { 'Content-Length': String(body.length) });
  response.flushHeaders();

  function writeOne(): void {
    response.write(body.subarray(sent, sent + 1));
    sent += 1;
    if (sent === body.length) response.end();
    else cancel = clock.after(dripMs, writeOne);
  }
}

/** Blanks at the pace of the reader, so that nothing piles up here. */
function pad(bytes: number, response: ServerResponse): void {
  let sent = 0;
  while (sent <= bytes) {
    sent += padding.length;
    if (!response.write(padding)) {
      response.once('drain', () => pad(bytes - sent, response));
      return;
    }
  }
  response.end();
}
