import type { Account } from '../../core/account.ts';
import type { ApiUrlRules } from '../../core/api-url.ts';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { KeptAccount, SealedToken } from '../settings/kept.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Checking } from './checking.ts';
import { type AccountFields, readFields } from './fields.ts';
import type { Keyring } from './keyring.ts';
import type { Roster } from './roster.ts';
import { sealedBefore, type Vault } from './vault.ts';

/** An account as it comes from elsewhere. An empty `apiUrl` is the address that belongs to the number. */
export type IncomingAccount = {
  readonly label: string;
  readonly idInstance: string;
  readonly apiTokenInstance: string;
  readonly apiUrl: string;
};

type Also = {
  readonly keep: 'saved' | 'session';
  /** Hosts that the file itself allows, beside those that are allowed already. */
  readonly allowedHosts: readonly string[];
  /** What is kept together with the accounts: a failure, and none of all this has happened. */
  readonly also: (idOf: (idInstance: string) => string) => Promise<Result<null, Failure>>;
};

export type TakingIn = {
  /**
   * Takes in accounts from a set-up file, all or none. One that is here already gets the new label, token and address; who
   * it is, its number and its groups stay. Works without a network; the service is asked afterwards. Fails as `accounts.add`.
   */
  takeIn(incoming: readonly IncomingAccount[], also: Also): Promise<Result<readonly Account[], Failure>>;
  /** All of these accounts with their tokens, for a file to be sealed. Fails with `not-found` and `token-missing`. */
  giveOut(accountIds: readonly string[]): Result<readonly IncomingAccount[], Failure>;
};

type TakingInDeps = {
  readonly roster: Roster;
  readonly store: Pick<SettingsStore, 'together'>;
  readonly keyring: Keyring;
  readonly vault: Vault;
  readonly checking: Pick<Checking, 'check' | 'reset'>;
  readonly urlRules: () => ApiUrlRules;
  readonly newId: () => string;
  readonly onSecret: (token: string) => void;
  readonly show: (account: KeptAccount) => Account;
};

/** Accounts that come in and go out in set-up files. */
export function createTakingIn(deps: TakingInDeps): TakingIn {
  const { roster, store, keyring, vault, checking, show } = deps;

  async function sealAll(all: readonly AccountFields[], keep: 'saved' | 'session') {
    const sealed = new Map<string, SealedToken>();
    for (const { idInstance, token } of keep === 'saved' ? all : []) {
      const one = await vault.seal(token);
      if (!one.ok) return one;
      sealed.set(idInstance, one.value);
    }
    return ok(sealed);
  }

  return {
    async takeIn(incoming, { keep, allowedHosts, also }) {
      const usual = deps.urlRules();
      const rules = { ...usual, allowedHosts: [...usual.allowedHosts, ...allowedHosts] };
      const all: AccountFields[] = [];
      for (const account of incoming) {
        deps.onSecret(account.apiTokenInstance);
        const read = readFields(account, rules);
        if (!read.ok) return read;
        all.push(read.value);
      }
      const sealed = await sealAll(all, keep);
      if (!sealed.ok) return sealed;

      const taken = all.map(({ token, ...fields }) => {
        const before = roster.findInstance(fields.idInstance);
        const kept = sealed.value.get(fields.idInstance) ?? (before && sealedBefore(before, token));
        const { id, phone } = before ?? { id: deps.newId(), phone: null };
        return { account: { id, phone, ...fields, token: kept } satisfies KeptAccount, token };
      });
      const accounts = taken.map(({ account }) => account);
      const idOf = (idInstance: string) => accounts.find((account) => account.idInstance === idInstance)?.id ?? '';
      const done = await store.together(async () => {
        const kept = roster.keepAll(accounts);
        return kept.ok ? also(idOf) : kept;
      });
      if (!done.ok) return done;

      for (const { account, token } of taken) {
        keyring.put(account.id, token, keep);
        checking.reset(account.id);
        void checking.check(account.id);
      }
      roster.chooseFirst();
      return ok(accounts.map(show));
    },

    giveOut(accountIds) {
      const out: IncomingAccount[] = [];
      for (const accountId of accountIds) {
        const account = roster.findSaved(accountId);
        if (!account) return err({ code: 'not-found' });
        const apiTokenInstance = keyring.token(accountId);
        if (apiTokenInstance === null) return err({ code: 'token-missing' });
        const { label, idInstance, apiUrl } = account;
        out.push({ label, idInstance, apiTokenInstance, apiUrl });
      }
      return ok(out);
    },
  };
}
