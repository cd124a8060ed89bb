import type { KeptAccount } from '../settings/kept.ts';
import { endOf, type Vault } from './vault.ts';

/** The tokens of this run, in memory. Each is told to the log's redaction before anything else sees it. */
export type Keyring = {
  token(accountId: string): string | null;
  /** `saved`: the OS keychain has it for the next start. `session`: until quit. `missing`: it must be typed or unlocked. */
  statusOf(accountId: string): 'saved' | 'session' | 'missing';
  endOf(account: KeptAccount): string;
  put(accountId: string, token: string, status: 'saved' | 'session'): void;
  drop(accountId: string): void;
  /**
   * Opens the sealed token unless one is here already; answers with the account as it is to be kept from now on. Where the
   * system refused once, it is asked again only for a person: it may show them a question each time.
   */
  unlock(account: KeptAccount, byPerson: boolean): Promise<KeptAccount>;
};

type KeyringDeps = { readonly vault: Vault; readonly onSecret: (token: string) => void };

export function createKeyring({ vault, onSecret }: KeyringDeps): Keyring {
  const held = new Map<string, { readonly token: string; readonly status: 'saved' | 'session' }>();

  const refused = new Set<string>();

  const put: Keyring['put'] = (accountId, token, status) => {
    onSecret(token);
    held.set(accountId, { token, status });
  };

  return {
    token: (accountId) => held.get(accountId)?.token ?? null,
    statusOf: (accountId) => held.get(accountId)?.status ?? 'missing',
    endOf: ({ id, token: sealed }) => endOf(held.get(id)?.token ?? sealed?.end ?? ''),
    put,
    drop: (accountId) => void held.delete(accountId),

    async unlock(account, byPerson) {
      if (held.has(account.id) || account.token === null) return account;
      if ((refused.has(account.id) && !byPerson) || !(await vault.canSave())) return account;
      const opened = await vault.open(account.token);
      if (!opened) refused.add(account.id);
      // Somebody may have typed it while the password store was asking for its own.
      if (!opened || held.has(account.id)) return account;
      put(account.id, opened.token, 'saved');
      return opened.resealed ? { ...account, token: opened.resealed } : account;
    },
  };
}
