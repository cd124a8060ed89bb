/** One HTTP answer, before it meets the wire. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** How an answer travels, or that none does. */
export type Reply =
  | { readonly manner: 'whole'; readonly answer: Answer }
  /** Long polling: nothing for `delayMs`, then whole. */
  | { readonly manner: 'later'; readonly answer: Answer; readonly delayMs: number }
  /** The headers at once, then a byte a second. */
  | { readonly manner: 'drip'; readonly answer: Answer }
  /** Half of the promised bytes, then the socket closes. */
  | { readonly manner: 'cut'; readonly answer: Answer }
  /** The body and then blanks, chunked, until more than `bytes` were sent. */
  | { readonly manner: 'padded'; readonly answer: Answer; readonly bytes: number }
  /** The socket closes without a byte. */
  | { readonly manner: 'drop' }
  /** The socket stays open without a byte. */
  | { readonly manner: 'hang' };

const anyOrigin = { 'Access-Control-Allow-Origin': '*' };
const jsonType = { 'Content-Type': 'application/json; charset=utf-8' };

export const whole = (answer: Answer): Reply => ({ manner: 'whole', answer });

export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { ...jsonType, ...anyOrigin },
  body: JSON.stringify(value),
});

export const empty = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { ...headers, ...anyOrigin },
  body: '',
});

/** A bare string, as getGroupData answers a group that it cannot read. */
export const text = (body: string): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8', ...anyOrigin },
  body,
});

/** The page of the proxy in front of the service: HTML and no CORS header. */
export const page = (status: number, title: string): Answer => ({
  status,
  headers: { 'Content-Type': 'text/html', Server: 'nginx' },
  body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
});

/** GREEN-API's own error object. `path` carries the token, as the real one does. */
export const envelope = (
  statusCode: number,
  message: string,
  { path, nowMs }: { path: string; nowMs: number },
): Answer => json({ statusCode, timestamp: new Date(nowMs).toISOString(), path, message }, statusCode);
