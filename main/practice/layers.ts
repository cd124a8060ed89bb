import type { Clock } from '../../core/clock.ts';
import { type FaultName, faultTable } from './fault-table.ts';
import type { Body, Context, Method } from './method.ts';
import { findMethod, type PracticeMethod } from './methods.ts';
import { chatQuota, methodQuota } from './over-quota.ts';
import { createRateLimiter } from './rate.ts';
import { readForm } from './read-form.ts';
import { type Read, readJson } from './read-json.ts';
import { type Answer, empty, envelope, page, type Reply, whole } from './reply.ts';
import { complaint } from './validation.ts';
import type { World } from './world.ts';

/** A request as it came: `url` is path and query; of a body beyond the cap only its beginning is kept. */
export type Call = {
  readonly verb: string;
  readonly url: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly isTooLarge: boolean;
};

/** A call that reached a method's limiter, for tests to count. `status` is null when no answer was given. */
export type CallRecord = {
  readonly method: PracticeMethod;
  readonly atMs: number;
  readonly status: number | null;
  readonly fault: FaultName | null;
};

type Deps = {
  readonly idInstance: string;
  readonly apiTokenInstance: string;
  readonly world: World;
  readonly takeFault: (method: PracticeMethod) => FaultName | null;
  readonly record: (call: CallRecord) => void;
  readonly clock: Clock;
  readonly speed?: (() => number) | undefined;
};

/** Answers calls layer by layer, in the order in which the real service was seen to refuse. */
export function createLayers({
  idInstance,
  apiTokenInstance,
  world,
  takeFault,
  record,
  clock,
  speed,
}: Deps): (call: Call) => Reply {
  const limiter = createRateLimiter({ clock, ...(speed ? { speed } : {}) });

  return (call) => {
    const url = URL.parse(call.url, 'http://practice');
    const path = /^\/waInstance(\d+)(\/.*)?$/i.exec(url?.pathname ?? '');
    if (url === null || path?.[1] !== idInstance) return whole(page(403, '403 Forbidden'));
    if (call.verb === 'OPTIONS') return whole(preflight);

    const [, segment = '', token = '', tail] = (path[2] ?? '').split('/');
    const found = findMethod(segment);
    const isRoute = found !== null && found.method.verb === call.verb && found.method.hasTail === (tail !== undefined);
    if (!isRoute) return whole(refuse(404, `Cannot ${call.verb} ${call.url}`, call));

    const { name, method } = found;
    const query = url.searchParams;
    const { isAllowed, remaining } = limiter.take(name, method.perSecond);
    const fault = isAllowed && token === apiTokenInstance ? takeFault(name) : null;
    const reply = answer();
    record({ method: name, atMs: clock.now(), status: 'answer' in reply ? reply.answer.status : null, fault });
    return reply;

    function answer(): Reply {
      if (!isAllowed) return whole(empty(429));
      const rates = {
        'X-RateLimit-Remaining': String(remaining),
        'X-RateLimit-Replenish-Rate': String(method.perSecond),
        'Access-Control-Expose-Headers': '*',
      };
      if (token !== apiTokenInstance) return whole(empty(401, { 'Content-Type': 'application/json', ...rates }));

      const go = () => run(name, method, { call, query });
      const reply = fault === null ? go() : faultTable[fault].act(afflicted(name, method, call, go));
      if (!('answer' in reply)) return reply;
      return { ...reply, answer: { ...reply.answer, headers: { ...rates, ...reply.answer.headers } } };
    }
  };

  function afflicted(name: PracticeMethod, method: Method, call: Call, go: () => Reply) {
    const read = readCall(method, call);
    return {
      method: name,
      path: call.url,
      nowMs: clock.now(),
      body: (read.at === 'value' ? asBody(read.value) : null) ?? {},
      world,
      go,
    };
  }

  /** State and tariff, then validation, then the method itself. */
  function run(name: PracticeMethod, method: Method, { call, query }: { call: Call; query: URLSearchParams }): Reply {
    const complain = (status: number, message: string) => whole(refuse(status, message, call));

    const stateProblem = method.needsPhone ? withoutPhone(world) : null;
    if (stateProblem !== null) return complain(400, stateProblem);
    if (call.isTooLarge) return complain(500, 'request entity too large');

    const read = readCall(method, call);
    const body = read.at === 'value' ? asBody(read.value) : {};
    const chatId = body === null ? null : method.chatOf(body) || null;
    const over = world.quota.overdrawn(name, chatId);
    if (over?.of === 'method') return whole(methodQuota(name, over.used, over.total));
    if (over) return whole(chatQuota(name, over.used, over.total, over.chatIds));

    if (read.at === 'broken') return complain(400, read.message);
    if (body === null) return complain(400, "Validation failed. Details: 'value' must be of type object");
    const wrong = complaint(body, method.rules);
    if (wrong !== null) return complain(400, `Validation failed. Details: ${wrong}`);

    world.quota.count(name, chatId);
    const context: Context = { world, clock, body, query, path: call.url };
    return method.run(context);
  }

  function refuse(status: number, message: string, { url }: Call): Answer {
    return envelope(status, message, { path: url, nowMs: clock.now() });
  }
}

const preflight: Answer = empty(200, {
  'Access-Control-Allow-Methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
  'Access-Control-Allow-Headers': '*',
});

/** Why a method that needs the phone cannot have it, in the service's words, or null. */
function withoutPhone(world: World): string | null {
  const state = world.instance.state();
  if (state === 'authorized' || state === 'suspended') return null;
  return state === 'starting' ? 'instance in starting process try later' : 'instance is starting or not authorized';
}

/** What is no form where a form is asked for has no fields. */
function readCall(method: Method, { contentType, body }: Call): Read {
  if (method.takesForm) return { at: 'value', value: readForm(contentType, body) ?? {} };
  const text = method.verb === 'POST' ? body.toString('utf8') : '';
  return readJson(text.trim() === '' ? '{}' : text);
}

function asBody(value: unknown): Body | null {
  // A JSON object has nothing but string keys: that is all `Body` says.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : null;
}
