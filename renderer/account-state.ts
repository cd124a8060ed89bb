import type { Account, InstanceState } from '../core/account.ts';
import type { Failure } from '../core/failure.ts';
import type { Format } from '../core/i18n/format.ts';
import type { Say } from '../core/i18n/say.ts';
import { sayFailure } from '../core/i18n/say-failure.ts';
import type { IconName } from './components/icon.tsx';

/** What an account's state comes to for a person: how it looks, what it says, and the way out. */
export type AccountStateView = {
  readonly kind: 'ok' | 'warn' | 'bad' | 'quiet';
  readonly icon: IconName;
  readonly short: string;
  readonly long: string;
  readonly way: 'link' | 'key' | 'change' | null;
};

type Words = { readonly say: Say; readonly format: Format; readonly nowMs: number };
type Look = Pick<AccountStateView, 'kind' | 'icon' | 'way'>;

const calm: Look = { kind: 'ok', icon: 'done', way: null };
const waits: Look = { kind: 'quiet', icon: 'clock', way: null };
const needsLook: Look = { kind: 'warn', icon: 'alert', way: null };
const broken: Look = { kind: 'bad', icon: 'cross', way: null };

const instanceLooks = {
  authorized: ['ready', calm],
  notAuthorized: ['not-linked', { ...needsLook, way: 'link' }],
  pendingCode: ['pending-code', { ...needsLook, way: 'link' }],
  starting: ['starting', waits],
  sleepMode: ['sleeping', needsLook],
  suspended: ['suspended', needsLook],
  blocked: ['blocked', broken],
} as const satisfies Record<InstanceState, readonly [string, Look]>;

const failureLooks = {
  offline: ['offline', { ...waits, icon: 'offline' }],
  'not-linked': ['not-linked', { ...needsLook, way: 'link' }],
  'wrong-account': ['wrong-account', { ...broken, way: 'key' }],
  'wrong-address': ['wrong-address', { ...broken, way: 'change' }],
  'token-missing': ['key-missing', { ...needsLook, way: 'key' }],
  starting: ['starting', waits],
  sleeping: ['sleeping', needsLook],
  blocked: ['blocked', broken],
} as const satisfies Partial<Record<Failure['code'], readonly [string, Look]>>;

export function viewAccountState(account: Account, { say, format, nowMs }: Words): AccountStateView {
  const named = ([name, look]: readonly [NamedState, Look]): AccountStateView => ({
    ...look,
    short: say(`accountState.${name}-short`),
    long: say(`accountState.${name}-long`),
  });

  const { state } = account;
  if (account.token === 'missing') return named(failureLooks['token-missing']);
  if (state.at === 'not-checked') return named(['not-checked', waits]);
  if (state.at === 'checking') return named(['checking', waits]);
  if (state.at === 'failed') {
    const { failure } = state;
    if (hasLook(failure.code)) return named(failureLooks[failure.code]);
    return {
      ...needsLook,
      short: say('accountState.failed-short'),
      long: sayFailure(failure, { say, format, nowMs, about: 'reading' }),
    };
  }
  if (state.state === 'suspended' && state.suspendedUntilMs !== null) {
    const when = format.when(state.suspendedUntilMs, nowMs);
    return { ...named(instanceLooks.suspended), long: say('accountState.suspended-until-long', { when }) };
  }
  if (state.state === 'authorized' && account.practice) return named(['practice', { ...waits, icon: 'practice' }]);
  return named(instanceLooks[state.state]);
}

type NamedState =
  | (typeof instanceLooks)[InstanceState][0]
  | (typeof failureLooks)[keyof typeof failureLooks][0]
  | 'not-checked'
  | 'checking'
  | 'practice';

const hasLook = (code: Failure['code']): code is keyof typeof failureLooks => code in failureLooks;

/** How an account is called where its name was left empty. */
export const nameOf = (account: Account): string => account.label || account.idInstance;
