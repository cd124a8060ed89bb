import { describe, expect, test } from 'vitest';
import type { Failure, Proof } from '../../../core/failure.ts';
import { failureOfLoss, failureOfReply, type Steps, type Way, wasSent } from '../../../main/green-api/failures.ts';

const evidence = { startedAtMs: 0, endedAtMs: Date.UTC(2026, 10, 23), status: 400, serverDateMs: null };
const token = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345';

const reply = (status: number, text: string) => ({
  status,
  text,
  retryAfterMs: null,
  evidence: { ...evidence, status },
});
const envelope = (statusCode: number, message: string): string =>
  JSON.stringify({
    statusCode,
    timestamp: '2026-11-23T09:00:00.000Z',
    path: `/waInstance1101000001/createGroup/${token}`,
    message,
  });

const quotas = {
  method: { invokeStatus: { method: 'creategroup', used: 100, total: 100, status: 'QUOTE_EXCEEDED' } },
  chats: {
    invokeStatus: { method: 'creategroup', used: 67, total: 0, status: 'QUOTE_ALLOWED' },
    correspondentsStatus: { method: 'correspondents', used: 3, total: 3, status: 'CORRESPONDENTS_QUOTA_EXCEEDED' },
  },
};
const decemberMs = Date.UTC(2026, 11, 1);

type Row = readonly [status: number, text: string, failure: Failure, proof: Proof];

const rows: readonly Row[] = [
  [400, envelope(400, "Validation failed. Details: 'groupName' is required"), { code: 'not-accepted' }, 'refused'],
  [400, '{"message":"Bad Request"}', { code: 'not-accepted' }, 'refused'],
  [400, envelope(400, 'bad request data'), { code: 'not-accepted' }, 'refused'],
  [400, envelope(400, 'Unexpected token _ in JSON at position 12'), { code: 'not-accepted' }, 'refused'],
  [400, envelope(400, 'bad phone number, valid from 11 to 16 digits'), { code: 'not-accepted' }, 'refused'],
  [400, envelope(400, 'File is empty'), { code: 'not-accepted' }, 'refused'],
  [400, envelope(400, 'Unsupported media type'), { code: 'not-accepted' }, 'refused'],
  [400, 'json: cannot unmarshal number into Go struct field', { code: 'not-accepted' }, 'refused'],
  [400, envelope(400, 'instance in starting process try later'), { code: 'starting' }, 'refused'],
  [400, envelope(400, 'instance account not authorized'), { code: 'not-linked' }, 'refused'],
  [400, envelope(400, 'instance is starting or not authorized'), { code: 'not-linked' }, 'refused'],
  [400, envelope(400, 'Instance account is expired. Renew your instance'), { code: 'wrong-account' }, 'refused'],
  [400, envelope(400, 'Instance is deleted'), { code: 'wrong-account' }, 'refused'],
  [400, envelope(400, 'check phone number timeout limit exceeded'), { code: 'too-fast', waitMs: 60_000 }, 'refused'],
  [400, envelope(400, 'something new'), { code: 'unknown' }, 'none'],
  [400, '', { code: 'unknown' }, 'none'],
  [401, '', { code: 'wrong-account' }, 'refused'],
  [403, '<html><h1>403 Forbidden</h1></html>', { code: 'wrong-address' }, 'refused'],
  [403, '{"message":"Your account is suspended"}', { code: 'suspended', untilMs: null }, 'refused'],
  [404, envelope(404, `Cannot POST /waInstance1101000001/createGroup/${token}`), { code: 'wrong-address' }, 'refused'],
  [429, '', { code: 'too-fast', waitMs: 60_000 }, 'refused'],
  [466, JSON.stringify(quotas.method), { code: 'quota', used: 100, total: 100, resetsAtMs: decemberMs }, 'refused'],
  [466, JSON.stringify(quotas.chats), { code: 'quota', used: 3, total: 3, resetsAtMs: decemberMs }, 'refused'],
  [466, 'no JSON', { code: 'quota', used: null, total: null, resetsAtMs: decemberMs }, 'refused'],
  [469, '', { code: 'quota', used: null, total: null, resetsAtMs: decemberMs }, 'refused'],
  [500, envelope(500, 'rate-overlimit'), { code: 'rate-overlimit' }, 'none'],
  [500, 'Error: rate overlimit', { code: 'rate-overlimit' }, 'none'],
  [500, envelope(500, 'bad-request'), { code: 'unknown' }, 'none'],
  [500, envelope(500, 'Internal Server Error'), { code: 'unknown' }, 'none'],
  [200, '{"created":false}', { code: 'unknown' }, 'none'],
  [204, '', { code: 'unknown' }, 'none'],
  [301, '', { code: 'unknown' }, 'none'],
  [407, '', { code: 'unknown' }, 'none'],
  [413, '', { code: 'unknown' }, 'none'],
  [499, '', { code: 'unknown' }, 'none'],
  [502, '<html></html>', { code: 'unknown' }, 'none'],
  [503, '', { code: 'unknown' }, 'none'],
  [504, '', { code: 'unknown' }, 'none'],
];

