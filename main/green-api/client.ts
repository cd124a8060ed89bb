import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import got, { type PlainResponse } from 'got';
import type { Clock } from '../../core/clock.ts';
import type { Evidence } from '../../core/failure.ts';
import { err, ok } from '../../core/result.ts';
import { endpoints, type MethodName } from './endpoints.ts';
import { failureOfLoss, failureOfReply, type Way, wasSent } from './failures.ts';
import type { Answered, GreenApi } from './green-api.ts';
import { createMethods, type Request } from './methods.ts';
import type { Pacer } from './pace.ts';
import { withRepeats } from './repeat.ts';
import { type Loss, type Reply, readBody } from './reply.ts';

export type Credentials = {
  /** `https://host` without a path. */
  readonly apiUrl: string;
  readonly idInstance: string;
  readonly apiTokenInstance: string;
};

/** How long each phase of a call may take. `connectMs` counts for the name, the connection and TLS, each by itself. */
export type Deadlines = { readonly connectMs: number; readonly headersMs: number; readonly bodyMs: number };

/** A short wait for headers would itself make groups that nobody knows of: CreateGroup may take long. */
export const realDeadlines: Deadlines = { connectMs: 10_000, headersMs: 90_000, bodyMs: 30_000 };

export type ClientDeps = {
  readonly pacer: Pacer;
  readonly clock: Clock;
  readonly random?: () => number;
  /** Asked for each call. */
  readonly deadlines?: () => Deadlines;
  /** The proxy that the computer uses for an address, as `http://host:port`, or null. See `proxyOf`. */
  readonly proxyFor?: (apiUrl: string) => Promise<string | null>;
  /** The service's own time, as its answers give it. */
  readonly heardDate?: (serverDateMs: number) => void;
};

/** GREEN-API for one account. Nothing of got, of the URL or of the service's own words leaves: only answers and codes. */
export function createGreenApi(credentials: Credentials, deps: ClientDeps): GreenApi {
  const { idInstance } = credentials;
  const { pacer, clock, random = Math.random } = deps;
  const send = createWire(credentials, deps);

  async function once<T>(method: MethodName, request: Request<T>): Answered<T> {
    await pacer.turn(idInstance, method);
    const reply = await send(method, request);
    const { serverDateMs } = reply.evidence;
    if (serverDateMs !== null) deps.heardDate?.(serverDateMs);
    if (!('status' in reply)) return err(failureOfLoss(method, reply));
    const excused = request.excuse?.(reply) ?? null;
    if (excused !== null) return ok(excused);
    const read = reply.status === 200 ? request.read(readBody(reply.text), reply.evidence) : null;
    if (read === null) return err(failureOfReply(method, reply));
    return read.ok ? read : err({ failure: read.failure, proof: 'refused', evidence: reply.evidence });
  }

  return createMethods((method, request) =>
    endpoints[method].safeToRepeat
      ? withRepeats(() => once(method, request), { clock, random })
      : once(method, request),
  );
}

type Parts = Pick<Request<unknown>, 'query' | 'body' | 'form'>;

/** One request, one reply or loss; never a repeat, never a throw. */
function createWire(
  { apiUrl, idInstance, apiTokenInstance }: Credentials,
  { clock, deadlines = () => realDeadlines, proxyFor }: ClientDeps,
) {
  const stream = got.extend({
    headers: { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'CreateGroup' },
    decompress: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    followRedirect: false,
    // No socket is used twice: on one that the other side has just given up, nobody could tell what arrived.
    agent: { http: new http.Agent({ keepAlive: false }), https: new https.Agent({ keepAlive: false }) },
  }).stream;

  return async function send(method: MethodName, { query, body, form }: Parts): Promise<Reply | Loss> {
    const { verb, bodyCap } = endpoints[method];
    const limits = deadlines();
    const startedAtMs = clock.now();
    const whatCameOfIt = (response?: PlainResponse): Evidence => ({
      startedAtMs,
      endedAtMs: clock.now(),
      status: response?.statusCode ?? null,
      serverDateMs: momentOrNull(response?.headers.date),
    });

    let way: Way = apiUrl.startsWith('https:') ? 'tls' : 'plain';
    let request: ReturnType<typeof got.stream> | undefined;
    let response: PlainResponse | undefined;
    const lost = (errorCode: string): Loss => ({
      wasSent: wasSent(way, request?.timings),
      errorCode,
      evidence: whatCameOfIt(response),
    });

    let tunnel: Tunnel | undefined;
    try {
      const proxy = way === 'tls' && proxyFor ? await proxyFor(apiUrl) : null;
      if (proxy !== null) {
        way = 'tunnel';
        tunnel = dig(proxy, limits);
      }
      request = stream(`${apiUrl}/waInstance${idInstance}/${method}/${apiTokenInstance}`, {
        method: verb,
        timeout: timeoutsOf(limits),
        ...(query ? { searchParams: query } : {}),
        ...(body ? { json: body } : {}),
        ...(form ? { body: form } : {}),
        ...tunnel?.options,
      });
      if (tunnel) request.once('request', tunnel.watch);
      request.once('response', (came: PlainResponse) => {
        response = came;
      });
      const received = await receive(request, bodyCap);
      if (received === null || response === undefined) return lost('');
      return {
        status: response.statusCode,
        text: received.toString('utf8'),
        retryAfterMs: retryAfterMs(response.headers['retry-after']),
        evidence: whatCameOfIt(response),
      };
    } catch (error) {
      // The error ends here, and all of it but the code: its message, cause and options hold the URL.
      return lost(codeOf(error));
    } finally {
      tunnel?.close();
    }
  };
}

/** The whole body, or null as soon as it is larger than we accept. */
function receive(request: Duplex, cap: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= cap) return void chunks.push(chunk);
      resolve(null);
      request.destroy();
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    // It stays: a second error without a listener would end the process.
    request.on('error', reject);
    request.once('close', () => reject(new Error('closed before its end')));
  });
}

type Tunnel = ReturnType<typeof dig>;

/** A way through a proxy's CONNECT. got's deadlines begin when the request gets its socket, and here that is after TLS. */
function dig(proxy: string, { connectMs }: Deadlines) {
  // Node takes an address that it cannot read for no proxy at all, and would connect directly.
  if (!/^https?:\/\/[^/]+$/.test(proxy)) throw new TypeError('not the address of a proxy');
  const agent = new https.Agent({ keepAlive: false, proxyEnv: { HTTPS_PROXY: proxy }, timeout: connectMs });
  const noSocket = new AbortController();
  const timer = setTimeout(() => noSocket.abort(), 3 * connectMs);
  const close = (): void => clearTimeout(timer);
  return {
    options: { agent: { https: agent }, signal: noSocket.signal },
    watch: (request: ClientRequest) => void request.once('socket', close),
    close,
  };
}

const timeoutsOf = ({ connectMs, headersMs, bodyMs }: Deadlines) => ({
  lookup: connectMs,
  connect: connectMs,
  secureConnect: connectMs,
  send: headersMs,
  response: headersMs,
  read: bodyMs,
});

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

function momentOrNull(date: string | undefined): number | null {
  const ms = Date.parse(date ?? '');
  return Number.isNaN(ms) ? null : ms;
}

/** `Retry-After` in seconds; the form with a date is not worth trusting two clocks for. */
const retryAfterMs = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
