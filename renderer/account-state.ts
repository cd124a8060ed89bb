import type { Account } from '../core/account.ts';
import { type AccountStateName, accountStateName } from '../core/account-state-name.ts';
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

const looks: Record<AccountStateName, Look> = {
  ready: calm,
  practice: { ...waits, icon: 'practice' },
  'not-checked': waits,
  checking: waits,
  starting: waits,
  offline: { ...waits, icon: 'offline' },
  'not-linked': { ...needsLook, way: 'link' },
  'pending-code': { ...needsLook, way: 'link' },
  'key-missing': { ...needsLook, way: 'key' },
  sleeping: needsLook,
  suspended: needsLook,
  failed: needsLook,
  blocked: broken,
  'wrong-account': { ...broken, way: 'key' },
  'wrong-address': { ...broken, way: 'change' },
};

export function viewAccountState(account: Account, words: Words): AccountStateView {
  const name = accountStateName(account);
  return { ...looks[name], short: words.say(`accountState.${name}-short`), long: long(account, name, words) };
}

function long({ state }: Account, name: AccountStateName, { say, format, nowMs }: Words): string {
  if (state.at === 'failed' && name === 'failed') {
    return sayFailure(state.failure, { say, format, nowMs, about: 'reading' });
  }
  if (state.at === 'checked' && name === 'suspended' && state.suspendedUntilMs !== null) {
    return say('accountState.suspended-until-long', { when: format.when(state.suspendedUntilMs, nowMs) });
  }
  return name === 'failed' ? say('accountState.failed-short') : say(`accountState.${name}-long`);
}
