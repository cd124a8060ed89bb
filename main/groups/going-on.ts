import type { Api } from '../../core/contract/calls.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { GroupsList } from './groups-list.ts';
import type { Journal } from './journal.ts';

type GoingOnDeps = {
  readonly journal: Pick<Journal, 'go'>;
  readonly accounts: Pick<Accounts, 'api'>;
  readonly list: GroupsList;
  readonly bind: (accountId: string) => Promise<Result<string>>;
  /** Why the queue of this sender stood counts no more; it looks again at once. */
  readonly goOn: (sender: string) => Promise<void>;
};

/** A person's word that a queue goes on which nothing else may move. */
export function createGoingOn({ journal, accounts, list, bind, goOn }: GoingOnDeps): {
  readonly [C in 'goOn' | 'beginAnew']: Api[`groups.${C}`];
} {
  return {
    async goOn({ accountId }) {
      const sender = await bind(accountId);
      if (!sender.ok) return sender;
      const gone = await journal.go(sender.value);
      if (gone.ok) await goOn(sender.value);
      return gone;
    },

    async beginAnew({ accountId }) {
      const sender = await bind(accountId);
      if (!sender.ok) return sender;
      const api = accounts.api(accountId);
      if (!api.ok) return api;
      const reading = await list.read(sender.value, api.value, { thorough: true, anew: true });
      if (!reading.ok) return reading;
      await goOn(sender.value);
      return ok(null);
    },
  };
}
