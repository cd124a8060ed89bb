import type { Account } from '../core/account.ts';
import type { Accounts } from './accounts/accounts.ts';

/** Runs `wake` when an account has become able to make groups: linked again, the connection back, a new key. */
export function wakeWhenReady(accounts: Pick<Accounts, 'view' | 'onChanged'>, wake: (accountId: string) => void): void {
  let ready = readyIds();

  function readyIds(): ReadonlySet<string> {
    return new Set(
      accounts
        .view()
        .accounts.filter(isReady)
        .map(({ id }) => id),
    );
  }

  accounts.onChanged(() => {
    const before = ready;
    ready = readyIds();
    // Only the change wakes: a queue that fails reports it, and being woken by that would try again at once, for ever.
    for (const id of ready) if (!before.has(id)) wake(id);
  });
}

const isReady = ({ state }: Account): boolean => state.at === 'checked' && state.state === 'authorized';
