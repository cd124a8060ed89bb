import { err, ok, type Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Log } from '../log/log.ts';
import type { Job, Journal } from './journal.ts';

/** Which sender an account belongs to, and what comes with it. */
export type Binding = {
  /** Ties the account to its sender of this moment; what that moved goes on there. Fails with `not-found`. */
  bind(accountId: string): Promise<Result<string>>;
  /** Takes over what gone accounts of the same sender had asked for: they were removed, or lost with the settings. */
  inherit(accountId: string): Promise<boolean>;
};

type BindingDeps = {
  readonly journal: Pick<Journal, 'bind' | 'inherit'>;
  readonly accounts: Pick<Accounts, 'api' | 'senderOf'>;
  readonly log: Log;
  /** The account came to this sender with what it had asked for, or found something there. */
  readonly moved: (accountId: string, sender: string) => Promise<void>;
  /** The newest of what was taken over. */
  readonly inherited: (newest: Job) => Promise<void>;
};

export function createBinding({ journal, accounts, log, moved, inherited }: BindingDeps): Binding {
  const running = new Map<string, Promise<Result<string>>>();

  function isHere(accountId: string): boolean {
    const api = accounts.api(accountId);
    return api.ok || api.failure.code !== 'not-found';
  }

  async function inherit(accountId: string): Promise<boolean> {
    const newest = await journal.inherit(accountId, (owner) => !isHere(owner));
    if (!newest.ok || !newest.value) return false;
    log.info('groups.inherited', { account: accountId });
    await inherited(newest.value);
    return true;
  }

  async function bindNow(accountId: string): Promise<Result<string>> {
    if (!isHere(accountId)) return err({ code: 'not-found' });
    const bound = await journal.bind(accountId, accounts.senderOf(accountId));
    if (!bound.ok) return bound;
    const { sender, is } = bound.value;
    if (is === 'same') return ok(sender);
    log.info('sender.bound', { how: is });
    const hasInherited = await inherit(accountId);
    if (is !== 'new' || hasInherited) await moved(accountId, sender);
    return ok(sender);
  }

  return {
    inherit,
    /** Once at a time for an account; whoever asks meanwhile gets the same, in turn. */
    bind(accountId) {
      const begun = running.get(accountId) ?? bindNow(accountId).finally(() => running.delete(accountId));
      running.set(accountId, begun);
      return begun;
    },
  };
}