describe('createGroup', () => {
  test.each(rows)('%i %s', (status, text, failure, proof) => {
    expect(failureOfReply('createGroup', reply(status, text))).toEqual({
      failure,
      proof,
      evidence: { ...evidence, status },
    });
  });

  test('no other status proves anything', () => {
    const documented = [400, 401, 403, 404, 429, 466, 469];
    for (let status = 100; status < 600; status += 1) {
      if (documented.includes(status)) continue;
      expect(failureOfReply('createGroup', reply(status, ''))).toMatchObject({
        failure: { code: 'unknown' },
        proof: 'none',
      });
    }
  });

  test('the method in the path of an error is not taken for its message', () => {
    const text = JSON.stringify({ path: '/validation failed/not authorized', message: 'something new' });

    expect(failureOfReply('createGroup', reply(400, text))).toMatchObject({
      failure: { code: 'unknown' },
      proof: 'none',
    });
  });
});

test('a call that is no createGroup and has no usable answer says so, and nothing about a group', () => {
  expect(failureOfReply('getContacts', reply(502, ''))).toMatchObject({
    failure: { code: 'no-answer' },
    proof: 'none',
  });
  expect(failureOfLoss('sendMessage', { wasSent: true, errorCode: 'ECONNRESET', evidence })).toMatchObject({
    failure: { code: 'no-answer' },
    proof: 'none',
  });
});

test.each([
  [3_000, 3_000],
  [3_600_000, 900_000],
])('a service that asks for %i ms is waited for %i ms', (retryAfterMs, waitMs) => {
  expect(failureOfReply('createGroup', { ...reply(429, ''), retryAfterMs })).toMatchObject({ failure: { waitMs } });
});

test("a quota starts anew by the server's calendar, also over the turn of a year", () => {
  const sent = { ...reply(466, ''), evidence: { ...evidence, serverDateMs: Date.UTC(2026, 11, 31, 23, 59) } };

  expect(failureOfReply('createGroup', sent)).toMatchObject({ failure: { resetsAtMs: Date.UTC(2027, 0, 1) } });
});

describe('what was sent', () => {
  const rows: readonly (readonly [Way, Steps | undefined, boolean])[] = [
    ['tls', undefined, false],
    ['tls', {}, false],
    ['tls', { socket: 1 }, false],
    ['tls', { socket: 1, connect: 2 }, false],
    ['tls', { socket: 1, connect: 2, secureConnect: 3 }, true],
    ['tls', { socket: 1, connect: 2, upload: 3 }, true],
    ['plain', { socket: 1 }, false],
    ['plain', { socket: 1, connect: 2 }, true],
    ['plain', { socket: 1, upload: 2 }, true],
    ['tunnel', undefined, false],
    ['tunnel', {}, false],
    ['tunnel', { socket: 1 }, true],
  ];

  test.each(rows)('over %s with %j: %j', (way, steps, sent) => {
    expect(wasSent(way, steps)).toBe(sent);
  });
});

test.each([
  ['ECONNREFUSED', 'offline'],
  ['ENOTFOUND', 'offline'],
  ['EPROTO', 'offline'],
  ['', 'offline'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
])('%s before anything was sent is told as %s', (errorCode, code) => {
  expect(failureOfLoss('createGroup', { wasSent: false, errorCode, evidence })).toEqual({
    failure: { code },
    proof: 'never-sent',
    evidence,
  });
});
