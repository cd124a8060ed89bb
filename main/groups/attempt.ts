import type { AccountState, InstanceState } from '../../core/account.ts';
import type { ApiFailure, Failure, FailureCode } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { CreatedGroup } from '../green-api/green-api.ts';
import type { Outcome } from './journal.ts';

/** Refusals that pass: the job stays in the queue. */
const passing: readonly FailureCode[] = ['starting', 'not-linked', 'too-fast'];

/** Failures that lie with the account and would meet every other group as well. */
const ofTheAccount: readonly FailureCode[] = [
  'starting',
  'not-linked',
  'wrong-account',
  'wrong-address',
  'suspended',
  'blocked',
  'sleeping',
  'quota',
  'rate-overlimit',
  'token-missing',
  'certificate',
];

export const isOfTheAccount = (failure: Failure): boolean => ofTheAccount.includes(failure.code);

/** After WhatsApp's own warning or two groups that nobody can find only a person decides to go on. */
export const needsWord: readonly FailureCode[] = ['rate-overlimit', 'unknown'];

/** What else stops a sender: it may have been mended when a person tries again. */
export const mendable: readonly FailureCode[] = [...ofTheAccount, 'too-fast' as const].filter(
  (code) => !needsWord.includes(code),
);

/** How often in a row a refusal may be waited out. */
const passingMax = 5;

/**
 * What an answer proves. Only a created group, a documented refusal or evidence that nothing was sent lead away from
 * `unknown`. `passed` counts the refusals in a row that were waited out so far.
 */
export function whatHappened(answer: Result<CreatedGroup, ApiFailure>, passed: number): Outcome {
  if (answer.ok) return { at: 'created', chatId: answer.value.chatId, link: answer.value.link };
  const { failure, proof } = answer.failure;
  switch (proof) {
    case 'never-sent':
      return { at: 'never-sent', failure };
    case 'refused':
      return { at: passing.includes(failure.code) && passed < passingMax ? 'put-back' : 'refused', failure };
    default:
      return { at: 'unknown', failure };
  }
}

/** The breaker: the failure with which the sender stops, or null to go on. */
export function stopAfter(outcome: Outcome): Failure | null {
  switch (outcome.at) {
    case 'created':
    case 'put-back':
      return null;
    case 'never-sent':
      return outcome.failure.code === 'certificate' ? outcome.failure : null;
    case 'refused':
      return isOfTheAccount(outcome.failure) || outcome.failure.code === 'too-fast' ? outcome.failure : null;
    case 'unknown':
      return isOfTheAccount(outcome.failure) ? outcome.failure : null;
  }
}

/** Why nothing is sent from an account, as far as is known of it; null when nothing speaks against it. */
export function obstacleOf(state: AccountState): Failure | null {
  if (state.at !== 'checked') return null;
  const failure = failureOfState(state.state);
  return failure?.code === 'suspended' ? { ...failure, untilMs: state.suspendedUntilMs } : failure;
}

/** What a state of the instance means for sending; null when it may send. */
export function failureOfState(state: InstanceState): Failure | null {
  switch (state) {
    case 'authorized':
      return null;
    case 'starting':
      return { code: 'starting' };
    case 'notAuthorized':
    case 'pendingCode':
      return { code: 'not-linked' };
    case 'suspended':
      return { code: 'suspended', untilMs: null };
    case 'blocked':
      return { code: 'blocked' };
    case 'sleepMode':
      return { code: 'sleeping' };
  }
}
