import { afterEach } from 'vitest';
import { createPractice, type Practice, type PracticeOptions } from '../../../main/practice/practice.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';

export type Got = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly value: unknown;
};
export type Ask = {
  readonly verb?: string;
  /** An object is sent as JSON, text and a form as they stand. */
  readonly body?: unknown;
  readonly query?: string;
  readonly token?: string;
  readonly signal?: AbortSignal;
};

export type Room = {
  readonly practice: Practice;
  readonly clock: FakeClock;
  readonly url: (method: string, token?: string) => string;
  /** One call, a second after the one before, so that no documented limit is met. */
  readonly call: (method: string, ask?: Ask) => Promise<Got>;
  /** The same at once. */
  readonly callNow: (method: string, ask?: Ask) => Promise<Got>;
  /** CreateGroup with three people who can be added. */
  readonly createGroup: () => Promise<Got>;
};

export const threePeople = ['79000000101@c.us', '79000000102@c.us', '12025550100@c.us'];

const open: Practice[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((practice) => practice.close()));
});

/** The practice service with a clock turned by hand, closed after the test. */
export async function openPractice(options: Partial<PracticeOptions> = {}): Promise<Room> {
  const clock = createFakeClock();
  const practice = await createPractice({ seed: 1, clock, ...options });
  open.push(practice);
  const { apiUrl, idInstance, apiTokenInstance } = practice;
  const url = (method: string, token = apiTokenInstance) => `${apiUrl}/waInstance${idInstance}/${method}/${token}`;

  async function callNow(method: string, { verb, body, query = '', token, signal }: Ask = {}): Promise<Got> {
    const response = await fetch(url(method, token) + query, {
      method: verb ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, value: parsed(text) };
  }

  async function call(method: string, ask: Ask = {}): Promise<Got> {
    await clock.advance(1000);
    return callNow(method, ask);
  }

  const createGroup = () => call('createGroup', { body: { groupName: 'Choir', chatIds: threePeople } });
  return { practice, clock, url, call, callNow, createGroup };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Some answers are no JSON: their text is looked at instead.
    return undefined;
  }
}
