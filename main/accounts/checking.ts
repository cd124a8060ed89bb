import type { AccountState } from '../../core/account.ts';
import { type ApiUrlRules, parseApiUrl } from '../../core/api-url.ts';
import type { Clock } from '../../core/clock.ts';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Credentials } from '../green-api/client.ts';
import type { GreenApi } from '../green-api/green-api.ts';
import type { Log } from '../log/log.ts';
import type { KeptAccount } from '../settings/kept.ts';
import type { Keyring } from './keyring.ts';
import { concernsAccount, learnState, mayPass, stateAfter } from './learn-state.ts';
import { practiceId, type Roster } from './roster.ts';

/** The clients of the accounts, and what the service last said about each. */
export type Checking = {
  stateOf(accountId: string): AccountState;
  /** One client for each account and token. Fails with `not-found`, `token-missing` and `bad-api-url`. */
  api(accountId: string): Result<GreenApi, Failure>;
  /** Opens the token if it is still sealed, then asks the service. It has ended when the state is known. */
  check(accountId: string, byPerson?: boolean): Promise<void>;
  unlock(account: KeptAccount, byPerson?: boolean): Promise<void>;
  report(accountId: string, failure: Failure): void;
  /** Nothing is known any more: the account has another address or token. */
  reset(accountId: string): void;
  /** The account is gone. */
  drop(accountId: string): void;
};

export type CheckingDeps = {
  readonly roster: Pick<Roster, 'find' | 'keep'>;
  readonly keyring: Keyring;
  readonly createClient: (credentials: Credentials, accountId: string) => GreenApi;
  readonly urlRules: () => ApiUrlRules;
  readonly clock: Clock;
  readonly log: Log;
  readonly changed: () => void;
  /** What may pass by itself is looked at again so much later. */
  readonly recheckAfterMs: (accountId: string) => number;
};

export function createChecking(deps: CheckingDeps): Checking {
  const { roster, keyring, createClient, urlRules, clock, log, changed, recheckAfterMs } = deps;
  const states = new Map<string, AccountState>();
  const clients = new Map<string, { readonly key: string; readonly api: GreenApi }>();
  const running = new Map<string, Promise<void>>();
  const rechecks = new Map<string, () => void>();

  const stateOf = (accountId: string): AccountState => states.get(accountId) ?? { at: 'not-checked' };

  function setState(accountId: string, state: AccountState): void {
    states.set(accountId, state);
    changed();
  }

  function api(accountId: string): Result<GreenApi, Failure> {
    const account = roster.find(accountId);
    if (!account) return err({ code: 'not-found' });
    const apiTokenInstance = keyring.token(accountId);
    if (apiTokenInstance === null) return err({ code: 'token-missing' });
    // What lies on the disk may have been changed there: the key goes to the service and to nobody else.
    const apiUrl = accountId === practiceId ? account.apiUrl : parseApiUrl(account.apiUrl, urlRules());
    if (apiUrl === null) return err({ code: 'bad-api-url' });
    const { idInstance } = account;
    const key = `${apiUrl} ${apiTokenInstance}`;
    const known = clients.get(accountId);
    if (known?.key === key) return ok(known.api);
    const made = createClient({ apiUrl, idInstance, apiTokenInstance }, accountId);
    clients.set(accountId, { key, api: made });
    return ok(made);
  }

  async function unlock(account: KeptAccount, byPerson = false): Promise<void> {
    const unlocked = await keyring.unlock(account, byPerson);
    const now = roster.find(account.id);
    // Sealed anew, unless the account was given another token or removed in the meantime.
    if (unlocked.token !== account.token && now?.token === account.token) {
      roster.keep({ ...now, token: unlocked.token });
    }
  }

  async function check(accountId: string, byPerson = false): Promise<void> {
    const account = roster.find(accountId);
    if (!account) return;
    await unlock(account, byPerson);
    // Questions that come while one is on its way wait for the same answer.
    const asking = running.get(accountId) ?? ask(accountId).finally(() => running.delete(accountId));
    running.set(accountId, asking);
    await asking;
  }

  async function ask(accountId: string): Promise<void> {
    const client = api(accountId);
    if (!client.ok) {
      if (client.failure.code === 'bad-api-url') setState(accountId, stateAfter(client.failure, clock.now()));
      return;
    }
    // A state that is known stays to be seen while it is asked for again.
    if (stateOf(accountId).at !== 'checked') setState(accountId, { at: 'checking' });
    const { phone, state } = await learnState(client.value, clock.now);
    const account = roster.find(accountId);
    if (!account) return;
    const current = api(accountId);
    if (current.ok && current.value !== client.value) return ask(accountId);

    if (phone !== null && phone !== account.phone) {
      if (account.phone !== null) log.warn('account.phone-changed', { account: accountId });
      roster.keep({ ...account, phone });
    }
    log.info('account.checked', { account: accountId, state: state.at === 'checked' ? state.state : state.at });
    cancelRecheck(accountId);
    if (mayPass(state)) recheckLater(accountId);
    setState(accountId, state);
  }

  function recheckLater(accountId: string): void {
    cancelRecheck(accountId);
    const cancel = clock.after(recheckAfterMs(accountId), () => void check(accountId));
    rechecks.set(accountId, cancel);
  }

  function cancelRecheck(accountId: string): void {
    rechecks.get(accountId)?.();
    rechecks.delete(accountId);
  }

  return {
    stateOf,
    api,
    check,
    unlock,

    report(accountId, failure) {
      if (!roster.find(accountId) || !concernsAccount(failure)) return;
      recheckLater(accountId);
      setState(accountId, stateAfter(failure, clock.now()));
    },

    reset: (accountId) => setState(accountId, { at: 'not-checked' }),

    drop(accountId) {
      cancelRecheck(accountId);
      keyring.drop(accountId);
      clients.delete(accountId);
      states.delete(accountId);
    },
  };
}
