import type { Account, AccountState } from '../../core/account.ts';
import type { ApiUrlRules } from '../../core/api-url.ts';
import type { Clock } from '../../core/clock.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Accounts as AccountsView } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import { formatPhone } from '../../core/phone.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Credentials } from '../green-api/client.ts';
import type { GreenApi } from '../green-api/green-api.ts';
import type { Log } from '../log/log.ts';
import type { KeptAccount } from '../settings/kept.ts';
import { createChecking } from './checking.ts';
import { createEditing } from './editing.ts';
import { createKeyring } from './keyring.ts';
import { createLinking } from './linking.ts';
import { createRoster, practiceId, type RosterDeps } from './roster.ts';
import { createTakingIn, type TakingIn } from './taking-in.ts';
import { type Cipher, createVault } from './vault.ts';

type Calls = 'add' | 'change' | 'remove' | 'choose' | 'check' | 'readQr' | 'askPairingCode';

/** The GREEN-API accounts of this computer, with the practice account while somebody practises. */
export type Accounts = { readonly [C in Calls]: Api[`accounts.${C}`] } & TakingIn & {
    /** Opens the saved tokens. To be awaited before anything that needs the service. */
    start(): Promise<void>;
    view(): AccountsView;
    /** Fails with `not-found`, `token-missing` and `bad-api-url`. */
    api(accountId: string): Result<GreenApi, Failure>;
    /** Who sends for this account: the digits of its number, or `id:<idInstance>` until the number is known. */
    senderOf(accountId: string): string;
    phoneOf(accountId: string): string | null;
    stateOf(accountId: string): AccountState;
    /** A call failed in a way that may say something about the account: its state follows, and is asked for a little later. */
    report(accountId: string, failure: Failure): void;
    /** Asks for the state of every account: at the start, when the network is back, after sleep, and now and then. */
    checkAll(): Promise<void>;
    openPractice(practice: Credentials & { readonly label: string }): Account;
    closePractice(): void;
    /** Called after every change of `view()`. */
    onChanged(listener: () => void): () => void;
  };

export type AccountsDeps = RosterDeps & {
  readonly cipher: Cipher;
  readonly createClient: (credentials: Credentials, accountId: string) => GreenApi;
  readonly openJobs: (accountId: string) => Promise<{ open: number; queued: number }>;
  readonly cancelQueued: (accountId: string) => Promise<void>;
  /** Whatever else belongs to an account that is removed: its contacts. */
  readonly forget: (accountId: string) => Promise<void>;
  /** Which addresses are the service's now; loopback only in tests and unpackaged builds. */
  readonly urlRules: () => ApiUrlRules;
  readonly locale: string;
  readonly clock: Clock;
  /** An account that cannot be reached, or is not ready by itself, is asked again so much later. */
  readonly recheckAfterMs: (accountId: string) => number;
  readonly log: Log;
  /** A token that the log must never show. */
  readonly onSecret: (token: string) => void;
  readonly newId: () => string;
};

export function createAccounts(deps: AccountsDeps): Accounts {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const roster = createRoster(deps);
  const vault = createVault(deps.cipher);
  const keyring = createKeyring({ vault, onSecret: deps.onSecret });
  const checking = createChecking({ ...deps, roster, keyring, changed });
  const { api, check, report, stateOf } = checking;
  const phoneOf = (accountId: string) => roster.find(accountId)?.phone ?? null;
  const onLinked = (accountId: string) => void check(accountId);
  let canSave = false;

  function show(account: KeptAccount): Account {
    const { id, label, idInstance, apiUrl, phone } = account;
    return {
      ...{ id, label, idInstance, apiUrl, phone },
      practice: id === practiceId,
      token: keyring.statusOf(id),
      tokenEnd: keyring.endOf(account),
      phoneShown: phone === null ? null : formatPhone(phone),
      state: stateOf(id),
    };
  }

  return {
    ...createEditing({ ...deps, roster, keyring, vault, checking, show, changed }),
    ...createTakingIn({ ...deps, roster, keyring, vault, checking, show }),
    ...createLinking({ ...deps, api, phoneOf, onLinked }),
    api,
    phoneOf,
    report,
    stateOf,
    view: () => ({ accounts: roster.all().map(show), currentId: roster.currentId(), canSave }),
    senderOf: (accountId) => phoneOf(accountId) ?? `id:${roster.find(accountId)?.idInstance ?? accountId}`,

    async start() {
      canSave = await vault.canSave();
      for (const account of roster.all()) await checking.unlock(account);
      changed();
    },

    async choose({ accountId }) {
      const chosen = roster.choose(accountId);
      if (chosen.ok) changed();
      return chosen;
    },

    async check({ accountId }) {
      if (!roster.find(accountId)) return err({ code: 'not-found' });
      canSave = await vault.canSave();
      await check(accountId, true);
      const account = roster.find(accountId);
      if (!account) return err({ code: 'not-found' });
      return keyring.token(accountId) === null ? err({ code: 'token-missing' }) : ok(show(account));
    },

    async checkAll() {
      canSave = await vault.canSave();
      await Promise.all(roster.all().map(({ id }) => check(id)));
    },

    openPractice({ label, apiUrl, idInstance, apiTokenInstance }) {
      const account = { id: practiceId, label, idInstance, apiUrl, phone: null, token: null };
      roster.setPractice(account);
      keyring.put(practiceId, apiTokenInstance, 'session');
      changed();
      return show(account);
    },

    closePractice() {
      roster.setPractice(null);
      checking.drop(practiceId);
      changed();
    },

    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
