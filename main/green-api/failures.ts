import { z } from 'zod';
import type { ApiFailure, Failure, Proof } from '../../core/failure.ts';
import type { MethodName } from './endpoints.ts';
import { type Loss, type Reply, readBody, wordsOf } from './reply.ts';

/** When each step of a call happened, as got tells it; a step that did not happen is undefined. */
export type Steps = {
  readonly socket?: number | undefined;
  readonly connect?: number | undefined;
  readonly secureConnect?: number | undefined;
  readonly upload?: number | undefined;
};

/** How a call travels: `plain` over http, `tls` over https, `tunnel` over https through a proxy's CONNECT. */
export type Way = 'plain' | 'tls' | 'tunnel';

/**
 * Whether anything of the request may have left this computer. Over https the request waits until TLS stands, and
 * through a proxy the request gets its socket only then; over http it leaves as soon as there is a connection.
 */
export function wasSent(way: Way, steps: Steps | undefined): boolean {
  if (steps === undefined) return false;
  if (steps.upload !== undefined) return true;
  switch (way) {
    case 'plain':
      return steps.connect !== undefined;
    case 'tls':
      return steps.secureConnect !== undefined;
    case 'tunnel':
      return steps.socket !== undefined;
  }
}

/** OpenSSL's and Node's words for "I do not trust this certificate". */
const certificateCodes = /CERT|^UNABLE_TO_|^CRL_|^INVALID_(CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$|^HOSTNAME_MISMATCH$/;

/** The call brought no whole reply. */
export function failureOfLoss(method: MethodName, { wasSent, errorCode, evidence }: Loss): ApiFailure {
  if (wasSent) return { ...lost(method), evidence };
  const code = certificateCodes.test(errorCode) ? 'certificate' : 'offline';
  return { failure: { code }, proof: 'never-sent', evidence };
}

/** A reply that is no success, or a 200 that nobody can make sense of. */
export function failureOfReply(method: MethodName, reply: Reply): ApiFailure {
  return { ...(judge(reply) ?? lost(method)), evidence: reply.evidence };
}

type Verdict = { readonly failure: Failure; readonly proof: Proof };

const lost = (method: MethodName): Verdict => ({
  failure: { code: method === 'createGroup' ? 'unknown' : 'no-answer' },
  proof: 'none',
});

const refused = (failure: Failure): Verdict => ({ failure, proof: 'refused' });

/** What GREEN-API documents ("Common errors", CreateGroup); null for everything else. */
function judge(reply: Reply): Verdict | null {
  const words = wordsOf(reply.text);
  if (reply.status >= 400 && /rate.?overlimit/i.test(words)) {
    return { failure: { code: 'rate-overlimit' }, proof: 'none' };
  }
  switch (reply.status) {
    case 400:
      return badRequest(words);
    case 401:
      return refused({ code: 'wrong-account' });
    case 403:
      return refused(/suspended/i.test(words) ? { code: 'suspended', untilMs: null } : { code: 'wrong-address' });
    case 404:
      return refused({ code: 'wrong-address' });
    case 429:
      return refused({ code: 'too-fast', waitMs: Math.min(reply.retryAfterMs ?? minuteMs, 15 * minuteMs) });
    case 466:
    case 469:
      return refused(quota(reply));
    default:
      return null;
  }
}

const minuteMs = 60_000;

const badRequests: readonly (readonly [RegExp, Failure])[] = [
  [/validation failed/i, { code: 'not-accepted' }],
  // One text for two states: getStateInstance tells which of them it is.
  [/file is empty|unsupported media type/i, { code: 'not-accepted' }],
  [/not authori[sz]ed/i, { code: 'not-linked' }],
  [/starting/i, { code: 'starting' }],
  [/instance.*(expired|deleted)/i, { code: 'wrong-account' }],
  [/account is suspended/i, { code: 'suspended', untilMs: null }],
  [/limit exceeded/i, { code: 'too-fast', waitMs: minuteMs }],
  [
    /bad.?request|in JSON\b|cannot unmarshal|wrong format|bad phone number|is required|is not allowed|must (be|have|contain)/i,
    { code: 'not-accepted' },
  ],
];

/** A 400 is a refusal only in words that are known; in any others it proves nothing. */
function badRequest(words: string): Verdict | null {
  const known = badRequests.find(([pattern]) => pattern.test(words));
  return known ? refused(known[1]) : null;
}

const quotaSchema = z.object({ used: z.coerce.number(), total: z.coerce.number(), status: z.string() });
const quotasSchema = z.object({
  invokeStatus: quotaSchema.optional().catch(undefined),
  correspondentsStatus: quotaSchema.optional().catch(undefined),
});

/** HTTP 466: the calls of a method, or the chats of the Developer tariff. The spelling QUOTE or QUOTA varies. */
function quota({ text, evidence }: Reply): Failure {
  const body = quotasSchema.safeParse(readBody(text)).data;
  const exceeded = [body?.correspondentsStatus, body?.invokeStatus].find((part) =>
    /EXCEEDED/i.test(part?.status ?? ''),
  );
  return {
    code: 'quota',
    used: exceeded?.used ?? null,
    total: exceeded?.total ?? null,
    resetsAtMs: nextMonthMs(evidence.serverDateMs ?? evidence.endedAtMs),
  };
}

/** Allowances start anew on the first of the month (GREEN-API "About tariffs"). */
function nextMonthMs(nowMs: number): number {
  const now = new Date(nowMs);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
}
