import type { AccountState, InstanceState } from '../../core/account.ts';
import type { Failure } from '../../core/failure.ts';
import type { GreenApi } from '../green-api/green-api.ts';

/** What the service says about an account. `phone` is null when it says none, which is no proof that there is none. */
export type Learned = { readonly state: AccountState; readonly phone: string | null };

/** Asks getStateInstance and getWaSettings, both at once. */
export async function learnState(api: GreenApi, now: () => number): Promise<Learned> {
  const [stateAnswer, settings] = await Promise.all([api.getStateInstance(), api.getWaSettings()]);
  const atMs = now();
  if (!stateAnswer.ok) return { state: stateAfter(stateAnswer.failure.failure, atMs), phone: null };
  const { phone, suspendedUntilMs } = settings.ok ? settings.value : { phone: null, suspendedUntilMs: null };
  return { state: { at: 'checked', state: stateAnswer.value, suspendedUntilMs, atMs }, phone };
}

/** The state that a failure speaks of. */
export function stateAfter(failure: Failure, atMs: number): AccountState {
  const state = instanceStateOf(failure);
  if (state === null) return { at: 'failed', failure, atMs };
  return { at: 'checked', state, suspendedUntilMs: failure.code === 'suspended' ? failure.untilMs : null, atMs };
}

/** Whether a failure of some call says something about the account itself. */
export const concernsAccount = (failure: Failure): boolean =>
  instanceStateOf(failure) !== null || concerning.includes(failure.code);

const concerning: readonly Failure['code'][] = ['wrong-account', 'wrong-address', 'certificate', 'offline'];

/** States that end by themselves: no connection, no answer, an account that starts up. */
export function mayPass(state: AccountState): boolean {
  if (state.at === 'checked') return state.state === 'starting';
  return state.at === 'failed' && ['offline', 'no-answer', 'too-fast'].includes(state.failure.code);
}

function instanceStateOf({ code }: Failure): InstanceState | null {
  switch (code) {
    case 'not-linked':
      return 'notAuthorized';
    case 'starting':
      return 'starting';
    case 'suspended':
      return 'suspended';
    case 'blocked':
      return 'blocked';
    case 'sleeping':
      return 'sleepMode';
    default:
      return null;
  }
}
