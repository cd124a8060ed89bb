import type { Account, InstanceState } from './account.ts';
import type { FailureCode } from './failure.ts';

const instanceNames = {
  authorized: 'ready',
  notAuthorized: 'not-linked',
  pendingCode: 'pending-code',
  starting: 'starting',
  sleepMode: 'sleeping',
  suspended: 'suspended',
  blocked: 'blocked',
} as const satisfies Record<InstanceState, string>;

const failureNames = {
  offline: 'offline',
  'not-linked': 'not-linked',
  'wrong-account': 'wrong-account',
  'wrong-address': 'wrong-address',
  'token-missing': 'key-missing',
  starting: 'starting',
  sleeping: 'sleeping',
  blocked: 'blocked',
} as const satisfies Partial<Record<FailureCode, string>>;

/** What an account's state comes to for a person; the words are `accountState.<name>-short` and `-long`. */
export type AccountStateName =
  | (typeof instanceNames)[InstanceState]
  | (typeof failureNames)[keyof typeof failureNames]
  | 'not-checked'
  | 'checking'
  | 'practice'
  | 'failed';

export function accountStateName({ token, practice, state }: Account): AccountStateName {
  if (token === 'missing') return 'key-missing';
  if (state.at === 'failed') return hasName(state.failure.code) ? failureNames[state.failure.code] : 'failed';
  if (state.at !== 'checked') return state.at;
  return state.state === 'authorized' && practice ? 'practice' : instanceNames[state.state];
}

const hasName = (code: FailureCode): code is keyof typeof failureNames => code in failureNames;

/** How an account is called where its name was left empty. */
export const nameOf = (account: Account): string => account.label || account.idInstance;
