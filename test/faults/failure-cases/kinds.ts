import type { FailureCode } from '../../../core/failure.ts';
import type { FaultName } from '../../../main/practice/fault-table.ts';
import type { WayName } from './broken-ways.ts';

/** What strikes one group of a row. */
export type Blow = {
  /** The service does this with its CreateGroup. */
  readonly fault?: FaultName;
  /** The same with the reading of the groups before it. */
  readonly listFault?: FaultName;
  /** Its CreateGroup goes this way instead of to the service. */
  readonly way?: WayName;
  /** What the phone behind the account does meanwhile. */
  readonly phone?: 'restarts' | 'unlinks';
  /** The computer sleeps so long while the call is on its way. */
  readonly asleepForMs?: number;
  /** The app ends while the call is on its way. */
  readonly dies?: true;
  readonly isUnwritable?: true;
  readonly hasNoName?: true;
};

export type Kind = {
  readonly name: string;
  /** Where its job goes from the first attempt on. */
  readonly path: string;
  /** Why those behind it wait; null: they go on. */
  readonly stops: FailureCode | null;
  readonly blow: Blow;
};

const kinds = (path: string, stops: FailureCode | null, blows: Readonly<Record<string, Blow>>): readonly Kind[] =>
  Object.entries(blows).map(([name, blow]) => ({ name, path, stops, blow }));

const hour = 3_600_000;

/** The table of what each failure means for CreateGroup: every row of it, in all the ways in which it can happen. */
export const failureKinds: readonly Kind[] = [
  // Not sent.
  ...kinds('', null, { 'a draft without a name': { hasNoName: true } }),
  ...kinds('sending created', null, {
    'an intent that cannot be written': { isUnwritable: true },
    'a list of groups that lost all of them': { listFault: 'empty-list' },
  }),
  // Never left the computer: again by itself.
  ...kinds('sending queued sending created', null, {
    'a name that nobody knows': { way: 'unknown name' },
    'a connection refused': { way: 'refused' },
    'a reset in the handshake': { way: 'reset in handshake' },
    'silence in the handshake': { way: 'silent handshake' },
    'no TLS on the other side': { way: 'no TLS' },
    'no proxy where it should be': { way: 'no proxy' },
    'a proxy that wants a password': { way: 'proxy refuses' },
    'a proxy that hangs up': { way: 'proxy hangs up' },
  }),
  ...kinds('sending queued', 'certificate', { "another host's certificate": { way: 'wrong certificate' } }),
  // Refused by the service.
  ...kinds('sending refused', null, { '400 validation': { fault: 'validation' } }),
  ...kinds('sending queued sending created', null, {
    '400 starting': { phone: 'restarts' },
    '400 either of the two, and it was starting': { fault: 'starting-or-not-authorized' },
    '429': { fault: '429' },
  }),
  ...kinds('sending queued', 'not-linked', {
    '400 not authorised': { phone: 'unlinks', fault: 'not-authorized' },
    '400 either of the two, and there is no phone': { phone: 'unlinks' },
  }),
  ...kinds('sending refused', 'wrong-account', {
    '400 expired': { fault: 'expired' },
    '400 deleted': { fault: 'deleted' },
    '401': { fault: '401' },
  }),
  ...kinds('sending refused', 'wrong-address', { '403': { fault: '403' }, '404': { fault: '404' } }),
  ...kinds('sending refused', 'quota', {
    "466 of the method's calls": { fault: 'quota' },
    '466 of the chats': { fault: 'chat-quota' },
    '469': { fault: '469' },
  }),
  // Nobody knows, and nothing was made.
  ...kinds('sending unknown', 'rate-overlimit', { 'rate overlimit': { fault: 'rate-overlimit' } }),
  ...kinds('sending unknown', null, {
    '400 in words that nobody knows': { way: 'answers 400' },
    '408': { way: 'answers 408' },
    '307': { fault: 'redirect' },
    '500, nothing made': { fault: 'not-created-500' },
    '502': { fault: '502' },
    '503': { fault: '503' },
    '504': { fault: '504' },
    'silence, nothing made': { fault: 'hang-before-effect' },
    'a close after sending, nothing made': { fault: 'lost-before-effect' },
    'a page instead of an answer': { fault: 'html-page' },
    'created: false': { fault: 'created-false' },
    'created: true without a chatId': { way: 'answers no chatId' },
    'sleep in the call, nothing made': { fault: 'hang-before-effect', asleepForMs: 8 * hour },
  }),
  // Nobody knows, and it was made: found by reading.
  ...kinds('sending unknown created', 'rate-overlimit', {
    'rate overlimit, made all the same': { fault: 'rate-overlimit-created' },
  }),
  ...kinds('sending unknown created', null, {
    '500, made': { fault: 'created-but-500' },
    'silence, made': { fault: 'hang-after-effect' },
    'a body without an end to wait for': { fault: 'slow-body' },
    'a close after sending, made': { fault: 'lost-after-effect' },
    'a body cut in the middle': { fault: 'cut-json' },
    'JSON with its end missing': { fault: 'malformed-json' },
    'a body that says null': { fault: 'null-body' },
    'a body larger than is accepted': { fault: 'oversized-body' },
    'sleep in the call, made': { fault: 'hang-after-effect', asleepForMs: 8 * hour },
    'the end of the app in the call': { fault: 'hang-after-effect', dies: true },
  }),
  // Made, whatever its link says.
  ...kinds('sending created', null, {
    'no link': { fault: 'empty-link' },
    'a link of another group': { fault: 'wrong-link' },
  }),
];
