import type { Evidence } from '../../core/failure.ts';

/** What came back over the wire, before anybody has made sense of it. Its text may hold the token: it goes no further. */
export type Reply = {
  readonly status: number;
  readonly text: string;
  /** From `Retry-After`. */
  readonly retryAfterMs: number | null;
  readonly evidence: Evidence;
};

/** No whole reply came. `errorCode` is Node's code, or empty. */
export type Loss = { readonly wasSent: boolean; readonly errorCode: string; readonly evidence: Evidence };

/** The body as JSON; what is none (`Error: forbidden`, a page) stays a text. */
export function readBody(text: string): unknown {
  const bare = text.trim();
  try {
    return JSON.parse(bare);
  } catch {
    return bare;
  }
}

/**
 * The words of an error. Of GREEN-API's envelope the message alone, because its `path` holds the token and the method.
 * To be matched against patterns and then dropped.
 */
export function wordsOf(text: string): string {
  const body = readBody(text.slice(0, 10_000));
  if (typeof body !== 'object' || body === null) return String(body);
  const said = ['message', 'error', 'description'].flatMap((name) =>
    Object.entries(body).filter(([key]) => key === name),
  );
  return said.map(([, value]) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
}
