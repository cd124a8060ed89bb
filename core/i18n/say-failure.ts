import type { Failure } from '../failure.ts';
import type { reading } from './en/failures.ts';
import type { Format } from './format.ts';
import type { Say } from './say.ts';
import { sayWait } from './say-wait.ts';

/**
 * `group`: a group was asked for, and the sentence says whether it was made. `waiting`: it waits because of that.
 * `reading`: nothing was to be made.
 */
export type FailureAbout = 'group' | 'waiting' | 'reading';

export type FailureWords = {
  readonly say: Say;
  readonly format: Format;
  readonly nowMs: number;
  readonly about?: FailureAbout;
};

/** The sentence for a failure: what happened · was a group made? · what to do. The code is shown beside it. */
export function sayFailure(failure: Failure, { say, format, nowMs, about = 'group' }: FailureWords): string {
  const isReading = about === 'reading';
  switch (failure.code) {
    case 'suspended': {
      if (failure.untilMs === null) return say(isReading ? 'reading.suspended-open' : 'failure.suspended-open');
      const when = format.when(failure.untilMs, nowMs);
      return say(isReading ? 'reading.suspended' : 'failure.suspended', { when });
    }
    case 'quota': {
      const { used, total } = failure;
      const date = format.date(failure.resetsAtMs, nowMs);
      if (used === null || total === null)
        return say(isReading ? 'reading.quota-plain' : 'failure.quota-plain', { date });
      return say(isReading ? 'reading.quota' : 'failure.quota', { used, total, date });
    }
    case 'too-fast':
      return say(isReading ? 'reading.too-fast' : 'failure.too-fast', { wait: sayWait(say, failure.waitMs) });
    case 'record-restored': {
      const when = format.when(failure.atMs, nowMs);
      return say(failure.asked ? 'failure.record-restored-asked' : 'failure.record-restored', { when });
    }
    case 'please-check':
      return say('failure.please-check', { name: failure.name });
    case 'duplicate':
      return sayDuplicate(failure, say, format.date(failure.madeAtMs, nowMs));
    case 'bad-draft':
      return say(`failure.${failure.problem}`);
    case 'bad-number':
      return failure.guess === null
        ? say('failure.bad-number-plain', { number: failure.number })
        : say('failure.bad-number', { number: failure.number, guess: failure.guess });
    case 'not-on-whatsapp':
      return say('failure.not-on-whatsapp', { name: failure.name });
    case 'list-exists':
      return say('failure.list-exists', { name: failure.name });
    case 'account-exists':
      return say('failure.account-exists', { label: failure.label });
    case 'account-busy':
      return failure.open > 0
        ? say('failure.account-busy', { count: failure.open })
        : say('failure.account-queued', { count: failure.queued });
    case 'file-empty':
    case 'file-no-cards':
      return say(`failure.${failure.code}`, { file: failure.file });
    case 'file-too-big':
      return sayTooBig(failure, say);
    case 'file-is-other':
      return say(`failure.file-is-${failure.is}`, { file: failure.file });
    case 'file-unreadable':
      return sayUnreadable(failure, say);
    case 'no-groups':
      return say('failure.no-groups', { file: failure.file });
    case 'too-many-groups':
      return say('failure.too-many-groups', { file: failure.file, most: failure.most });
    case 'refused-in-a-row':
      return say('failure.refused-in-a-row', { count: failure.count });
    case 'setup-not-one':
    case 'setup-newer':
    case 'setup-damaged':
      return say(`failure.${failure.code}`, { file: failure.file });
    case 'setup-too-big':
      return say('failure.setup-too-big', { file: failure.file, most: failure.mostMegabytes });
    case 'setup-too-many':
      return say(`failure.setup-too-many-${failure.of}`, { most: failure.most });
    case 'setup-expired':
      return say('failure.setup-expired', { when: format.when(failure.atMs, nowMs) });
    case 'bad-picture':
      return say('failure.bad-picture', { most: failure.mostMegabytes });
    case 'bad-policy':
      return say('failure.bad-policy', { why: sayPolicyTrouble(failure, say) });
    case 'stale-groups':
      return say(failure.lost ? 'failure.stale-groups-lost' : 'failure.stale-groups');
    case 'bad-request':
      return say('failure.bad-request', { field: failure.field });
    case 'unexpected':
      return say('failure.unexpected', { logId: failure.logId });
    case 'unknown':
    case 'rate-overlimit':
      return say(about === 'waiting' ? `waiting.${failure.code}` : `failure.${failure.code}`);
    default:
      return say(isReading && isAlsoRead(failure.code) ? `reading.${failure.code}` : `failure.${failure.code}`);
  }
}

function sayDuplicate(failure: Extract<Failure, { code: 'duplicate' }>, say: Say, date: string): string {
  const { exact, state } = failure;
  if (state === 'created') return say(exact ? 'failure.duplicate' : 'failure.same-name', { date });
  if (state === 'unknown') return say(exact ? 'failure.duplicate-unknown' : 'failure.same-name-unknown', { date });
  return exact ? say('failure.duplicate-open', { date }) : say('failure.same-name-open');
}

function sayPolicyTrouble({ why, key }: Extract<Failure, { code: 'bad-policy' }>, say: Say): string {
  if (why !== 'repeated-key' && why !== 'unknown-key' && why !== 'bad-value') return say(`failure.policy-${why}`);
  return key === null ? say(`failure.policy-${why}-plain`) : say(`failure.policy-${why}`, { key });
}

function sayTooBig({ file, most }: Extract<Failure, { code: 'file-too-big' }>, say: Say): string {
  if (most.of === 'work') return say('failure.file-too-big-work', { file });
  return say(`failure.file-too-big-${most.of}`, { file, most: most.count });
}

function sayUnreadable(failure: Extract<Failure, { code: 'file-unreadable' }>, say: Say): string {
  const { file, why, line } = failure;
  const kind = failure.kind.toUpperCase();
  return say('failure.file-unreadable', { file, kind, where: sayWhere(why, line, say) });
}

function sayWhere(why: 'damaged' | 'quotes', line: number | null, say: Say): string {
  if (line === null) return say('failure.where-damaged');
  return say(why === 'quotes' ? 'failure.where-quotes' : 'failure.where-damaged-line', { line });
}

/** These say whether a group was made; where none was asked for, they have another sentence. */
const alsoRead = [
  'offline',
  'not-linked',
  'wrong-account',
  'wrong-address',
  'blocked',
  'sleeping',
  'not-accepted',
  'token-missing',
] as const satisfies readonly (keyof typeof reading)[];

const isAlsoRead = (code: Failure['code']): code is (typeof alsoRead)[number] => alsoRead.some((also) => also === code);
